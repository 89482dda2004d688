// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/statisticstext.h"

#include "app/commandtext.h"
#include "app/texttable.h"

namespace app::commands {

QString countsText(const core::domain::StatusCounts &counts)
{
    QList<QPair<QString, QString>> lines;
    for (const core::domain::MessageStatus status : core::domain::allMessageStatuses) {
        if (counts[status] > 0)
            lines.append({core::domain::toText(status), QString::number(counts[status])});
    }
    lines.append({CommandText::tr("total"), QString::number(counts.total())});
    return pairsText(lines);
}

QString totalText(const core::domain::MailingSummary &summary)
{
    const QString total = QString::number(summary.counts.total());
    return summary.choosing ? total + u'+' : total;
}

} // namespace app::commands
