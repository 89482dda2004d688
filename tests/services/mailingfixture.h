// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A workspace on fakes with a gateway, a clock at 2024-03-01T08:00:00Z, and the service of mailings on it.
 */
#pragma once

#include "core/services/mailingservice.h"
#include "tests/services/actors.h"
#include "tests/support/builders.h"
#include "tests/support/errorline.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/manualclock.h"

namespace tests {

struct MailingFixture
{
    MailingFixture() { gateway = *workspace.gateways.insert(aGateway()); }

    ManualClock clock{"2024-03-01T08:00:00Z"};
    FakeWorkspace workspace;
    core::services::MailingService service{workspace.executor, clock};
    core::GatewayId gateway;

    core::MailingId stored(const core::domain::Mailing &mailing) { return *workspace.mailings.insert(mailing); }
    core::domain::Mailing mailing(core::MailingId id) { return *workspace.mailings.find(id); }
    [[nodiscard]] const core::domain::Event &lastEvent() const { return workspace.data.events.last(); }

    /** Clients 79990000001 … with a pending message each. */
    void addMessages(core::MailingId id, int number)
    {
        for (int i = 1; i <= number; ++i)
            Q_UNUSED(workspace.clients.insert(aClient().phone(i)));
        Q_UNUSED(workspace.messages.chooseAudience(mailing(id), {}, number, clock.now()));
    }

    /** Puts every message of the mailing into this status. */
    void settle(core::MailingId id, core::domain::MessageStatus status)
    {
        for (FakeMessage &entry : workspace.data.messages) {
            if (entry.message.mailing == id)
                entry.message.status = status;
        }
    }

    [[nodiscard]] qint64 count(core::MailingId id, core::domain::MessageStatus status)
    {
        return workspace.data.counts(id)[status];
    }
};

[[nodiscard]] inline core::domain::MailingEdit withText(const QString &text)
{
    core::domain::MailingEdit edit;
    edit.text = text;
    return edit;
}

} // namespace tests
