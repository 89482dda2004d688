// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The border to the outside: hands one message to a gateway and says what came of it.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/gatewayprofile.h"
#include "core/domain/message.h"

#include <QByteArray>
#include <QFuture>
#include <functional>
#include <memory>

namespace core::interfaces {

struct OutgoingMessage
{
    qint64 requestId = 0; ///< the same on every attempt
    domain::PhoneNumber phone;
    QString text;
};

struct GatewayAnswer
{
    domain::AnswerKind kind = domain::AnswerKind::Accepted;
    int httpStatus = 0;       ///< 0: there was no HTTP answer
    QString text;             ///< first 500 characters of the answer, or what the network said
    QString gatewayMessageId; ///< what the gateway called it
    std::optional<Milliseconds> retryAfter;
};

/**
 * One gateway profile, ready to send.
 *
 * Promises:
 *  - Each send makes at most one request and, unless it is withdrawn, exactly one call of `done`, later, on the same thread.
 *  - Never more requests open than the profile's connections; what is above waits inside in order.
 *  - A request that was begun and cut off is told as Timeout, one that was never begun as Transient.
 *
 * Thread: lives and is called on one thread (dispatch). Destroying it cuts everything without calling `done`.
 */
class Gateway
{
public:
    using Done = std::function<void(const GatewayAnswer &)>;

    virtual ~Gateway() = default;

    /** True: a repeated request id is accepted once, so an attempt without a trustworthy answer may be repeated. */
    [[nodiscard]] virtual bool recognisesRepeats() const = 0;
    /** @param timeout  of the whole request, from now */
    virtual void send(const OutgoingMessage &message, Milliseconds timeout, Done done) = 0;
    /**
     * Takes back one request that has not reached the gateway whole, as while its connection is made. True: it never will,
     * and `done` is not called; false: it may have, or is not here.
     */
    virtual bool withdraw(qint64 requestId) = 0;
    /** Cuts one request that has not answered; its `done` is called with Timeout or Transient before this returns. */
    virtual void cut(qint64 requestId) = 0;
    [[nodiscard]] virtual int openRequests() const = 0;
};

/** Makes gateways of every kind. Thread: any; the gateway belongs to the calling thread. */
class GatewayFactory
{
public:
    virtual ~GatewayFactory() = default;

    /**
     * The options of the profile's kind, before anything is sent by them.
     * Errors: InvalidInput gateway.kind (kind), or with every wrong option, named `options.<name>`.
     */
    [[nodiscard]] virtual Status check(const domain::GatewayProfile &profile) const = 0;
    /** Errors: those of check(), but for options that the kind does not know: they are left alone. */
    virtual Result<std::unique_ptr<Gateway>> make(const domain::GatewayProfile &profile, const QByteArray &secret) = 0;
    [[nodiscard]] virtual bool recognisesRepeats(const domain::GatewayProfile &profile) const = 0;
};

/** Sends one message outside of any mailing, to try a gateway. Thread: any. */
class TestSender
{
public:
    virtual ~TestSender() = default;

    virtual QFuture<Result<GatewayAnswer>> send(const domain::GatewayProfile &profile, const QByteArray &secret,
                                                const OutgoingMessage &message) = 0;
};

} // namespace core::interfaces
