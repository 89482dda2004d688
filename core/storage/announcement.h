// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What a process that shares a server tells the others after a commit.
 */
#pragma once

#include "core/interfaces/changefeed.h"

#include <QString>
#include <optional>

namespace core::storage {

/** Thread: any (a value). */
struct Announcement
{
    QString process; ///< who changed something; everybody knows of his own changes already
    interfaces::Changes changes;

    /** Drawn once by each process. */
    [[nodiscard]] static QString ownProcess();

    [[nodiscard]] QString text() const;
    /** Nothing if that is not what text() writes. */
    [[nodiscard]] static std::optional<Announcement> parse(const QString &text);

    bool operator==(const Announcement &) const = default;
};

} // namespace core::storage
