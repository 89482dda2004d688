// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Feeds a request framer as a connection does: with bytes as they come, in one piece or singly. For tests only.
 */
#pragma once

#include "core/rest/requestframer.h"

#include <QMetaType>

Q_DECLARE_METATYPE(core::rest::RequestFramer::State)

namespace tests {

/** Lets every body in that has at most `maxBody` bytes. Thread: one. */
struct FramerReading
{
    using State = core::rest::RequestFramer::State;

    qint64 maxBody = 1'000'000;
    core::rest::RequestFramer framer = {};
    QByteArray input = {}; ///< has come and was not taken yet
    QByteArray body = {};

    State take(const QByteArray &bytes)
    {
        input += bytes;
        if (framer.feed(input) == State::HeadRead && framer.goOn(maxBody) == State::Body)
            framer.feed(input);
        body += framer.takeBody();
        return framer.state();
    }

    State takeSingly(const QByteArray &bytes)
    {
        for (const char byte : bytes)
            take(QByteArray(1, byte));
        return framer.state();
    }

    /** "400 request.malformed"; blank: it was not refused. */
    [[nodiscard]] QByteArray refusal() const
    {
        if (framer.state() != State::Refused)
            return {};
        return QByteArray::number(framer.refusal().status) + ' ' + framer.refusal().code;
    }

    [[nodiscard]] static FramerReading of(const QByteArray &bytes)
    {
        FramerReading reading;
        reading.take(bytes);
        return reading;
    }
};

/** The head of a request with this field, or with several, and a Host at its end. */
[[nodiscard]] inline QByteArray withField(const QByteArray &field)
{
    return "GET /a HTTP/1.1\r\n" + field + "\r\nHost: b\r\n\r\n";
}

[[nodiscard]] inline QByteArray chunkedRequest(const QByteArray &chunks)
{
    return "POST /a HTTP/1.1\r\nHost: b\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
}

} // namespace tests
