// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/mailing.h"

#include "core/domain/messagetemplate.h"
#include "core/domain/textrules.h"

#include <cmath>

namespace core::domain {

namespace {

constexpr qsizetype maxNameFromText = 40;

template <typename T>
void apply(const std::optional<T> &change, T &target)
{
    if (change)
        target = *change;
}

Mailing applied(const Mailing &base, const MailingEdit &edit)
{
    Mailing mailing = base;
    apply(edit.name, mailing.name);
    apply(edit.text, mailing.text);
    apply(edit.filter, mailing.filter);
    apply(edit.audienceMode, mailing.audienceMode);
    apply(edit.startAt, mailing.startAt);
    apply(edit.endAt, mailing.endAt);
    apply(edit.window, mailing.window);
    apply(edit.repeat, mailing.repeat);
    apply(edit.repeatUntil, mailing.repeatUntil);
    apply(edit.gateway, mailing.gateway);
    apply(edit.rateLimit, mailing.rateLimit);
    apply(edit.priority, mailing.priority);
    apply(edit.allowMissingFields, mailing.allowMissingFields);
    return mailing;
}

/** Checks one field after the other and gathers what breaks a rule. */
class MailingChecker
{
public:
    explicit MailingChecker(Mailing &mailing) : m_mailing(mailing) {}

    void checkText()
    {
        if (m_mailing.text.trimmed().isEmpty())
            refuse("text", "text:empty");
        else if (characterCount(m_mailing.text) > maxMailingText)
            refuse("text", "text:too_long", {QString::number(maxMailingText)});
        else if (const auto parsed = MessageTemplate::parse(m_mailing.text); !parsed)
            m_errors += parsed.error().fields;
    }

    void checkName()
    {
        m_mailing.name = m_mailing.name.simplified();
        if (m_mailing.name.isEmpty())
            m_mailing.name = nameFromText(m_mailing.text);
        if (characterCount(m_mailing.name) > maxMailingName)
            refuse("name", "name:too_long", {QString::number(maxMailingName)});
    }

    void checkFilter()
    {
        Result<AudienceFilter> filter = normalised(m_mailing.filter);
        if (filter)
            m_mailing.filter = *std::move(filter);
        else
            m_errors += filter.error().fields;
    }

    void checkTimes(Instant now)
    {
        if (m_mailing.startAt == Instant{})
            refuse("start_at", "time:missing");
        if (m_mailing.endAt == Instant{})
            refuse("end_at", "time:missing");
        else if (m_mailing.endAt <= m_mailing.startAt)
            refuse("end_at", "end_at:before_start");
        else if (m_mailing.endAt <= now)
            refuse("end_at", "end_at:past");
    }

    void checkRepeat()
    {
        if (m_mailing.repeat == Repeat::None) {
            m_mailing.repeatUntil.reset();
            return;
        }
        if (m_mailing.endAt - m_mailing.startAt > shortestInterval(m_mailing.repeat))
            refuse("repeat", "repeat:too_short");
        if (m_mailing.repeatUntil && *m_mailing.repeatUntil <= m_mailing.startAt)
            refuse("repeat_until", "repeat_until:before_start");
    }

    void checkRate()
    {
        if (m_mailing.rateLimit && !(std::isfinite(*m_mailing.rateLimit) && *m_mailing.rateLimit > 0))
            refuse("rate_limit", "rate:range");
    }

    [[nodiscard]] QList<FieldError> takeErrors() { return std::move(m_errors); }

private:
    void refuse(const char *field, const char *code, const QStringList &args = {})
    {
        m_errors.append({QString::fromLatin1(field), QString::fromLatin1(code), args});
    }

    Mailing &m_mailing;
    QList<FieldError> m_errors;
};

/** Nothing where the action is not possible. */
std::optional<MailingState> successor(const Mailing &mailing, MailingAction action)
{
    using enum MailingState;
    const MailingState state = mailing.state;
    switch (action) {
    case MailingAction::Schedule:
        return state == Draft ? std::optional(Scheduled) : std::nullopt;
    case MailingAction::Start:
        if (state == Draft)
            return Scheduled;
        return state == Scheduled ? std::optional(Running) : std::nullopt;
    case MailingAction::Pause:
        return state == Scheduled || state == Running ? std::optional(Paused) : std::nullopt;
    case MailingAction::Resume:
        return state == Paused ? std::optional(mailing.pausedFrom) : std::nullopt;
    case MailingAction::Cancel:
        return isActive(state) ? std::optional(Cancelled) : std::nullopt;
    case MailingAction::Finish:
        return isActive(state) ? std::optional(Finished) : std::nullopt;
    case MailingAction::Retry:
        return state == Finished || state == Running ? std::optional(Running) : std::nullopt;
    }
    return std::nullopt;
}

/** Its start was moved ahead: what runs does not until then. */
void waitForStart(Mailing &mailing)
{
    if (mailing.state == MailingState::Running)
        mailing.state = MailingState::Scheduled;
    if (mailing.state == MailingState::Paused)
        mailing.pausedFrom = MailingState::Scheduled;
}

bool isSameSeries(const Mailing &one, const Mailing &other)
{
    // The first mailing of a series may not carry the mark itself.
    const MailingId oneSeries = one.seriesId.isValid() ? one.seriesId : one.id;
    const MailingId otherSeries = other.seriesId.isValid() ? other.seriesId : other.id;
    return oneSeries.isValid() && oneSeries == otherSeries;
}

} // namespace

Result<Mailing> edited(const Mailing &base, const MailingEdit &edit, Instant now)
{
    Mailing mailing = applied(base, edit);
    MailingChecker checker(mailing);
    checker.checkName();
    checker.checkText();
    checker.checkFilter();
    // The times of a mailing that is over are history: its name may still be mended.
    const bool isOver = base.state == MailingState::Finished || base.state == MailingState::Cancelled;
    if (!isOver || edit.startAt || edit.endAt)
        checker.checkTimes(now);
    if (mailing.startAt != base.startAt && mailing.startAt > now)
        waitForStart(mailing);
    checker.checkRepeat();
    checker.checkRate();
    if (QList<FieldError> errors = checker.takeErrors(); !errors.isEmpty())
        return Failure(Error::invalid(std::move(errors)));
    return mailing;
}

QString nameFromText(const QString &text)
{
    const QString words = text.simplified();
    if (words.size() <= maxNameFromText)
        return words;
    const qsizetype blank = words.lastIndexOf(u' ', maxNameFromText);
    qsizetype end = blank > 0 ? blank : maxNameFromText;
    if (words[end - 1].isHighSurrogate())
        --end;
    return words.left(end);
}

Result<MailingState> stateAfter(const Mailing &mailing, MailingAction action)
{
    if (mailing.archivedAt)
        return Failure(Error::make(ErrorKind::Conflict, "mailing.archived"));
    const std::optional<MailingState> next = successor(mailing, action);
    if (!next)
        return Failure(Error::make(ErrorKind::Conflict, "mailing.state", {toText(mailing.state), toText(action)}));
    return *next;
}

std::optional<Mailing> followingOccurrence(const Mailing &mailing, const QList<Mailing> &series, Instant now,
                                           const QTimeZone &zone)
{
    const Mailing &first = series.isEmpty() ? mailing : series.first();
    const Mailing &latest = series.isEmpty() ? mailing : series.last();
    if (latest.repeat == Repeat::None)
        return std::nullopt;
    // An occurrence that was moved a little, to either side, still stands for the turn it comes from.
    const Instant turn = mailing.startAt + shortestInterval(mailing.repeat) / 2;
    const auto next = nextOccurrence(mailing.repeat, {first.startAt, first.endAt}, turn, now, mailing.repeatUntil, zone);
    if (!next)
        return std::nullopt;
    Mailing following = mailing;
    following.id = {};
    following.startAt = next->start;
    following.endAt = next->end;
    following.state = MailingState::Scheduled;
    following.pausedFrom = MailingState::Running;
    following.archivedAt.reset();
    following.createdAt = following.updatedAt = now;
    return following;
}

bool isActive(MailingState state)
{
    return state == MailingState::Scheduled || state == MailingState::Running || state == MailingState::Paused;
}

bool awaitsStart(const Mailing &mailing)
{
    return mailing.state == MailingState::Scheduled ||
           (mailing.state == MailingState::Paused && mailing.pausedFrom == MailingState::Scheduled);
}

bool isTwin(const Mailing &mailing, const Mailing &other)
{
    const bool overlaps = mailing.startAt < other.endAt && other.startAt < mailing.endAt;
    return overlaps && (isActive(other.state) || other.state == MailingState::Finished) && !isSameSeries(mailing, other) &&
           mailing.text == other.text && mailing.filter.isSameAs(other.filter);
}

} // namespace core::domain
