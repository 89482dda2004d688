// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/routes.h"

#include "core/json/clientjson.h"
#include "core/json/mailingjson.h"
#include "core/json/objectreader.h"
#include "core/json/values.h"
#include "core/rest/jsonbody.h"
#include "core/services/audienceservice.h"

namespace core::rest {

namespace {

constexpr int sampleSize = 5;

Result<domain::AudienceFilter> filterOf(const QJsonObject &body)
{
    json::ObjectReader reader(body);
    const auto object = reader.object(QStringLiteral("filter"));
    auto filter = json::filterFromJson(object.value_or(QJsonObject()));
    if (const auto errors = reader.errors(); !errors.isEmpty())
        return Failure(json::allErrors(errors, filter));
    return filter;
}

/** Label to number. */
QJsonObject counts(const QList<interfaces::LabelCount> &labels)
{
    QJsonObject object;
    for (const interfaces::LabelCount &label : labels)
        object.insert(label.label, label.count);
    return object;
}

QJsonObject audienceObject(const interfaces::AudienceSummary &summary, const QList<domain::Client> &sample)
{
    return {
        {QStringLiteral("count"), summary.count},
        {QStringLiteral("excluded"), QJsonObject{{QStringLiteral("opted_out"), summary.optedOut}}},
        {QStringLiteral("by_timezone"), counts(summary.byTimezone)},
        {QStringLiteral("by_operator_code"), counts(summary.byOperatorCode)},
        {QStringLiteral("sample"), json::arrayOf(sample, [](const domain::Client &client) { return json::toJson(client); })},
    };
}

void show(services::AudienceService &audiences, const ApiCall &call)
{
    const auto filter = bodyOf(call, filterOf);
    if (!filter)
        return;
    goOnWith(call, audiences.summary(*filter), [&audiences, call, filter](const interfaces::AudienceSummary &summary) {
        answerJson(call, audiences.sample(*filter, {}, sampleSize),
                   [summary](const QList<domain::Client> &sample) { return audienceObject(summary, sample); });
    });
}

} // namespace

Routes audienceRoutes(const RestParts &parts)
{
    return {{"POST", "/api/v1/audience", Access::SignedIn, BodyKind::Json,
             [&audiences = parts.audiences](const ApiCall &call) { show(audiences, call); }}};
}

} // namespace core::rest
