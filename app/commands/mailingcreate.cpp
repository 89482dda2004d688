// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commands/mailingoptions.h"
#include "core/json/mailingjson.h"

namespace app::commands {

namespace {

core::Result<ExitCode> create(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const auto edit, mailingEdit(context, {}));
    auto &mailings = context.services().mailings;
    const Invocation &invocation = context.invocation();
    auto future = invocation.has(u"draft"_qs) ? mailings.createDraft(context.actor(), edit)
                                              : mailings.createScheduled(context.actor(), edit, mailingConsent(invocation));
    HELIOGRAPH_ASSIGN(const auto mailing, future.result());
    context.console().print(core::json::toJson(mailing));
    context.console().print(mailing.id.text());
    (void)noteUnknownAudience(context); // it is stored, whatever becomes of the note
    return ExitCode::Done;
}

/** Else it would be dropped in silence. */
core::Status hasRepeatForItsEnd(const Invocation &invocation)
{
    const QString repeat = invocation.value(u"repeat"_qs);
    if (invocation.has(u"repeat-until"_qs) && (repeat.isEmpty() || repeat == QLatin1String("none")))
        return core::Failure(core::Error::invalidField("repeat_until", "usage:only_with", {u"--repeat"_qs}));
    return {};
}

} // namespace

Command mailingCreate()
{
    QList<Option> options = mailingOptions();
    for (Option &option : options)
        option.required = option.name == QLatin1String("text");
    options.append({.name = u"draft"_qs, .help = QT_TRANSLATE_NOOP("CommandLine", "do not schedule it yet")});
    return {.words = u"mailing create"_qs,
            .options = options,
            .checkAll = hasRepeatForItsEnd,
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Creates a mailing and prints its number."),
            .run = changingWorkspace(create)};
}

} // namespace app::commands
