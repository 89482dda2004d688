// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commands/gatewayoptions.h"
#include "core/json/values.h"

namespace app::commands {

namespace {

using core::domain::AnswerKind;
using core::interfaces::GatewayAnswer;

QJsonObject toJson(const GatewayAnswer &answer)
{
    return {
        {u"accepted"_qs, answer.kind == AnswerKind::Accepted},
        {u"kind"_qs, core::domain::toText(answer.kind)},
        {u"status"_qs, answer.httpStatus > 0 ? QJsonValue(answer.httpStatus) : QJsonValue(QJsonValue::Null)},
        {u"answer"_qs, answer.text},
        {u"gateway_message_id"_qs, core::json::textOrNull(answer.gatewayMessageId)},
    };
}

core::Result<ExitCode> test(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const auto gateway, gatewayOf(context));
    const Invocation &invocation = context.invocation();
    const QString text = invocation.has(u"text"_qs) ? invocation.value(u"text"_qs) : u"Test"_qs;
    auto &gateways = context.services().gateways;
    const auto future = gateways.test(context.actor(), gateway.profile.id, invocation.arguments.value(1), text);
    HELIOGRAPH_ASSIGN(const GatewayAnswer answer, future.result());
    context.console().print(toJson(answer));
    const bool isAccepted = answer.kind == AnswerKind::Accepted;
    const QString label =
        isAccepted ? core::domain::toText(answer.kind) : core::domain::errorLabel(answer.kind, answer.httpStatus);
    context.console().print(label + u"  "_qs + answer.text.simplified());
    return isAccepted ? ExitCode::Done : ExitCode::Failed;
}

} // namespace

Command gatewayTest()
{
    return {.words = u"gateway test"_qs,
            .arguments = {{u"NAME"_qs}, {u"PHONE"_qs}},
            .options = {{.name = u"text"_qs,
                         .value = u"TEXT"_qs,
                         .help = QT_TRANSLATE_NOOP("CommandLine", "what is sent; default: Test")}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Sends one message outside of any mailing and prints the answer."),
            .run = changingWorkspace(test)};
}

} // namespace app::commands
