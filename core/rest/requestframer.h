// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Where an HTTP/1.1 request begins and ends in a stream of bytes, and whether it keeps within bounds.
 *
 * Reads the framing alone (RFC 9112): request line, header fields, length or chunks of the body. What a request means is
 * decided behind it. Pure: no socket, no clock.
 */
#pragma once

#include <QByteArray>
#include <QList>
#include <optional>
#include <utility>

namespace core::rest {

/** Request line and header fields, checked for form. Thread: any (value). */
struct RequestHead
{
    QByteArray method;
    QByteArray target;    ///< as sent: path and query
    int minorVersion = 1; ///< of HTTP/1
    QList<std::pair<QByteArray, QByteArray>> fields;
    qint64 contentLength = 0;
    bool chunked = false;
    bool expectsContinue = false;
    bool closes = false; ///< the client wants the connection closed after the answer

    [[nodiscard]] QByteArray field(const char *lowerCaseName) const;
    [[nodiscard]] bool hasBody() const { return chunked || contentLength > 0; }
};

/** Why a request is not read any further. */
struct Refusal
{
    int status = 400;
    const char *code = "";
    const char *what = ""; ///< %1 of its sentence
};

/**
 * Fed with bytes as they come; never holds more than a head of `maxHead` bytes and what of the body was not taken yet.
 *
 * Promises:
 *  - A head longer than `maxHead`, with more than `maxFields` fields, or of another form than the RFC's is refused: also
 *    what two readers could understand differently (a length beside chunks, two lengths, folded lines, bare CR or LF, NUL).
 *  - So is one without exactly one Host that could be a host; HTTP/1.0 may leave it out.
 *  - Nothing is read beyond the end of the request: what follows belongs to the next one.
 *
 * Thread: one.
 */
class RequestFramer
{
public:
    static constexpr qsizetype maxHead = 16 * 1024;
    static constexpr qsizetype maxFields = 100;

    enum class State {
        Head,     ///< more bytes are needed
        HeadRead, ///< head() is known; goOn() reads the body
        Body,
        Complete,
        Refused,
    };

    /** Takes bytes from the front of `input`. Does nothing in HeadRead, Complete and Refused. */
    State feed(QByteArray &input);
    /** @param maxBody  bytes; more is refused with 413 */
    State goOn(qint64 maxBody);
    /** Body bytes read since the last call. */
    [[nodiscard]] QByteArray takeBody() { return std::exchange(m_body, {}); }
    /** For the next request of the connection. */
    void reset() { *this = {}; }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const RequestHead &head() const { return m_head; }
    [[nodiscard]] qint64 bodyBytes() const { return m_bodyBytes; }
    [[nodiscard]] const Refusal &refusal() const { return m_refusal; }
    /** Something of a request has come. */
    [[nodiscard]] bool hasBegun() const { return m_state != State::Head || !m_line.isEmpty(); }

private:
    enum class Part { Length, ChunkSize, Chunk, ChunkEnd, Trailer };

    void refuse(int status, const char *code, const char *what = "");
    void readHead(QByteArray &input);
    void readBody(QByteArray &input);
    bool parseHead(const QByteArray &head);
    bool parseRequestLine(const QByteArray &line);
    bool parseField(const QByteArray &line);
    bool settleLength();
    bool checkHost();
    void takeBytes(QByteArray &input);
    bool readChunkLine(QByteArray &input);
    void endLine(const QByteArray &line);
    std::optional<QByteArray> takeLine(QByteArray &input);

    State m_state = State::Head;
    Part m_part = Part::Length;
    RequestHead m_head;
    Refusal m_refusal;
    QByteArray m_line; ///< head, chunk size or trailer so far
    QByteArray m_body;
    qint64 m_left = 0; ///< of the body or the chunk
    qint64 m_bodyBytes = 0;
    qint64 m_maxBody = 0;
    qsizetype m_trailerBytes = 0;
};

} // namespace core::rest
