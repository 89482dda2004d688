// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/gatewayoptions.h"

#include "app/commandtext.h"
#include "app/optionvalues.h"
#include "core/json/gatewayjson.h"

#include <algorithm>
#include <cmath>

namespace app::commands {

using core::domain::GatewayEdit;

namespace {

core::Status readOptions(const Invocation &invocation, QMap<QString, QString> options, GatewayEdit &edit)
{
    if (!invocation.has(u"option"_qs))
        return {};
    for (const QString &text : invocation.values(u"option"_qs)) {
        HELIOGRAPH_ASSIGN(const auto pair, pairFrom(text));
        if (pair.second.isEmpty())
            options.remove(pair.first);
        else
            options.insert(pair.first, pair.second);
    }
    edit.options = options;
    return {};
}

core::Milliseconds millisecondsFrom(const QString &seconds)
{
    constexpr double most = 1e9; // the rules for each stand in the domain; here it must not overflow
    return core::Milliseconds{std::llround(std::clamp(seconds.toDouble(), -most, most) * 1000)};
}

void readRetry(const Invocation &invocation, core::domain::RetryLimits retry, GatewayEdit &edit)
{
    const auto before = retry;
    if (invocation.has(u"retry-attempts"_qs))
        retry.maxAttempts = invocation.value(u"retry-attempts"_qs).toInt();
    if (invocation.has(u"retry-first-delay"_qs))
        retry.firstDelay = millisecondsFrom(invocation.value(u"retry-first-delay"_qs));
    if (invocation.has(u"retry-max-delay"_qs))
        retry.maxDelay = millisecondsFrom(invocation.value(u"retry-max-delay"_qs));
    if (invocation.has(u"retry-factor"_qs))
        retry.factor = invocation.value(u"retry-factor"_qs).toDouble();
    if (invocation.has(u"retry-jitter"_qs))
        retry.jitter = invocation.value(u"retry-jitter"_qs).toDouble();
    if (retry != before)
        edit.retry = retry;
}

void readNumbers(const Invocation &invocation, GatewayEdit &edit)
{
    if (invocation.has(u"rate-unit"_qs))
        edit.rateUnit = core::domain::rateUnitFromText(invocation.value(u"rate-unit"_qs));
    if (invocation.has(u"rate"_qs)) {
        const double rate = invocation.value(u"rate"_qs).toDouble();
        edit.rate = rate == 0 ? std::optional<double>() : std::optional(rate);
    }
    if (invocation.has(u"connections"_qs))
        edit.connections = invocation.value(u"connections"_qs).toInt();
    if (invocation.has(u"timeout"_qs))
        edit.timeout = std::chrono::seconds{invocation.value(u"timeout"_qs).toInt()};
}

} // namespace

QList<Option> gatewayOptions()
{
    constexpr int most = 1'000'000; // the rules for each stand in the domain; here it is a number at all
    return {
        {.name = u"kind"_qs, .value = u"KIND"_qs, .help = QT_TRANSLATE_NOOP("CommandLine", "http-json or simulator")},
        {.name = u"url"_qs,
         .value = u"URL"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "address, to which the number of the message is added")},
        {.name = u"secret-stdin"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "read the secret from standard input; a blank line removes it")},
        {.name = u"sender"_qs, .value = u"NAME"_qs, .help = QT_TRANSLATE_NOOP("CommandLine", "whom the messages come from")},
        {.name = u"rate"_qs,
         .value = u"N"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "at most N messages or parts a second; 0: no limit"),
         .check = isNumber()},
        {.name = u"rate-unit"_qs,
         .value = u"UNIT"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "what the rate counts: messages or parts"),
         .check = oneOf({u"messages"_qs, u"parts"_qs}),
         .field = "rate_unit"},
        {.name = u"connections"_qs,
         .value = u"N"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "at most N requests at once (1 to 512)"),
         .check = isWholeNumber(0, most)},
        {.name = u"timeout"_qs,
         .value = u"SECONDS"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "how long one request may take (1 to 300)"),
         .check = isWholeNumber(0, most)},
        {.name = u"retry-attempts"_qs,
         .value = u"N"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "at most N attempts, the first one counts (1 to 100)"),
         .check = isWholeNumber(0, most),
         .field = "retry.max_attempts"},
        {.name = u"retry-first-delay"_qs,
         .value = u"SECONDS"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "pause before the second attempt"),
         .check = isNumber(),
         .field = "retry.first_delay"},
        {.name = u"retry-factor"_qs,
         .value = u"N"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "each further pause is N times as long (1 to 10)"),
         .check = isNumber(),
         .field = "retry.factor"},
        {.name = u"retry-max-delay"_qs,
         .value = u"SECONDS"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "and never longer than this"),
         .check = isNumber(),
         .field = "retry.max_delay"},
        {.name = u"retry-jitter"_qs,
         .value = u"SHARE"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "pauses are shorter or longer by up to this share (0 to 0.9)"),
         .check = isNumber(),
         .field = "retry.jitter"},
        {.name = u"option"_qs,
         .value = u"KEY=VALUE"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "an option of the kind; without value: removes it"),
         .repeatable = true,
         .check = isPair(),
         .field = "options"},
        {.name = u"default"_qs, .help = QT_TRANSLATE_NOOP("CommandLine", "mailings that name no gateway use this one")},
        {.name = u"disable"_qs, .help = QT_TRANSLATE_NOOP("CommandLine", "send nothing through it for now")},
        {.name = u"enable"_qs, .help = QT_TRANSLATE_NOOP("CommandLine", "send through it again")},
    };
}

core::Status isEnabledOrDisabled(const Invocation &invocation)
{
    if (invocation.has(u"enable"_qs) && invocation.has(u"disable"_qs))
        return core::Failure(core::Error::invalidField("enable", "usage:not_with", {u"--disable"_qs}));
    return {};
}

QString stateText(const core::domain::GatewayWithState &gateway)
{
    return gateway.profile.enabled ? core::domain::toText(gateway.state.breaker) : CommandText::tr("disabled");
}

core::Result<GatewayEdit> gatewayEdit(CommandContext &context, const core::domain::GatewayProfile &base)
{
    const Invocation &invocation = context.invocation();
    GatewayEdit edit;
    if (invocation.has(u"kind"_qs))
        edit.kind = invocation.value(u"kind"_qs);
    if (invocation.has(u"url"_qs))
        edit.url = invocation.value(u"url"_qs);
    if (invocation.has(u"secret-stdin"_qs)) {
        HELIOGRAPH_ASSIGN(edit.secret, context.console().readLine());
    }
    if (invocation.has(u"sender"_qs))
        edit.sender = invocation.value(u"sender"_qs);
    readNumbers(invocation, edit);
    readRetry(invocation, base.retry, edit);
    const bool isOfThisKind = !edit.kind || *edit.kind == base.kind;
    HELIOGRAPH_TRY(readOptions(invocation, isOfThisKind ? base.options : QMap<QString, QString>(), edit));
    if (invocation.has(u"default"_qs))
        edit.isDefault = true;
    if (invocation.has(u"disable"_qs) || invocation.has(u"enable"_qs))
        edit.enabled = invocation.has(u"enable"_qs);
    return edit;
}

core::Result<core::domain::GatewayWithState> gatewayOf(CommandContext &context)
{
    return context.services().gateways.findByName(context.invocation().arguments.value(0)).result();
}

void printGateway(Console &console, const core::domain::GatewayWithState &gateway)
{
    console.print(core::json::toJson(gateway));
    console.print(gateway.profile.name + u"  "_qs + stateText(gateway));
}

} // namespace app::commands
