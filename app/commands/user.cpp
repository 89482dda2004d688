// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// user add, list, passwd: who may sign in.

#include "app/commandcontext.h"
#include "app/commands/commands.h"
#include "app/commandtext.h"
#include "app/listing.h"
#include "app/optionvalues.h"
#include "core/json/userjson.h"

namespace app::commands {

namespace {

using core::Result;
using core::domain::User;

Result<ExitCode> add(CommandContext &context)
{
    const Invocation &invocation = context.invocation();
    core::domain::UserEdit edit;
    edit.email = invocation.arguments.value(0);
    edit.name = invocation.value(u"name"_qs);
    edit.role = core::domain::roleFromText(invocation.value(u"role"_qs));
    HELIOGRAPH_ASSIGN(edit.password, context.console().readLine());
    HELIOGRAPH_ASSIGN(const User user, context.services().accounts.create(context.actor(), edit).result());
    context.console().print(core::json::toJson(user));
    context.console().print(user.id.text());
    return ExitCode::Done;
}

Result<ExitCode> list(CommandContext &context)
{
    Listing<User> listing;
    listing.read = [&context](const core::domain::PageRequest &request) {
        return context.services().accounts.page(context.actor(), request);
    };
    listing.toJson = [](const User &user) { return core::json::toJson(user); };
    listing.columns = {{CommandText::tr("Number"), TextTable::Align::Right},
                       {CommandText::tr("E-mail")},
                       {CommandText::tr("Name", "user")},
                       {CommandText::tr("Role")},
                       {CommandText::tr("Active")},
                       {CommandText::tr("Created")}};
    listing.toCells = [&context](const User &user) {
        return QStringList{user.id.text(),
                           user.email,
                           user.name,
                           core::domain::toText(user.role),
                           user.active ? CommandText::tr("yes") : CommandText::tr("no"),
                           context.timeText(user.createdAt)};
    };
    return printList(context.console(), listing);
}

Result<ExitCode> passwd(CommandContext &context)
{
    auto &accounts = context.services().accounts;
    const QString email = context.invocation().arguments.value(0);
    HELIOGRAPH_ASSIGN(const User user, accounts.findByEmail(context.actor(), email).result());
    HELIOGRAPH_ASSIGN(const QString password, context.console().readLine());
    HELIOGRAPH_TRY(accounts.setPassword(context.actor(), user.id, password).result());
    context.console().print(core::json::toJson(user));
    context.console().print(CommandText::tr("The password of %1 is stored; its sessions have ended.").arg(user.email));
    return ExitCode::Done;
}

Option passwordOption(bool required)
{
    return {.name = u"password-stdin"_qs,
            .help = QT_TRANSLATE_NOOP("CommandLine",
                                      "read the password from standard input (10 to 128 characters); there is no other way"),
            .required = required,
            .field = "password"};
}

} // namespace

Command userAdd()
{
    return {.words = u"user add"_qs,
            .arguments = {{u"EMAIL"_qs}},
            .options = {{.name = u"name"_qs,
                         .value = u"NAME"_qs,
                         .help = QT_TRANSLATE_NOOP("CommandLine", "what the person is called"),
                         .required = true},
                        {.name = u"role"_qs,
                         .value = u"ROLE"_qs,
                         .help = QT_TRANSLATE_NOOP("CommandLine", "admin, operator or viewer"),
                         .check = oneOf({u"admin"_qs, u"operator"_qs, u"viewer"_qs}),
                         .required = true},
                        passwordOption(true)},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Adds a user and prints its number."),
            .run = changingWorkspace(add)};
}

Command userList()
{
    return {.words = u"user list"_qs,
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Lists the users, newest first."),
            .run = inWorkspace(list)};
}

Command userPasswd()
{
    return {.words = u"user passwd"_qs,
            .arguments = {{u"EMAIL"_qs}},
            .options = {passwordOption(false)},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Gives a user a new password, read from standard input."),
            .run = changingWorkspace(passwd)};
}

} // namespace app::commands
