// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commandcontext.h"
#include "app/commands/unknownlabels.h"
#include "app/commandtext.h"
#include "app/listing.h"
#include "app/optionvalues.h"
#include "core/json/clientjson.h"

namespace app::commands {

namespace {

using core::domain::Client;

core::Result<ExitCode> list(CommandContext &context)
{
    core::interfaces::ClientQuery query;
    query.tags = context.invocation().values(u"tag"_qs);
    query.operatorCodes = context.invocation().values(u"code"_qs);
    Listing<Client> listing;
    listing.read = [&context, query](const core::domain::PageRequest &request) {
        return context.services().clients.page(query, request);
    };
    listing.toJson = [](const Client &client) { return core::json::toJson(client); };
    listing.columns = {{CommandText::tr("Phone")}, {CommandText::tr("Code")},      {CommandText::tr("Name", "client")},
                       {CommandText::tr("Tags")},  {CommandText::tr("Time zone")}, {CommandText::tr("Opted out")}};
    listing.toCells = [&context](const Client &client) {
        return QStringList{client.phone.text(),
                           client.operatorCode,
                           client.attributes.value(u"name"_qs),
                           client.tags.join(QLatin1String(", ")),
                           client.timezone,
                           context.timeText(client.optedOutAt)};
    };
    HELIOGRAPH_TRY(noteUnknownLabels(context, query.tags, query.operatorCodes));
    return printList(context.console(), listing);
}

} // namespace

Command clientList()
{
    return {.words = u"client list"_qs,
            .options = {{.name = u"tag"_qs,
                         .value = u"TAG"_qs,
                         .help = QT_TRANSLATE_NOOP("CommandLine", "only clients with any of these tags"),
                         .repeatable = true,
                         .check = isTag()},
                        {.name = u"code"_qs,
                         .value = u"CODE"_qs,
                         .help = QT_TRANSLATE_NOOP("CommandLine", "only clients with this operator code"),
                         .repeatable = true,
                         .check = isNotBlank()}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Lists the clients, newest first."),
            .run = inWorkspace(list)};
}

} // namespace app::commands
