// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/unknownlabels.h"

#include "app/commandtext.h"

namespace app::commands {

using core::Status;

namespace {

Status noteIfNobody(CommandContext &context, const core::interfaces::ClientQuery &query, const QString &warning)
{
    HELIOGRAPH_ASSIGN(const qint64 clients, context.services().clients.count(query).result());
    if (clients == 0)
        context.console().note(warning);
    return {};
}

} // namespace

Status noteUnknownLabels(CommandContext &context, const QStringList &tags, const QStringList &operatorCodes)
{
    const QString tagWarning = CommandText::tr("Warning: no client has the tag “%1”.");
    const QString codeWarning = CommandText::tr("Warning: no client has the operator code “%1”.");
    for (const QString &tag : tags)
        HELIOGRAPH_TRY(noteIfNobody(context, {.tags = QStringList{tag}}, tagWarning.arg(tag)));
    for (const QString &code : operatorCodes)
        HELIOGRAPH_TRY(noteIfNobody(context, {.operatorCodes = QStringList{code}}, codeWarning.arg(code)));
    return {};
}

} // namespace app::commands
