// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/guardedsocket.h"

#include "core/rest/problem.h"

#include <QDir>
#include <QPointer>
#include <algorithm>
#include <cstring>

namespace core::rest {

namespace {

constexpr qint64 readAhead = 256 * 1024;       ///< bytes that wait in the peer while nobody frames them
constexpr qint64 sentAhead = 256 * 1024;       ///< bytes of a file that wait for the client
constexpr qint64 mostUnread = 2 * 1024 * 1024; ///< bytes of answers; with more, no further request is taken

/** The head that the server reads: what was checked, with the length of the body that comes with it. */
QByteArray rewritten(const RequestHead &head, qsizetype bodySize)
{
    QByteArray text = head.method + ' ' + head.target + " HTTP/1.1\r\n";
    for (const auto &[name, value] : head.fields) {
        const QByteArray known = name.toLower();
        if (known != "content-length" && known != "transfer-encoding" && known != "expect" && known != "upgrade")
            text += name + ": " + value + "\r\n";
    }
    return text + "Content-Length: " + QByteArray::number(bodySize) + "\r\n\r\n";
}

} // namespace

GuardedSocket::GuardedSocket(QTcpSocket *peer, const SocketRules &rules, QObject *parent)
    : QTcpSocket(parent), m_peer(peer), m_rules(rules), m_watch(this)
{
    m_peer->setParent(this);
    m_peer->setReadBufferSize(readAhead);
    setSocketState(ConnectedState);
    setPeerAddress(m_peer->peerAddress());
    setPeerPort(m_peer->peerPort());
    setLocalAddress(m_peer->localAddress());
    setLocalPort(m_peer->localPort());
    setOpenMode(ReadWrite | Unbuffered);
    m_watch.setSingleShot(true);
    connect(&m_watch, &QTimer::timeout, this, &GuardedSocket::outOfTime);
    connect(m_peer, &QTcpSocket::readyRead, this, &GuardedSocket::takeBytes);
    connect(m_peer, &QTcpSocket::disconnected, this, &GuardedSocket::peerGone);
    connect(m_peer, &QTcpSocket::bytesWritten, this, [this](qint64 bytes) {
        if (m_rest)
            sendRest();
        else if (m_closing)
            watch(m_rules.limits.reading);
        else if (!m_handedOver && m_peer->bytesAvailable() > 0)
            takeBytes(); // it may have waited until the client had read enough
        Q_EMIT bytesWritten(bytes);
    });
    watch(m_rules.limits.head);
}

GuardedSocket::~GuardedSocket()
{
    m_peer->disconnect(this);
    m_rules.budget.giveBack(m_budgeted);
}

qint64 GuardedSocket::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + m_released.size() - m_readOffset;
}

qint64 GuardedSocket::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_released.size() - m_readOffset);
    std::memcpy(data, m_released.constData() + m_readOffset, static_cast<size_t>(size));
    m_readOffset += size;
    return size;
}

void GuardedSocket::close()
{
    m_closing = true;
    m_peer->disconnectFromHost();
}

void GuardedSocket::closeWhenIdle()
{
    m_closing = true;
    if (!m_handedOver)
        m_peer->disconnectFromHost();
}

void GuardedSocket::takeBytes()
{
    // What comes while a request is being answered, or answers are not read, waits in the peer's bounded buffer, and so with
    // the client.
    if (m_handedOver || m_asking || m_closing || m_peer->bytesToWrite() > mostUnread)
        return;
    m_input += m_peer->readAll();
    goOn();
}

void GuardedSocket::goOn()
{
    using State = RequestFramer::State;
    const State before = m_framer.state();
    const bool hadBegun = m_framer.hasBegun();
    State state = m_framer.feed(m_input);
    if (state == State::Head) {
        if (!hadBegun && m_framer.hasBegun())
            watch(m_rules.limits.head);
        return;
    }
    if (state == State::HeadRead) {
        askForAdmission();
        return;
    }
    if (state == State::Refused) {
        refuse(m_framer.refusal());
        return;
    }
    if (!storeBody())
        return;
    if (state == State::Complete) {
        handOver();
        return;
    }
    if (before == State::Body && m_bodySince.hasExpired(Milliseconds(m_rules.limits.bodySilence).count()) &&
        m_framer.bodyBytes() * 1000 < m_rules.limits.leastBytesPerSecond * m_bodySince.elapsed()) {
        refuse({408, "request.too_slow"});
        return;
    }
    watch(m_rules.limits.bodySilence);
}

void GuardedSocket::askForAdmission()
{
    m_asking = true;
    m_watch.stop(); // it is ours to answer now
    const QPointer<GuardedSocket> self(this);
    m_rules.admit(m_framer.head(), this, [self](const Admission &admission) {
        if (self)
            self->admitted(admission);
    });
}

void GuardedSocket::admitted(const Admission &admission)
{
    m_asking = false;
    if (m_closing)
        return;
    if (admission.refused) {
        refuseWith(*admission.refused);
        return;
    }
    if (m_framer.goOn(admission.maxBody) == RequestFramer::State::Refused) {
        refuse(m_framer.refusal());
        return;
    }
    m_toFile = admission.toFile && m_framer.head().hasBody();
    m_bodySince.start();
    if (m_framer.state() == RequestFramer::State::Complete) {
        handOver();
        return;
    }
    if (m_framer.head().expectsContinue)
        m_peer->write("HTTP/1.1 100 Continue\r\n\r\n");
    watch(m_rules.limits.bodySilence);
    goOn();
    if (!m_handedOver && !m_closing)
        takeBytes();
}

/** False: it could not be kept, and the client was told. */
bool GuardedSocket::storeBody()
{
    const QByteArray piece = m_framer.takeBody();
    if (piece.isEmpty())
        return true;
    if (!m_toFile) {
        if (!m_rules.budget.take(piece.size())) {
            refuse({503, "request.busy"});
            return false;
        }
        m_budgeted += piece.size();
        m_body += piece;
        return true;
    }
    if (!m_file) {
        m_file = std::make_unique<QTemporaryFile>(QDir::tempPath() + QStringLiteral("/heliograph-upload-XXXXXX"));
        if (!m_file->open()) {
            refuse({507, "request.unwritable"});
            return false;
        }
    }
    if (m_file->write(piece) != piece.size()) {
        refuse({507, "request.unwritable"});
        return false;
    }
    return true;
}

void GuardedSocket::handOver()
{
    if (m_file && !m_file->flush()) {
        refuse({507, "request.unwritable"});
        return;
    }
    m_handedOver = true;
    m_watch.stop();
    m_released = rewritten(m_framer.head(), m_body.size()) + m_body;
    m_readOffset = 0;
    m_body.clear();
    if (m_framer.head().closes)
        m_closing = true;
    Q_EMIT readyRead();
}

void GuardedSocket::answered(std::unique_ptr<QFile> rest)
{
    if (rest) {
        m_rest = std::move(rest);
        sendRest();
        return;
    }
    forgetRequest();
    if (m_closing) {
        m_peer->disconnectFromHost();
        watch(m_rules.limits.reading);
        return;
    }
    watch(m_rules.limits.idle);
    // Not from within the server's own handling of the last one.
    QMetaObject::invokeMethod(this, &GuardedSocket::takeBytes, Qt::QueuedConnection);
}

void GuardedSocket::sendRest()
{
    watch(m_rules.limits.reading);
    while (m_peer->bytesToWrite() < sentAhead) {
        const QByteArray piece = m_rest->read(sentAhead);
        if (piece.isEmpty()) {
            m_rest.reset();
            answered();
            return;
        }
        m_peer->write(piece);
    }
}

void GuardedSocket::forgetRequest()
{
    m_handedOver = false;
    m_file.reset();
    m_toFile = false;
    m_body.clear();
    m_rules.budget.giveBack(std::exchange(m_budgeted, 0));
    m_framer.reset();
}

void GuardedSocket::refuseWith(const ApiResponse &response)
{
    forgetRequest();
    m_closing = true;
    m_input.clear();
    QByteArray text = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status).toLatin1() +
                      "\r\nContent-Type: " + response.contentType +
                      "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    for (const auto &[name, value] : response.headers)
        text += name + ": " + value + "\r\n";
    m_peer->write(text + "\r\n" + response.body);
    m_peer->disconnectFromHost();
    watch(m_rules.limits.reading);
}

void GuardedSocket::watch(std::chrono::milliseconds time)
{
    m_watch.start(time);
}

void GuardedSocket::outOfTime()
{
    const bool told = m_closing || m_rest || !m_framer.hasBegun();
    if (told)
        m_peer->abort();
    else
        refuse({408, "request.too_slow"});
}

void GuardedSocket::peerGone()
{
    m_watch.stop();
    m_closing = true;
    setSocketState(UnconnectedState);
    setOpenMode(NotOpen);
    Q_EMIT disconnected();
}

} // namespace core::rest
