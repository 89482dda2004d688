// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One POST from its place in the queue to its answer, its deadline or its end by hand.
 */
#pragma once

#include "core/base/clock.h"
#include "core/gateways/httpoutcome.h"

#include <QNetworkRequest>
#include <QObject>
#include <QTimer>
#include <functional>

class QNetworkAccessManager;
class QSslConfiguration;

namespace core::gateways {

class OneWayBody;

/**
 * Promises:
 *  - `finished` is emitted once, after the deadline at the latest, whether the request was begun or not.
 *  - Never sends its request twice; never follows a redirect; reads no more than HttpTransport::maxAnswer bytes.
 *  - A connection that dies before anything of the request was written to it, as idle ones do, is replaced by another.
 *  - Deleting it cuts the request silently; a slot of `finished` may do that, and may delete the access manager.
 *
 * Thread: one.
 */
class HttpExchange final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const HttpOutcome &)>;

    /** The deadline runs from now. @param key  the transport's name for it */
    HttpExchange(qint64 key, HttpRequest request, Milliseconds timeout, Done done, QObject *parent);
    ~HttpExchange() override;

    void begin(QNetworkAccessManager &manager, const QSslConfiguration &tls);

    /** Ends it now. `finished` is emitted before this returns. */
    void cut(const QString &why);

    /** False: nothing of its body has left, and nothing will if it is deleted now. */
    [[nodiscard]] bool mayHaveLeft() const;

    [[nodiscard]] qint64 key() const { return m_key; }
    [[nodiscard]] Done takeDone() { return std::move(m_done); }

Q_SIGNALS:
    void finished(core::gateways::HttpExchange *exchange, const core::gateways::HttpOutcome &outcome);

private:
    void post();
    [[nodiscard]] bool neverBegan() const;
    /** The peer hung up after an answer that has no other end: it has come whole. */
    [[nodiscard]] bool endsWithItsConnection() const;
    [[nodiscard]] bool readAnswer(); ///< false: it is too long
    void readMore();
    void endAtAnswer();
    void end();

    const qint64 m_key;
    HttpRequest m_request;
    Done m_done;
    QTimer m_deadline;
    QNetworkAccessManager *m_manager = nullptr;
    QNetworkRequest m_network;
    int m_connectionsTried = 0;
    QNetworkReply *m_reply = nullptr; ///< while the request is open
    OneWayBody *m_body = nullptr;     ///< owned by the reply, which reads it
    HttpOutcome m_outcome;
};

} // namespace core::gateways
