// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/clientoptions.h"

#include "app/commandtext.h"
#include "app/optionvalues.h"
#include "core/domain/tags.h"
#include "core/json/clientjson.h"

namespace app::commands {

using core::domain::Client;
using core::domain::ClientEdit;

namespace {

QStringList editedTags(const Invocation &invocation, const QStringList &base)
{
    QStringList tags = base + invocation.values(u"tag"_qs);
    for (const QString &label : invocation.values(u"untag"_qs))
        tags.removeIf([folded = core::domain::foldedTag(label)](const QString &tag) {
            return core::domain::foldedTag(tag) == folded;
        });
    return tags;
}

core::Result<core::domain::Attributes> editedAttributes(const Invocation &invocation, core::domain::Attributes attributes)
{
    for (const QString &text : invocation.values(u"attribute"_qs)) {
        HELIOGRAPH_ASSIGN(const auto pair, pairFrom(text));
        if (pair.second.isEmpty())
            attributes.remove(pair.first.toLower());
        else
            attributes.insert(pair.first, pair.second);
    }
    return attributes;
}

} // namespace

QList<Option> clientOptions()
{
    return {
        {.name = u"code"_qs,
         .value = u"CODE"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "operator code; default: digits 2 to 4 of the phone"),
         .check = isNotBlank(),
         .field = "operator_code"},
        {.name = u"tag"_qs,
         .value = u"TAG"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "adds a tag"),
         .repeatable = true,
         .check = isTag(),
         .field = "tags"},
        {.name = u"timezone"_qs,
         .value = u"ZONE"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "for instance Asia/Omsk; default: the workspace's")},
        {.name = u"attribute"_qs,
         .value = u"KEY=VALUE"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "a merge field such as name=Anna; without value: removes it"),
         .repeatable = true,
         .check = isPair(),
         .field = "attributes"},
        {.name = u"consent"_qs,
         .value = u"TEXT"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "source and date of the client's consent")},
    };
}

core::Result<ClientEdit> clientEdit(const Invocation &invocation, const Client &base)
{
    ClientEdit edit;
    if (invocation.has(u"code"_qs))
        edit.operatorCode = invocation.value(u"code"_qs);
    if (invocation.has(u"timezone"_qs))
        edit.timezone = invocation.value(u"timezone"_qs);
    if (invocation.has(u"consent"_qs)) {
        const QString consent = invocation.value(u"consent"_qs);
        edit.consent = consent.isEmpty() ? std::optional<QString>() : std::optional(consent);
    }
    if (invocation.has(u"tag"_qs) || invocation.has(u"untag"_qs))
        edit.tags = editedTags(invocation, base.tags);
    if (invocation.has(u"attribute"_qs)) {
        HELIOGRAPH_ASSIGN(edit.attributes, editedAttributes(invocation, base.attributes));
    }
    return edit;
}

core::Result<Client> clientOf(CommandContext &context)
{
    return context.services().clients.findByPhone(context.invocation().arguments.value(0)).result();
}

void printClient(CommandContext &context, const Client &client)
{
    context.console().print(core::json::toJson(client));
    QList<QPair<QString, QString>> lines{
        {CommandText::tr("number"), client.id.text()},
        {CommandText::tr("phone"), client.phone.text()},
        {CommandText::tr("operator code"), client.operatorCode},
        {CommandText::tr("time zone"), client.timezone},
        {CommandText::tr("tags"), client.tags.join(QLatin1String(", "))},
        {CommandText::tr("opted out"), context.timeText(client.optedOutAt)},
        {CommandText::tr("consent"), client.consent.value_or(QString())},
    };
    for (auto attribute = client.attributes.begin(); attribute != client.attributes.end(); ++attribute)
        lines.append({attribute.key(), attribute.value()});
    lines.removeIf([](const QPair<QString, QString> &line) { return line.second.isEmpty(); });
    context.console().print(pairsText(lines));
}

} // namespace app::commands
