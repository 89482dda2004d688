// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commands/mailingoptions.h"
#include "app/commands/messagestatuses.h"
#include "app/commandtext.h"
#include "app/listing.h"
#include "app/optionvalues.h"
#include "core/json/messagejson.h"

namespace app::commands {

namespace {

using core::domain::Message;

QStringList cells(const CommandContext &context, const Message &message)
{
    const QString error =
        message.error ? core::domain::errorLabel(message.error->kind, message.error->httpStatus) : QString();
    return {message.id.text(),
            message.phone.text(),
            core::domain::toText(message.status),
            QString::number(message.attempts),
            context.timeText(message.sentAt),
            error};
}

core::Result<ExitCode> list(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const auto mailing, mailingIdOf(context.invocation()));
    // An unknown number is no empty list, and one whose messages were removed is no mailing to nobody.
    HELIOGRAPH_ASSIGN(const auto found, context.services().mailings.find(mailing).result());
    if (const QString removed = removedText(context, found); !removed.isEmpty())
        context.console().note(removed);
    core::interfaces::MessageQuery query;
    query.mailing = mailing;
    query.statuses = statusesOf(context.invocation());
    using Align = TextTable::Align;
    Listing<Message> listing;
    listing.read = [&context, query](const core::domain::PageRequest &request) {
        return context.services().messages.page(query, request);
    };
    listing.toJson = [](const Message &message) { return core::json::toJson(message); };
    listing.columns = {
        {CommandText::tr("Number"), Align::Right},   {CommandText::tr("Phone")},   {CommandText::tr("Status")},
        {CommandText::tr("Attempts"), Align::Right}, {CommandText::tr("Sent at")}, {CommandText::tr("Error")}};
    listing.toCells = [&context](const Message &message) { return cells(context, message); };
    return printList(context.console(), listing);
}

} // namespace

Command mailingMessages()
{
    const auto &all = core::domain::allMessageStatuses;
    return {.words = u"mailing messages"_qs,
            .arguments = {{.name = u"ID"_qs, .check = isId()}},
            .options = {statusOption({all.begin(), all.end()},
                                     QT_TRANSLATE_NOOP("CommandLine", "only messages with this status"))},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Lists the messages of a mailing."),
            .run = inWorkspace(list)};
}

} // namespace app::commands
