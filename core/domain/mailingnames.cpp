// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The words for a mailing's states, actions and choices, as the specification writes them.

#include "core/domain/mailing.h"

#include <array>

namespace core::domain {

namespace {

// In the order of the enumerations.
constexpr std::array stateNames{"draft", "scheduled", "running", "paused", "finished", "cancelled"};
constexpr std::array actionNames{"schedule", "start", "pause", "resume", "cancel", "finish", "retry"};
constexpr std::array modeNames{"frozen", "live"};
constexpr std::array priorityNames{"normal", "high"};
constexpr std::array repeatNames{"none", "daily", "weekly", "monthly"};

template <typename Enum, std::size_t N>
QString nameOf(Enum value, const std::array<const char *, N> &names)
{
    return QString::fromLatin1(names.at(static_cast<std::size_t>(value)));
}

template <typename Enum, std::size_t N>
std::optional<Enum> valueOf(const QString &text, const std::array<const char *, N> &names)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (text == QLatin1String(names[i]))
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace

QString toText(MailingState state)
{
    return nameOf(state, stateNames);
}

QString toText(MailingAction action)
{
    return nameOf(action, actionNames);
}

QString toText(AudienceMode mode)
{
    return nameOf(mode, modeNames);
}

QString toText(Priority priority)
{
    return nameOf(priority, priorityNames);
}

QString toText(Repeat repeat)
{
    return nameOf(repeat, repeatNames);
}

std::optional<MailingState> mailingStateFromText(const QString &text)
{
    return valueOf<MailingState>(text, stateNames);
}

std::optional<AudienceMode> audienceModeFromText(const QString &text)
{
    return valueOf<AudienceMode>(text, modeNames);
}

std::optional<Priority> priorityFromText(const QString &text)
{
    return valueOf<Priority>(text, priorityNames);
}

std::optional<Repeat> repeatFromText(const QString &text)
{
    return valueOf<Repeat>(text, repeatNames);
}

} // namespace core::domain
