// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/texts/statustext.h"

#include <QCoreApplication>

namespace ui::texts {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Status)
};

} // namespace

QString statusText(core::domain::MessageStatus status)
{
    using core::domain::MessageStatus;
    switch (status) {
    case MessageStatus::Pending:
        return Texts::tr("waiting");
    case MessageStatus::Sending:
        return Texts::tr("sending");
    case MessageStatus::Sent:
        return Texts::tr("sent");
    case MessageStatus::Delivered:
        return Texts::tr("delivered");
    case MessageStatus::Undelivered:
        return Texts::tr("undelivered");
    case MessageStatus::Failed:
        return Texts::tr("failed");
    case MessageStatus::Expired:
        return Texts::tr("expired");
    case MessageStatus::Cancelled:
        return Texts::tr("cancelled");
    case MessageStatus::OptedOut:
        return Texts::tr("opted out");
    case MessageStatus::Unknown:
        return Texts::tr("unknown");
    }
    return {};
}

QString mailingStateText(core::domain::MailingState state)
{
    using core::domain::MailingState;
    switch (state) {
    case MailingState::Draft:
        return Texts::tr("draft");
    case MailingState::Scheduled:
        return Texts::tr("scheduled");
    case MailingState::Running:
        return Texts::tr("running");
    case MailingState::Paused:
        return Texts::tr("paused");
    case MailingState::Finished:
        return Texts::tr("finished");
    case MailingState::Cancelled:
        return Texts::tr("cancelled", "mailing");
    }
    return {};
}

QString breakerText(core::domain::BreakerState state)
{
    using core::domain::BreakerState;
    switch (state) {
    case BreakerState::Closed:
        return Texts::tr("ready");
    case BreakerState::Open:
        return Texts::tr("out of order, will be tried again");
    case BreakerState::HalfOpen:
        return Texts::tr("being tried again");
    case BreakerState::Attention:
        return Texts::tr("needs attention");
    case BreakerState::KeyMissing:
        return Texts::tr("its key is missing on this computer");
    }
    return {};
}

QString answerText(core::domain::AnswerKind kind, int httpStatus)
{
    using core::domain::AnswerKind;
    if (httpStatus >= 300)
        return Texts::tr("HTTP %1").arg(httpStatus);
    switch (kind) {
    case AnswerKind::Accepted:
        return Texts::tr("accepted");
    case AnswerKind::Refused:
        return Texts::tr("refused");
    case AnswerKind::BadAnswer:
        return Texts::tr("unreadable answer");
    case AnswerKind::Timeout:
        return Texts::tr("no answer in time");
    case AnswerKind::Transient:
        return Texts::tr("not reached");
    case AnswerKind::Throttled:
        return Texts::tr("asked us to slow down");
    case AnswerKind::Rejected:
        return Texts::tr("rejected for good");
    case AnswerKind::RefusedUs:
        return Texts::tr("did not accept our credentials");
    case AnswerKind::Misconfigured:
        return Texts::tr("wrong address or set-up");
    case AnswerKind::Template:
        return Texts::tr("a field of the text is missing");
    case AnswerKind::GatewayGone:
        return Texts::tr("its gateway was removed");
    case AnswerKind::Interrupted:
        return Texts::tr("the program ended meanwhile");
    }
    return {};
}

} // namespace ui::texts
