// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gateways/replyclassifier.h"

#include "core/domain/textrules.h"

#include <QLocale>
#include <algorithm>

namespace core::gateways {

using domain::AnswerKind;

namespace {

constexpr Milliseconds longestRetryAfter = std::chrono::minutes{15};

/** RFC 9110, 5.6.7: one form that is written, and two old ones that are still read. */
std::optional<Instant> parseHttpDate(const QString &text, Instant now)
{
    const QString withoutWeekday = text.mid(text.indexOf(u' ') + 1);
    for (const char *form : {"dd MMM yyyy HH:mm:ss 'GMT'", "dd-MMM-yy HH:mm:ss 'GMT'", "MMM d HH:mm:ss yyyy"}) {
        QDateTime date = QLocale::c().toDateTime(withoutWeekday, QString::fromLatin1(form));
        if (!date.isValid())
            continue;
        date.setTimeSpec(Qt::UTC);
        // Qt takes a year of two digits for one of the 1900s; it is never more than fifty years ago.
        if (date.date().year() < toDateTime(now).date().year() - 50)
            date = date.addYears(100);
        return toInstant(date);
    }
    return std::nullopt;
}

AnswerKind kindOfSuccess(const HttpOutcome &outcome, const ReadVerdict &read)
{
    if (outcome.tooLong)
        return AnswerKind::BadAnswer;
    if (outcome.error != QNetworkReply::NoError)
        return AnswerKind::Timeout; // cut in the middle: what came may say the opposite of what was meant
    switch (read(outcome.status, outcome.body)) {
    case Verdict::Accepted:
        return AnswerKind::Accepted;
    case Verdict::Refused:
        return AnswerKind::Refused;
    case Verdict::Unreadable:
        break;
    }
    return AnswerKind::BadAnswer;
}

AnswerKind kindOfStatus(int status, bool hasRetryAfter)
{
    switch (status) {
    case 401:
    case 402:
    case 403:
        return AnswerKind::RefusedUs;
    case 404:
    case 405:
    case 415:
        return AnswerKind::Misconfigured;
    case 408:
    case 425:
        return AnswerKind::Transient;
    case 429:
        return AnswerKind::Throttled;
    case 503:
        return hasRetryAfter ? AnswerKind::Throttled : AnswerKind::Transient;
    default:
        break;
    }
    if (status >= 500 && status <= 599)
        return AnswerKind::Transient;
    if (status >= 400 && status <= 499)
        return AnswerKind::Rejected;
    if (status >= 300 && status <= 399)
        return AnswerKind::Misconfigured;
    return AnswerKind::BadAnswer; // no status that HTTP knows
}

AnswerKind kindOfSilence(const HttpOutcome &outcome)
{
    switch (outcome.error) {
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProtocolUnknownError:
        return AnswerKind::Misconfigured;
    case QNetworkReply::ProtocolFailure:
        return AnswerKind::BadAnswer;
    default:
        return outcome.written ? AnswerKind::Timeout : AnswerKind::Transient;
    }
}

} // namespace

interfaces::GatewayAnswer classify(const HttpOutcome &outcome, const ReadVerdict &read, Instant now)
{
    interfaces::GatewayAnswer answer;
    answer.httpStatus = outcome.status;
    if (outcome.status == 0) {
        answer.kind = kindOfSilence(outcome);
        answer.text = domain::cutTo(outcome.errorText, domain::maxKeptAnswer);
        return answer;
    }

    const auto retryAfter = parseRetryAfter(outcome.retryAfter, now);
    const bool success = outcome.status >= 200 && outcome.status <= 299;
    answer.kind = success ? kindOfSuccess(outcome, read) : kindOfStatus(outcome.status, retryAfter.has_value());
    answer.text = domain::cutTo(QString::fromUtf8(outcome.body), domain::maxKeptAnswer);
    if (answer.text.isEmpty())
        answer.text = domain::cutTo(outcome.errorText, domain::maxKeptAnswer);
    if (answer.kind == AnswerKind::Throttled)
        answer.retryAfter = retryAfter;
    return answer;
}

std::optional<Milliseconds> parseRetryAfter(const QByteArray &value, Instant now)
{
    const QByteArray trimmed = value.trimmed();
    if (trimmed.isEmpty())
        return std::nullopt; // nearly always: looking for a date in nothing takes as long as all the rest
    const bool digitsOnly = std::all_of(trimmed.begin(), trimmed.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digitsOnly) {
        bool fits = false;
        const qint64 seconds = trimmed.toLongLong(&fits);
        if (!fits || seconds > std::chrono::duration_cast<std::chrono::seconds>(longestRetryAfter).count())
            return longestRetryAfter;
        return std::chrono::seconds{seconds};
    }

    const std::optional<Instant> date = parseHttpDate(QString::fromLatin1(trimmed).simplified(), now);
    if (!date)
        return std::nullopt;
    return std::clamp(*date - now, Milliseconds{0}, longestRetryAfter);
}

} // namespace core::gateways
