// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Requests in a stream of bytes: however the network cuts them, they come out the same, within bounds, and in a form that
// no other reader understands differently.

#include "core/rest/requestframer.h"
#include "tests/fuzz/promise.h"

#include <algorithm>

using namespace core::rest;
using State = RequestFramer::State;
using tests::fuzz::promise;
using tests::fuzz::promiseSentence;

namespace {

constexpr qint64 maxBody = 2000;

/** What came out of the bytes. */
struct Reading
{
    struct Request
    {
        RequestHead head;
        QByteArray body;
    };

    QList<Request> requests; ///< complete ones
    QByteArray outcome;      ///< what came of the last one
};

void promiseHead(const RequestHead &head, const QByteArray &taken)
{
    promise(head.fields.size() <= RequestFramer::maxFields, "a head has not too many fields");
    QByteArray lines = taken;
    while (lines.startsWith("\r\n"))
        lines.remove(0, 2);
    promise(lines.size() <= RequestFramer::maxHead, "a head has not too many bytes");
    promise(lines.count("\r\n") == head.fields.size() + 2, "a line is a field");
    lines.replace("\r\n", "");
    promise(std::none_of(lines.begin(), lines.end(), [](char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7f; }),
            "a head has no control characters");
    promise(head.target.startsWith('/') && head.contentLength >= 0, "a head asks for a path");
    promise(!(head.chunked && head.contentLength > 0), "a body has one length");
    const auto isHost = [](const auto &field) { return field.first.compare("host", Qt::CaseInsensitive) == 0; };
    const auto hosts = std::count_if(head.fields.begin(), head.fields.end(), isHost);
    promise(hosts == 1 || (hosts == 0 && head.minorVersion == 0), "a request is sent to one host");
}

void promiseBody(const RequestHead &head, const QByteArray &body, qint64 counted)
{
    promise(body.size() == counted && counted <= maxBody, "a body is counted and keeps within bounds");
    promise(head.chunked || counted == head.contentLength, "a body is as long as its head says");
}

QByteArray outcomeOf(const RequestFramer &framer)
{
    const QByteArray state = QByteArray::number(int(framer.state())) + ' ' + QByteArray::number(int(framer.hasBegun()));
    if (framer.state() != State::Refused)
        return state;
    const Refusal &refusal = framer.refusal();
    promise(QList{400, 413, 431, 501, 505}.contains(refusal.status), "a refusal has a status of its own");
    promiseSentence(QString::fromLatin1(refusal.code), {QString::fromLatin1(refusal.what)});
    return state + ' ' + QByteArray::number(refusal.status) + ' ' + refusal.code + ' ' + refusal.what;
}

/** Bytes as they come, `piece` at a time. */
Reading read(const QByteArray &bytes, qsizetype piece)
{
    Reading reading;
    RequestFramer framer;
    QByteArray input;
    QByteArray head;
    QByteArray body;
    for (qsizetype from = 0; from < bytes.size(); from += piece) {
        input += bytes.mid(from, piece);
        bool goesOn = true;
        while (goesOn) {
            const State before = framer.state();
            const QByteArray offered = input;
            State state = framer.feed(input);
            promise(offered.endsWith(input), "bytes are taken from the front");
            if (before == State::Head)
                head += offered.left(offered.size() - input.size());
            if (state == State::HeadRead) {
                promiseHead(framer.head(), std::exchange(head, {}));
                state = framer.goOn(maxBody);
            }
            body += framer.takeBody();
            if (state == State::Complete) {
                promiseBody(framer.head(), body, framer.bodyBytes());
                reading.requests.append({framer.head(), std::exchange(body, {})});
                framer.reset();
            }
            goesOn = framer.state() != before || (!input.isEmpty() && input.size() < offered.size());
        }
    }
    reading.outcome = outcomeOf(framer);
    return reading;
}

bool isSame(const RequestHead &one, const RequestHead &other)
{
    return one.method == other.method && one.target == other.target && one.minorVersion == other.minorVersion &&
           one.fields == other.fields && one.contentLength == other.contentLength && one.chunked == other.chunked &&
           one.closes == other.closes && one.expectsContinue == other.expectsContinue;
}

/** The request as somebody else would write it down. */
QByteArray written(const Reading::Request &request)
{
    QByteArray text = request.head.method + ' ' + request.head.target + " HTTP/1." +
                      QByteArray::number(request.head.minorVersion) + "\r\n";
    for (const auto &[name, value] : request.head.fields)
        text += name + ':' + value + "\r\n";
    text += "\r\n";
    if (!request.head.chunked)
        return text + request.body;
    if (!request.body.isEmpty())
        text += QByteArray::number(request.body.size(), 16) + "\r\n" + request.body + "\r\n";
    return text + "0\r\n\r\n";
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Reading whole = read(bytes, std::max<qsizetype>(1, bytes.size()));
    for (const qsizetype piece : {1, 7}) {
        const Reading cut = read(bytes, piece);
        promise(cut.outcome == whole.outcome, "the end is the same however the bytes come");
        promise(std::equal(cut.requests.begin(), cut.requests.end(), whole.requests.begin(), whole.requests.end(),
                           [](const auto &one, const auto &other) {
                               return isSame(one.head, other.head) && one.body == other.body;
                           }),
                "requests are the same however the bytes come");
    }
    for (const Reading::Request &request : whole.requests) {
        const QByteArray text = written(request);
        if (text.size() > RequestFramer::maxHead)
            continue;
        const Reading again = read(text + "next", text.size() + 4);
        promise(again.requests.size() == 1 && again.requests[0].body == request.body &&
                    again.requests[0].head.fields == request.head.fields &&
                    again.requests[0].head.target == request.head.target,
                "a request that is written down is read again");
    }
    return 0;
}
