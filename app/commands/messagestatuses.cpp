// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/messagestatuses.h"

#include "app/optionvalues.h"

namespace app::commands {

Option statusOption(const QList<core::domain::MessageStatus> &statuses, const char *help)
{
    QStringList names;
    for (const core::domain::MessageStatus status : statuses)
        names.append(core::domain::toText(status));
    return {.name = u"status"_qs,
            .value = u"STATUS"_qs,
            .help = help,
            .repeatable = true,
            .check = oneOf(names),
            .field = "statuses"};
}

QList<core::domain::MessageStatus> statusesOf(const Invocation &invocation)
{
    QList<core::domain::MessageStatus> statuses;
    for (const QString &name : invocation.values(u"status"_qs))
        statuses.append(core::domain::messageStatusFromText(name).value());
    return statuses;
}

} // namespace app::commands
