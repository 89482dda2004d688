// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/requestframer.h"

#include <algorithm>

namespace core::rest {

namespace {

constexpr qsizetype maxChunkLine = 1024;
constexpr const char *malformed = "request.malformed";

/** RFC 9110, 5.6.2. */
bool isToken(QByteArrayView text)
{
    const auto belongs = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    };
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), belongs);
}

bool isVisible(char c)
{
    return c > 0x20 && c < 0x7f;
}

/** What may stand in a host and its port (RFC 3986, 3.2.2); blank where an address has none. */
bool isHost(QByteArrayView text)
{
    const auto belongs = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               QByteArrayView("-._~%!$&'()*+,;=:[]").contains(c);
    };
    return std::all_of(text.begin(), text.end(), belongs);
}

/** What may stand in the value of a field: no control characters but the tab. */
bool isFieldText(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '\t' || (uchar(c) >= 0x20 && c != 0x7f); });
}

/** Without the blanks and tabs around it (RFC 9110, 5.6.3); other control characters are no blanks. */
QByteArray withoutBlanks(QByteArrayView text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text.toByteArray();
}

/** Digits alone: no sign, no blank. */
std::optional<qint64> lengthFrom(const QByteArray &text, int base)
{
    const auto isDigit = [base](char c) {
        return (c >= '0' && c <= '9') || (base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    };
    bool fits = false; // false too for no digit at all
    const qint64 length = text.toLongLong(&fits, base);
    return fits && std::all_of(text.begin(), text.end(), isDigit) ? std::optional(length) : std::nullopt;
}

} // namespace

QByteArray RequestHead::field(const char *lowerCaseName) const
{
    for (const auto &[name, value] : fields) {
        if (name.compare(lowerCaseName, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

RequestFramer::State RequestFramer::feed(QByteArray &input)
{
    if (m_state == State::Head)
        readHead(input);
    else if (m_state == State::Body)
        readBody(input);
    return m_state;
}

RequestFramer::State RequestFramer::goOn(qint64 maxBody)
{
    m_maxBody = maxBody;
    m_left = m_head.contentLength;
    m_part = m_head.chunked ? Part::ChunkSize : Part::Length;
    m_state = m_head.hasBody() ? State::Body : State::Complete;
    if (m_left > m_maxBody)
        refuse(413, "request.too_large");
    return m_state;
}

void RequestFramer::refuse(int status, const char *code, const char *what)
{
    m_refusal = {status, code, what};
    m_state = State::Refused;
    m_body.clear();
}

void RequestFramer::readHead(QByteArray &input)
{
    // A blank line or two before a request is an old habit (RFC 9112, 2.2).
    while (m_line.isEmpty() && input.startsWith("\r\n"))
        input.remove(0, 2);
    if (m_line.isEmpty() && input == "\r")
        return; // perhaps the first half of one more
    const qsizetype before = m_line.size();
    m_line += input.left(maxHead - before);
    const qsizetype end = m_line.indexOf("\r\n\r\n", std::max<qsizetype>(0, before - 3));
    if (end < 0) {
        input.remove(0, m_line.size() - before);
        if (m_line.size() == maxHead)
            refuse(431, "request.head_too_large");
        return;
    }
    input.remove(0, end + 4 - before);
    const QByteArray head = m_line.left(end);
    m_line.clear();
    if (parseHead(head))
        m_state = State::HeadRead;
}

bool RequestFramer::parseHead(const QByteArray &head)
{
    qsizetype from = 0;
    bool isFirst = true;
    while (from <= head.size()) {
        qsizetype to = head.indexOf("\r\n", from);
        to = to < 0 ? head.size() : to;
        const QByteArray line = head.mid(from, to - from);
        if (line.contains('\r') || line.contains('\n') || line.contains('\0')) {
            refuse(400, malformed, "a line of the head");
            return false;
        }
        if (!(isFirst ? parseRequestLine(line) : parseField(line)))
            return false;
        isFirst = false;
        from = to + 2;
    }
    return settleLength() && checkHost();
}

bool RequestFramer::parseRequestLine(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    const bool formed = words.size() == 3 && isToken(words[0]) && words[1].startsWith('/') &&
                        std::all_of(words[1].begin(), words[1].end(), isVisible);
    if (!formed) {
        refuse(400, malformed, "the request line");
        return false;
    }
    if (words[2] != "HTTP/1.1" && words[2] != "HTTP/1.0") {
        refuse(505, "request.version");
        return false;
    }
    m_head.method = words[0];
    m_head.target = words[1];
    m_head.minorVersion = words[2] == "HTTP/1.0" ? 0 : 1;
    m_head.closes = m_head.minorVersion == 0;
    return true;
}

bool RequestFramer::parseField(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.left(std::max<qsizetype>(0, colon));
    const QByteArray value = withoutBlanks(QByteArrayView(line).sliced(colon + 1));
    if (colon <= 0 || !isToken(name) || !isFieldText(value)) {
        refuse(400, malformed, "a header field");
        return false;
    }
    m_head.fields.emplaceBack(name, value);
    if (m_head.fields.size() > maxFields) {
        refuse(431, "request.head_too_large");
        return false;
    }
    return true;
}

bool RequestFramer::settleLength()
{
    int lengths = 0;
    for (const auto &[name, value] : m_head.fields) {
        const QByteArray known = name.toLower();
        if (known == "content-length") {
            const auto length = lengthFrom(value, 10);
            if (!length || ++lengths > 1) {
                refuse(400, malformed, "Content-Length");
                return false;
            }
            m_head.contentLength = *length;
        } else if (known == "transfer-encoding") {
            if (m_head.chunked || value.toLower() != "chunked") {
                refuse(501, "request.transfer_encoding");
                return false;
            }
            m_head.chunked = true;
        } else if (known == "expect") {
            m_head.expectsContinue = value.toLower() == "100-continue";
        } else if (known == "connection") {
            m_head.closes = m_head.closes || value.toLower().contains("close");
        }
    }
    if (m_head.chunked && lengths > 0) {
        refuse(400, malformed, "Content-Length beside Transfer-Encoding");
        return false;
    }
    return true;
}

/** RFC 9112, 3.2. */
bool RequestFramer::checkHost()
{
    int hosts = 0;
    bool areHosts = true;
    for (const auto &[name, value] : m_head.fields) {
        if (name.compare("host", Qt::CaseInsensitive) == 0) {
            ++hosts;
            areHosts = areHosts && isHost(value);
        }
    }
    const bool isLeftOut = hosts == 0 && m_head.minorVersion == 0;
    if (isLeftOut || (hosts == 1 && areHosts))
        return true;
    refuse(400, "request.host");
    return false;
}

void RequestFramer::readBody(QByteArray &input)
{
    while (m_state == State::Body && !input.isEmpty()) {
        if (m_part == Part::Length || m_part == Part::Chunk)
            takeBytes(input);
        else if (!readChunkLine(input))
            return;
    }
}

void RequestFramer::takeBytes(QByteArray &input)
{
    const qsizetype size = static_cast<qsizetype>(std::min<qint64>(m_left, input.size()));
    m_body += input.left(size);
    input.remove(0, size);
    m_bodyBytes += size;
    m_left -= size;
    if (m_left > 0)
        return;
    if (m_part == Part::Length)
        m_state = State::Complete;
    else
        m_part = Part::ChunkEnd;
}

/** A line without its end; nothing: it has not all come. */
std::optional<QByteArray> RequestFramer::takeLine(QByteArray &input)
{
    const qsizetype end = input.indexOf('\n');
    const qsizetype size = end < 0 ? input.size() : end + 1;
    m_line += input.left(size);
    input.remove(0, size);
    if (m_line.size() > maxChunkLine)
        refuse(400, malformed, "a chunk of the body");
    else if (end >= 0 && m_line.endsWith("\r\n"))
        return std::exchange(m_line, {}).chopped(2);
    else if (end >= 0)
        refuse(400, malformed, "a chunk of the body");
    return std::nullopt;
}

/** False: nothing more can be read now. */
bool RequestFramer::readChunkLine(QByteArray &input)
{
    const std::optional<QByteArray> line = takeLine(input);
    if (!line)
        return false;
    endLine(*line);
    return true;
}

void RequestFramer::endLine(const QByteArray &line)
{
    if (!isFieldText(line)) {
        refuse(400, malformed, "a chunk of the body");
        return;
    }
    if (m_part == Part::ChunkEnd) {
        if (!line.isEmpty())
            refuse(400, malformed, "a chunk of the body");
        m_part = Part::ChunkSize;
        return;
    }
    if (m_part == Part::Trailer) {
        m_trailerBytes += line.size();
        if (line.isEmpty())
            m_state = State::Complete;
        else if (m_trailerBytes > maxHead)
            refuse(431, "request.head_too_large");
        return;
    }
    const qsizetype extension = line.indexOf(';');
    const auto size = lengthFrom(withoutBlanks(extension < 0 ? line : line.left(extension)), 16);
    if (!size)
        refuse(400, malformed, "a chunk of the body");
    else if (*size > m_maxBody - m_bodyBytes)
        refuse(413, "request.too_large");
    else if (*size == 0)
        m_part = Part::Trailer;
    else
        m_part = Part::Chunk;
    m_left = size.value_or(0);
}

} // namespace core::rest
