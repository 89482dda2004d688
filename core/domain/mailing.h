// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A mailing: one text, one audience, one schedule; its state machine and the rules of its fields.
 *
 * Window, command line and REST build a MailingEdit and apply it; what needs the database (twins, missing fields, the
 * gateway's existence) is checked by core/services/mailingservice.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/audiencefilter.h"
#include "core/domain/recurrence.h"
#include "core/domain/sendwindow.h"

#include <optional>

namespace core::domain {

enum class MailingState : quint8 { Draft, Scheduled, Running, Paused, Finished, Cancelled };
enum class MailingAction : quint8 { Schedule, Start, Pause, Resume, Cancel, Finish, Retry };
enum class AudienceMode : quint8 { Frozen, Live };
enum class Priority : quint8 { Normal, High };

inline constexpr int maxMailingName = 120;
inline constexpr int maxMailingText = 2000;

struct Mailing
{
    MailingId id;
    QString name;
    QString text;
    AudienceFilter filter;
    AudienceMode audienceMode = AudienceMode::Frozen;
    Instant startAt{};
    Instant endAt{};
    std::optional<SendWindow> window;
    Repeat repeat = Repeat::None;
    std::optional<Instant> repeatUntil;
    GatewayId gateway;               ///< invalid: the workspace's default gateway at the start
    std::optional<double> rateLimit; ///< messages per second; nothing: only the gateway's
    Priority priority = Priority::Normal;
    bool allowMissingFields = false;
    MailingState state = MailingState::Draft;
    MailingState pausedFrom = MailingState::Running; ///< where resume leads: Scheduled or Running
    UserId owner;
    MailingId seriesId; ///< id of the series' first mailing; invalid: no series
    std::optional<Instant> archivedAt;
    std::optional<Instant> messagesRemovedAt; ///< some or all, for their age; statistics tell of them all the same
    Instant createdAt{};
    Instant updatedAt{};

    bool operator==(const Mailing &) const = default;
};

/** What somebody wants to set; a field that is not set stays as it is. */
struct MailingEdit
{
    std::optional<QString> name;
    std::optional<QString> text;
    std::optional<AudienceFilter> filter;
    std::optional<AudienceMode> audienceMode;
    std::optional<Instant> startAt;
    std::optional<Instant> endAt;
    std::optional<std::optional<SendWindow>> window;
    std::optional<Repeat> repeat;
    std::optional<std::optional<Instant>> repeatUntil;
    std::optional<GatewayId> gateway;
    std::optional<std::optional<double>> rateLimit;
    std::optional<Priority> priority;
    std::optional<bool> allowMissingFields;
};

/**
 * `base` with the edit applied, the name taken from the text where it is blank. A running mailing whose start is moved ahead
 * is scheduled again, a paused one goes back to being scheduled when it is resumed.
 * Errors: InvalidInput with all field errors at once: name, text (template errors with their position), filter, start_at,
 * end_at (must lie after the start and in the future), repeat (interval shorter than end − start), repeat_until, rate_limit.
 */
[[nodiscard]] Result<Mailing> edited(const Mailing &base, const MailingEdit &edit, Instant now);

/** First words of the text, at most 40 characters. */
[[nodiscard]] QString nameFromText(const QString &text);

/**
 * The state after an action. Start and Schedule lead a draft to Scheduled (the scheduler makes it Running when due).
 * Errors: Conflict mailing.state (args: state name, action name), mailing.archived.
 */
[[nodiscard]] Result<MailingState> stateAfter(const Mailing &mailing, MailingAction action);

[[nodiscard]] bool isActive(MailingState state);        ///< scheduled, running or paused
[[nodiscard]] bool awaitsStart(const Mailing &mailing); ///< scheduled, or paused from there

/**
 * The occurrence that comes after `mailing`, scheduled and without an id, whether or not it is stored already; nothing: the
 * series has ended.
 * @param series  its first mailing and its latest occurrence, which says whether the series goes on
 */
[[nodiscard]] std::optional<Mailing> followingOccurrence(const Mailing &mailing, const QList<Mailing> &series, Instant now,
                                                         const QTimeZone &zone);

/** Twin: same text and filter, overlapping times, the other alive or finished, not itself, not of its own series. */
[[nodiscard]] bool isTwin(const Mailing &mailing, const Mailing &other);

/** Names as in the specification: "running", "high", "live", "weekly". */
[[nodiscard]] QString toText(MailingState state);
[[nodiscard]] QString toText(MailingAction action);
[[nodiscard]] QString toText(AudienceMode mode);
[[nodiscard]] QString toText(Priority priority);
[[nodiscard]] QString toText(Repeat repeat);
[[nodiscard]] std::optional<MailingState> mailingStateFromText(const QString &text);
[[nodiscard]] std::optional<AudienceMode> audienceModeFromText(const QString &text);
[[nodiscard]] std::optional<Priority> priorityFromText(const QString &text);
[[nodiscard]] std::optional<Repeat> repeatFromText(const QString &text);

} // namespace core::domain
