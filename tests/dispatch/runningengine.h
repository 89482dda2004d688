// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A dispatcher at work over the fakes, on a clock that tests move by hand.
 */
#pragma once

#include "core/dispatch/dispatcher.h"
#include "tests/support/builders.h"
#include "tests/support/fakeresultspool.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedgateway.h"

#include <QtTest>

namespace tests {

using core::MailingId;
using core::dispatch::Dispatcher;
using core::domain::AnswerKind;
using core::domain::BreakerState;
using core::domain::MailingState;
using core::domain::MessageStatus;
using core::domain::StatusCounts;

/** Seals nothing: what goes in comes out. */
class OpenSecrets final : public core::interfaces::SecretStore
{
public:
    core::Result<QByteArray> seal(const QByteArray &plain) override { return plain; }
    core::Result<QByteArray> open(const QByteArray &sealed) override
    {
        if (keyMissing)
            return core::Failure(core::Error::make(core::ErrorKind::Unavailable, "key.missing"));
        return sealed;
    }
    core::Result<QString> exportKey() override { return QString(); }
    core::Status importKey(const QString &) override { return {}; }

    bool keyMissing = false;
};

/** A running engine over the fakes. */
struct Engine
{
    explicit Engine(int clients = 3)
    {
        gateway = *workspace.gateways.insert(aGateway().isDefault(true));
        for (int i = 1; i <= clients; ++i)
            (void)*workspace.clients.insert(aClient().phone(i));
    }

    MailingId add(MailingBuilder mailing = aMailing())
    {
        mailing.state(MailingState::Scheduled).gateway(gateway);
        return *workspace.mailings.insert(mailing);
    }
    void start() { dispatcher.start(); }
    /** Lets everything happen that is due, then moves the clock. */
    void pass(core::Milliseconds time, core::Milliseconds step = std::chrono::milliseconds{100})
    {
        for (core::Milliseconds passed{0}; passed < time; passed += step) {
            clock.advance(step);
            settle();
        }
    }
    void settle(int rounds = 6)
    {
        for (int i = 0; i < rounds; ++i) {
            dispatcher.tick();
            factory.deliverDue();
            // Results are written when their 50 ms are over, by a real timer: do not wait for it.
            for (auto *writer : dispatcher.findChildren<core::dispatch::ResultWriter *>())
                writer->flush();
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }
    void setGateway(const std::function<void(core::domain::GatewayProfile &)> &change)
    {
        core::domain::GatewayProfile profile = workspace.gateways.find(gateway)->profile;
        change(profile);
        (void)workspace.gateways.update(profile);
    }
    /** The dispatcher reads the workspace and pumps, without a tick. */
    void touch(MailingId id)
    {
        workspace.executor.write(core::interfaces::Lane::Interactive, [id](core::interfaces::UnitOfWork &unit) {
            return unit.mailings.update(*unit.mailings.find(id));
        });
        for (int i = 0; i < 4; ++i)
            QCoreApplication::sendPostedEvents();
    }
    void closeByHand()
    {
        workspace.executor.write(core::interfaces::Lane::Interactive, [this](core::interfaces::UnitOfWork &unit) {
            return unit.gateways.saveState(gateway, {BreakerState::Closed, clock.now(), {}, {}, 0});
        });
    }
    StatusCounts counts(MailingId id) { return *workspace.mailings.counts(id); }
    MailingState state(MailingId id) { return workspace.mailings.find(id)->state; }
    GatewayScript &script() { return factory.script(); }
    void set(MailingId id, const std::function<void(core::domain::Mailing &)> &change)
    {
        workspace.executor.write(core::interfaces::Lane::Interactive, [id, change](core::interfaces::UnitOfWork &unit) {
            core::domain::Mailing mailing = *unit.mailings.find(id);
            change(mailing);
            return unit.mailings.update(mailing);
        });
        settle();
    }

    ManualClock clock{"2024-03-01T08:00:00Z"};
    FakeWorkspace workspace;
    ScriptedGatewayFactory factory{clock};
    OpenSecrets secrets;
    core::GatewayId gateway;
    FakeResultSpool spool;
    Dispatcher dispatcher{{workspace.executor, workspace.feed, factory, secrets, clock, {}, &spool}};
};

} // namespace tests
