// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// token create, list, revoke: what scripts come in with.

#include "app/commandcontext.h"
#include "app/commands/commands.h"
#include "app/commandtext.h"
#include "app/listing.h"
#include "app/optionvalues.h"
#include "core/json/userjson.h"

namespace app::commands {

namespace {

using core::Result;
using core::domain::OwnedToken;

Result<ExitCode> create(CommandContext &context)
{
    const Invocation &invocation = context.invocation();
    auto &accounts = context.services().accounts;
    core::domain::TokenWish wish;
    wish.name = invocation.value(u"name"_qs);
    if (invocation.has(u"days"_qs))
        wish.days = invocation.value(u"days"_qs).toInt();
    HELIOGRAPH_ASSIGN(const auto user, accounts.findByEmail(context.actor(), invocation.value(u"user"_qs)).result());
    HELIOGRAPH_ASSIGN(const auto token, accounts.createToken(context.actor(), user.id, wish).result());
    context.console().print(core::json::toJson(token));
    context.console().print(token.text);
    return ExitCode::Done;
}

QString kindText(core::domain::TokenKind kind)
{
    return kind == core::domain::TokenKind::Session ? CommandText::tr("session") : CommandText::tr("script");
}

Result<ExitCode> list(CommandContext &context)
{
    Listing<OwnedToken> listing;
    listing.read = [&context](const core::domain::PageRequest &request) {
        return context.services().accounts.tokens(context.actor(), {}, request);
    };
    listing.toJson = [](const OwnedToken &token) { return core::json::toJson(token); };
    listing.columns = {{CommandText::tr("Number"), TextTable::Align::Right},
                       {CommandText::tr("User")},
                       {CommandText::tr("Kind")},
                       {CommandText::tr("Name", "token")},
                       {CommandText::tr("Created")},
                       {CommandText::tr("Expires")},
                       {CommandText::tr("Last use")}};
    listing.toCells = [&context](const OwnedToken &row) {
        const core::domain::ApiToken &token = row.token;
        return QStringList{token.id.text(),
                           row.user.email,
                           kindText(token.kind),
                           token.name,
                           context.timeText(token.createdAt),
                           context.timeText(token.expiresAt),
                           context.timeText(token.lastUsedAt)};
    };
    return printList(context.console(), listing);
}

Result<ExitCode> revoke(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const qint64 id, idFrom(context.invocation().arguments.value(0), "usage:token"));
    auto &accounts = context.services().accounts;
    HELIOGRAPH_ASSIGN(const auto token, accounts.revokeToken(context.actor(), core::TokenId{id}).result());
    context.console().print(core::json::toJson(token));
    context.console().print(CommandText::tr("The token %1 of %2 is revoked.").arg(token.token.id.text(), token.user.email));
    return ExitCode::Done;
}

} // namespace

Command tokenCreate()
{
    constexpr int most = 1'000'000; // the rule stands in the domain; here it is a number at all
    return {.words = u"token create"_qs,
            .options = {{.name = u"user"_qs,
                         .value = u"EMAIL"_qs,
                         .help = QT_TRANSLATE_NOOP("CommandLine", "on whose behalf the script acts"),
                         .required = true},
                        {.name = u"name"_qs,
                         .value = u"NAME"_qs,
                         .help = QT_TRANSLATE_NOOP("CommandLine", "what it is for, to tell it from others")},
                        {.name = u"days"_qs,
                         .value = u"D"_qs,
                         .help = QT_TRANSLATE_NOOP("CommandLine", "it expires after so many days; default: never"),
                         .check = isWholeNumber(0, most)}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Makes a token for a script and prints it, this one time."),
            .run = changingWorkspace(create)};
}

Command tokenList()
{
    return {.words = u"token list"_qs,
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Lists sessions and tokens of scripts, newest first."),
            .run = inWorkspace(list)};
}

Command tokenRevoke()
{
    return {.words = u"token revoke"_qs,
            .arguments = {{.name = u"ID"_qs, .check = isTokenId()}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Makes a token worthless at once."),
            .run = changingWorkspace(revoke)};
}

} // namespace app::commands
