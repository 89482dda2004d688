// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Mailings whose messages are where a dispatcher would have brought them. For tests only.
 */
#pragma once

#include "core/interfaces/clientrepository.h"
#include "core/interfaces/mailingrepository.h"
#include "core/interfaces/messagerepository.h"
#include "tests/rest/restfixture.h"
#include "tests/support/builders.h"

namespace tests {

/** Claims, marks and records all messages of a mailing: accepted, or failed for good with HTTP 500 "said no". */
[[nodiscard]] inline core::Status settle(core::interfaces::UnitOfWork &unit, const core::domain::Mailing &mailing,
                                         core::domain::MessageStatus status, core::Instant now)
{
    QList<core::interfaces::SendIntent> intents;
    QList<core::interfaces::MessageOutcome> outcomes;
    HELIOGRAPH_ASSIGN(const auto claimed,
                      unit.messages.claim({mailing.id, 1000, now, now + std::chrono::seconds{60}, false}));
    for (const core::interfaces::ClaimedMessage &message : claimed) {
        intents.append({message.id, mailing.gateway, 1, 1, {}});
        core::interfaces::MessageOutcome outcome{.id = message.id, .status = status, .at = now};
        if (status == core::domain::MessageStatus::Failed) {
            outcome.attempt = core::domain::Attempt{1, now, core::domain::AnswerKind::Transient, 500, u"said no"_qs};
            outcome.error = core::domain::MessageError{core::domain::AnswerKind::Transient, 500, u"said no"_qs};
        } else {
            outcome.gatewayMessageId = QStringLiteral("gateway-%1").arg(message.id.value);
        }
        outcomes.append(outcome);
    }
    HELIOGRAPH_TRY(unit.messages.markSending(intents, now, {}));
    return unit.messages.record(outcomes, {});
}

/** A running mailing of `rest.owner` to so many new clients, with a message in this status for each. */
inline core::MailingId addSentMailing(RestFixture &rest, int clients, core::domain::MessageStatus status)
{
    const core::Instant now = rest.clock.now();
    return rest.database.write([&](core::interfaces::UnitOfWork &unit) -> core::Result<core::MailingId> {
        HELIOGRAPH_ASSIGN(const qint64 before, unit.clients.count({}));
        for (int i = 1; i <= clients; ++i)
            HELIOGRAPH_TRY(unit.clients.insert(aClient().phone(int(before) + i)));
        core::domain::Mailing mailing = aMailing().gateway(rest.gateway);
        mailing.owner = rest.owner.id;
        HELIOGRAPH_ASSIGN(mailing.id, unit.mailings.insert(mailing));
        HELIOGRAPH_TRY(unit.messages.chooseAudience(mailing, {}, 10'000, now));
        if (status != core::domain::MessageStatus::Pending)
            HELIOGRAPH_TRY(settle(unit, mailing, status, now));
        return mailing.id;
    });
}

} // namespace tests
