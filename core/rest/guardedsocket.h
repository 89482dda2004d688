// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One client's connection as the HTTP server sees it: whole requests one at a time, within bounds.
 *
 * Qt's server of 6.4 keeps whatever a client sends for as long as it likes. So it is given this socket, which stands between
 * it and the real one: it reads the framing (RequestFramer), asks what may come in (Admission), and hands over a request
 * when all of it is here. What breaks the bounds is answered and closed without the server.
 */
#pragma once

#include "core/base/clock.h"
#include "core/rest/api.h"
#include "core/rest/requestframer.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTimer>
#include <functional>
#include <memory>

namespace core::rest {

/** How long and how much; bytes and times of one connection. */
struct SocketLimits
{
    std::chrono::seconds head{10};        ///< from the first byte of a request to the end of its head
    std::chrono::seconds bodySilence{20}; ///< between two pieces of a body
    qint64 leastBytesPerSecond = 4096;    ///< of a body, after the first `bodySilence`
    std::chrono::seconds idle{60};        ///< between two requests
    std::chrono::seconds reading{30};     ///< an answer of which the client took nothing for so long
};

/** What may come in: decided by the head of a request. */
struct Admission
{
    qint64 maxBody = 0; ///< bytes; more is refused with 413
    bool toFile = false;
    std::optional<ApiResponse> refused = {};
};

/** Bytes of bodies that all connections together hold in memory. Thread: rest. */
class BodyBudget
{
public:
    explicit BodyBudget(qint64 bytes) : m_left(bytes) {}

    bool take(qint64 bytes)
    {
        if (bytes > m_left)
            return false;
        m_left -= bytes;
        return true;
    }
    void giveBack(qint64 bytes) { m_left += bytes; }

private:
    qint64 m_left;
};

/** Decides, now or later, by calling `then` once; the socket may be gone by then. */
using Admit = std::function<void(const RequestHead &head, QObject *context, std::function<void(const Admission &)> then)>;

/** Shared by all connections of a server, and outlives them. */
struct SocketRules
{
    SocketLimits limits;
    BodyBudget &budget;
    Admit admit;
    std::function<ApiResponse(const Refusal &)> toResponse;
};

/**
 * Promises:
 *  - The server reads whole requests only, and the next one when answered() was called for the one before.
 *  - A body that is admitted to a file lies in bodyFile(), and the server sees a request without a body.
 *  - A client that is too slow, silent or takes no answer is cut off; what it had sent is forgotten.
 *
 * Thread: rest.
 */
class GuardedSocket final : public QTcpSocket
{
    Q_OBJECT

public:
    /** @param peer  connected; becomes a child */
    GuardedSocket(QTcpSocket *peer, const SocketRules &rules, QObject *parent);
    ~GuardedSocket() override;

    /** All of the answer to the request that was handed over was written, but for `rest`, which is sent as it is read. */
    void answered(std::unique_ptr<QFile> rest = nullptr);
    /** Where the body of that request lies; empty: with the request. Gone after answered(), unless it was taken. */
    [[nodiscard]] std::unique_ptr<QTemporaryFile> takeBodyFile() { return std::move(m_file); }
    /** Nothing was handed over that waits for its answer. */
    [[nodiscard]] bool isIdle() const { return !m_handedOver; }
    /** Path and query of that request, as they were sent. */
    [[nodiscard]] QByteArray target() const { return m_framer.head().target; }
    /** Closes once what is being answered has been. */
    void closeWhenIdle();

    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] qint64 bytesToWrite() const override { return m_peer->bytesToWrite(); }
    void disconnectFromHost() override { m_peer->disconnectFromHost(); }
    void close() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override { return m_peer->write(data, size); }

private:
    void takeBytes();
    void goOn();
    void askForAdmission();
    void admitted(const Admission &admission);
    bool storeBody();
    void handOver();
    void refuse(const Refusal &refusal) { refuseWith(m_rules.toResponse(refusal)); }
    void refuseWith(const ApiResponse &response);
    void sendRest();
    void forgetRequest();
    void watch(std::chrono::milliseconds time);
    void outOfTime();
    void peerGone();

    QTcpSocket *const m_peer;
    const SocketRules &m_rules;
    RequestFramer m_framer;
    QByteArray m_input;    ///< of the peer, not framed yet
    QByteArray m_released; ///< for the server to read
    qint64 m_readOffset = 0;
    QByteArray m_body;
    qint64 m_budgeted = 0;
    bool m_toFile = false;
    std::unique_ptr<QTemporaryFile> m_file;
    std::unique_ptr<QFile> m_rest; ///< of the answer
    QTimer m_watch;
    QElapsedTimer m_bodySince;
    bool m_asking = false;
    bool m_handedOver = false;
    bool m_closing = false;
};

} // namespace core::rest
