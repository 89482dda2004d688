// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/messagepreparer.h"

#include "core/domain/smslength.h"

namespace core::dispatch {

namespace {

interfaces::MessageOutcome withoutField(const interfaces::ClaimedMessage &claimed, const QString &key, Instant now)
{
    interfaces::MessageOutcome outcome;
    outcome.id = claimed.id;
    outcome.status = domain::MessageStatus::Failed;
    outcome.at = now;
    outcome.error = domain::MessageError{domain::AnswerKind::Template, 0, key};
    return outcome;
}

} // namespace

Preparation prepare(const interfaces::ClaimedMessage &claimed, MailingFlow &flow, Instant leaseUntil, Instant now)
{
    if (const auto until = flow.hours.closedUntil(claimed.timezone, now))
        return Postponed{*until};

    PreparedMessage prepared{claimed, {}, 0, leaseUntil};
    if (claimed.firm && !claimed.firmText.isEmpty()) {
        prepared.text = claimed.firmText;
    } else {
        if (const QString key = flow.plan.text.missingKey(claimed.attributes); !key.isEmpty())
            return withoutField(claimed, key, now);
        prepared.text = flow.plan.text.render(claimed.attributes, claimed.phone, claimed.operatorCode);
    }
    prepared.segments = domain::smsParts(prepared.text);
    // The text has them. What goes on to another thread should be little: freed there, it makes this one wait for the heap.
    prepared.claimed.attributes.clear();
    prepared.claimed.operatorCode.clear();
    prepared.claimed.firmText.clear();
    return prepared;
}

interfaces::SendIntent intentFor(const PreparedMessage &message, GatewayId gateway, MailingId mailing, int textVersion,
                                 bool asWritten)
{
    const interfaces::ClaimedMessage &claimed = message.claimed;
    const bool isFirst = claimed.attempts == 0 && !claimed.firm;
    return {.id = claimed.id,
            .gateway = gateway,
            .segments = message.segments,
            .textVersion = textVersion,
            .renderedText = asWritten && !claimed.firm ? QString() : message.text,
            .claimedAt = claimed.claimedAt,
            .firstOf = isFirst ? mailing : MailingId()};
}

} // namespace core::dispatch
