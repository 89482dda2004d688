// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The body of a request that Qt can read once and never again.
 */
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace core::gateways {

/**
 * Keeps QNetworkAccessManager from sending a POST twice.
 *
 * When a connection closes before an answer, Qt winds the body back and sends the request again by itself, POST
 * included; for an SMS gateway that is a second message. A body that cannot be wound back makes it report
 * ContentReSendError instead. That only works unbuffered (DoNotBufferUploadDataAttribute with a Content-Length).
 * Thread: the access manager's.
 */
class OneWayBody final : public QIODevice
{
public:
    explicit OneWayBody(QByteArray bytes, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }
    /**
     * Refuses once something was read. Before that Qt may choose another connection: it winds back, too, when the one it
     * had chosen was still closing, and a request that never began would count as an attempt.
     */
    bool reset() override { return !wasRead(); }

    /** Something was read: from then on it may be on its way. */
    [[nodiscard]] bool wasRead() const { return m_position > 0; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
};

} // namespace core::gateways
