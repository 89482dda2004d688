// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/mailingrow.h"

#include "core/domain/tags.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace core::storage {

using domain::AudienceFilter;
using domain::Mailing;
using domain::SendWindow;

namespace {

constexpr qint64 allWeekdays = 0x7f;

QString filterText(const AudienceFilter &filter)
{
    const QJsonObject object{
        {QStringLiteral("operator_codes"), QJsonArray::fromStringList(filter.operatorCodes)},
        {QStringLiteral("tags"), QJsonArray::fromStringList(filter.tags)},
        {QStringLiteral("excluded_tags"), QJsonArray::fromStringList(filter.excludedTags)},
        {QStringLiteral("all_tags"), filter.tagsMode == AudienceFilter::TagsMode::All},
    };
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

AudienceFilter filterFromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto texts = [&object](const char *key) {
        QStringList list;
        for (const QJsonValue &value : object.value(QLatin1String(key)).toArray())
            list << value.toString();
        return list;
    };
    AudienceFilter filter;
    filter.operatorCodes = texts("operator_codes");
    filter.tags = texts("tags");
    filter.excludedTags = texts("excluded_tags");
    if (object.value(QLatin1String("all_tags")).toBool())
        filter.tagsMode = AudienceFilter::TagsMode::All;
    return filter;
}

qint64 weekdayBits(const SendWindow &window)
{
    qint64 bits = 0;
    for (const int weekday : window.weekdays())
        bits |= qint64{1} << (weekday - 1);
    // A window needs something: without hours "every day" is said in full.
    return bits == 0 && !window.hasHours() ? allWeekdays : bits;
}

std::optional<SendWindow> readWindow(Row &row)
{
    const std::optional<qint64> from = row.optionalInteger();
    const std::optional<qint64> to = row.optionalInteger();
    const std::optional<qint64> bits = row.optionalInteger();
    if (!bits)
        return std::nullopt;
    QSet<int> weekdays;
    for (int weekday = 1; weekday <= 7; ++weekday) {
        if ((*bits >> (weekday - 1)) & 1)
            weekdays.insert(weekday);
    }
    const auto minutes = [](const std::optional<qint64> &value) {
        return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
    };
    const Result<SendWindow> window = SendWindow::create(minutes(from), minutes(to), weekdays);
    return window ? std::optional(*window) : std::nullopt;
}

void bindWindow(Statement &statement, const std::optional<SendWindow> &window)
{
    const bool hasHours = window && window->hasHours();
    statement.bind(":window_from", hasHours ? std::optional(window->from()) : std::nullopt)
        .bind(":window_to", hasHours ? std::optional(window->to()) : std::nullopt)
        .bind(":window_weekdays", window ? std::optional(weekdayBits(*window)) : std::nullopt);
}

} // namespace

Mailing readMailing(Row &row)
{
    Mailing mailing;
    mailing.id = row.id<MailingId>();
    mailing.name = row.text();
    mailing.text = row.text();
    mailing.filter = filterFromText(row.text());
    mailing.audienceMode = row.enumerated<domain::AudienceMode>();
    mailing.startAt = row.instant();
    mailing.endAt = row.instant();
    mailing.window = readWindow(row);
    mailing.repeat = row.enumerated<domain::Repeat>();
    mailing.repeatUntil = row.optionalInstant();
    mailing.gateway = row.id<GatewayId>();
    mailing.rateLimit = row.optionalReal();
    mailing.priority = row.enumerated<domain::Priority>();
    mailing.allowMissingFields = row.flag();
    mailing.state = row.enumerated<domain::MailingState>();
    mailing.pausedFrom = row.enumerated<domain::MailingState>();
    mailing.owner = row.id<UserId>();
    mailing.seriesId = row.id<MailingId>();
    mailing.archivedAt = row.optionalInstant();
    mailing.messagesRemovedAt = row.optionalInstant();
    mailing.createdAt = row.instant();
    mailing.updatedAt = row.instant();
    return mailing;
}

void bindMailing(Statement &statement, const Mailing &mailing)
{
    const QString nameFolded = domain::foldedTag(mailing.name);
    statement.bind(":name", mailing.name)
        .bind(":name_folded", nameFolded)
        .bind(":text", mailing.text)
        .bind(":search_text", QString(nameFolded + u'\n' + domain::foldedTag(mailing.text)))
        .bind(":filter", filterText(mailing.filter))
        .bind(":filter_key", mailing.filter.canonicalText())
        .bind(":audience_mode", mailing.audienceMode)
        .bind(":start_at", mailing.startAt)
        .bind(":end_at", mailing.endAt)
        .bind(":repeat", mailing.repeat)
        .bind(":repeat_until", mailing.repeatUntil)
        .bind(":gateway_id", mailing.gateway)
        .bind(":rate_limit", mailing.rateLimit)
        .bind(":priority", mailing.priority)
        .bind(":allow_missing_fields", mailing.allowMissingFields)
        .bind(":state", mailing.state)
        .bind(":paused_from", mailing.pausedFrom)
        .bind(":owner_id", mailing.owner)
        .bind(":series_id", mailing.seriesId)
        .bind(":archived_at", mailing.archivedAt)
        .bind(":updated_at", mailing.updatedAt);
    bindWindow(statement, mailing.window);
}

} // namespace core::storage
