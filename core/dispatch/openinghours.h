// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Answers "may this client be written to now?" for many clients of few time zones.
 */
#pragma once

#include "core/domain/message.h"
#include "core/domain/sendwindow.h"

#include <QHash>

namespace core::dispatch {

/**
 * Remembers, for each zone, until when a mailing's window is open or shut, so that the arithmetic runs once per zone and
 * change and not once per message.
 *
 * A window is shut in a zone that this computer does not know: what time it is there is not known either. Thread: any one.
 */
class OpeningHours
{
public:
    explicit OpeningHours(std::optional<domain::SendWindow> window = std::nullopt);

    /**
     * After this a message whose zone is unknown is looked at again, perhaps by a computer that knows it. Longer than any
     * pause between attempts: as a rule it counts as waiting for an opening, and is woken when its client gets another zone.
     * One that was tried before and came late within such a pause is not: it waits for the rest of it.
     */
    static constexpr Milliseconds unknownZonePause = domain::longestRetryPause + std::chrono::minutes{1};

    /** Nothing: open at `now`. Else when it opens, or is looked at again; the distant future if it never opens. */
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
