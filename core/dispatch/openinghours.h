// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Answers "may this client be written to now?" for many clients of few time zones.
 */
#pragma once

#include "core/domain/sendwindow.h"

#include <QHash>

namespace core::dispatch {

/**
 * Remembers, for each zone, until when a mailing's window is open or shut, so that the arithmetic runs once per zone and
 * change and not once per message. Thread: any one.
 */
class OpeningHours
{
public:
    explicit OpeningHours(std::optional<domain::SendWindow> window = std::nullopt);

    /** Nothing: open at `now`. Else when it opens; the distant future if it never does. */
    [[nodiscard]] std::optional<Instant> closedUntil(const QString &zoneName, Instant now);

private:
    struct Known
    {
        Instant since{}; ///< valid in [since, until)
        Instant until{};
        bool open = false;
    };

    [[nodiscard]] Known look(const QString &zoneName, Instant now) const;

    std::optional<domain::SendWindow> m_window;
    QHash<QString, Known> m_known;
};

} // namespace core::dispatch
