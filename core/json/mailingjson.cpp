// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/mailingjson.h"

#include "core/json/objectreader.h"
#include "core/json/values.h"

namespace core::json {

using domain::AudienceFilter;
using domain::SendWindow;

namespace {

QString toText(AudienceFilter::TagsMode mode)
{
    return mode == AudienceFilter::TagsMode::All ? QStringLiteral("all") : QStringLiteral("any");
}

std::optional<AudienceFilter::TagsMode> tagsModeFromText(const QString &text)
{
    for (const auto mode : {AudienceFilter::TagsMode::Any, AudienceFilter::TagsMode::All}) {
        if (text == toText(mode))
            return mode;
    }
    return {};
}

/** true: a draft. What a mailing becomes later is done by actions, not by writing a state. */
std::optional<bool> isDraftFromText(const QString &text)
{
    if (text == QLatin1String("draft"))
        return true;
    return text == QLatin1String("scheduled") ? std::optional(false) : std::nullopt;
}

std::optional<int> minutes(ObjectReader &reader, const QString &key, bool isEnd)
{
    const auto text = reader.orNull(key, &ObjectReader::text);
    if (!text || !*text)
        return {};
    const auto minutes = SendWindow::parseMinutes(**text, isEnd, isEnd ? "window.to" : "window.from");
    if (minutes)
        return *minutes;
    reader.add(minutes.error().fields);
    return {};
}

Result<SendWindow> windowFromJson(const QJsonObject &object)
{
    ObjectReader reader(object, QStringLiteral("window."));
    const auto from = minutes(reader, QStringLiteral("from"), false);
    const auto to = minutes(reader, QStringLiteral("to"), true);
    const auto weekdays = reader.integers(QStringLiteral("weekdays")).value_or(QList<qint64>());
    QSet<int> days;
    for (const qint64 day : weekdays)
        days.insert(day >= 1 && day <= 7 ? static_cast<int>(day) : 0);
    const auto errors = reader.errors();
    if (errors.isEmpty())
        return SendWindow::create(from, to, days);
    // Hours that cannot be read say nothing about the others; the weekdays stand for themselves.
    return Failure(days.isEmpty() ? Error::invalid(errors) : allErrors(errors, SendWindow::create({}, {}, days)));
}

void readWindow(ObjectReader &reader, domain::MailingEdit &edit)
{
    const auto object = reader.orNull(QStringLiteral("window"), &ObjectReader::object);
    if (!object)
        return;
    if (!*object) {
        edit.window = std::optional<SendWindow>();
        return;
    }
    const auto window = windowFromJson(**object);
    if (window)
        edit.window = std::optional(*window);
    else
        reader.add(window.error().fields);
}

/** What can be read of it; the reader knows the rest. */
AudienceFilter filterOf(ObjectReader &reader)
{
    AudienceFilter filter;
    filter.operatorCodes = reader.texts(QStringLiteral("operator_codes")).value_or(QStringList());
    filter.tags = reader.texts(QStringLiteral("tags")).value_or(QStringList());
    filter.excludedTags = reader.texts(QStringLiteral("excluded_tags")).value_or(QStringList());
    filter.tagsMode = reader.choice(QStringLiteral("tags_mode"), tagsModeFromText).value_or(AudienceFilter::TagsMode::Any);
    if (const auto code = reader.text(QStringLiteral("operator_code")))
        filter.operatorCodes.append(*code);
    if (const auto tag = reader.text(QStringLiteral("tag")))
        filter.tags.append(*tag);
    return filter;
}

void readFilter(ObjectReader &reader, domain::MailingEdit &edit)
{
    const auto object = reader.object(QStringLiteral("filter"));
    if (!object)
        return;
    ObjectReader inner(*object, QStringLiteral("filter."));
    edit.filter = filterOf(inner);
    reader.add(inner.errors());
}

void readGateway(ObjectReader &reader, domain::MailingEdit &edit)
{
    const auto id = reader.orNull(QStringLiteral("gateway"), &ObjectReader::integer);
    if (!id)
        return;
    edit.gateway = GatewayId{id->value_or(0)};
    // What is no id must not pass for none.
    if (*id && !edit.gateway->isValid())
        reader.fail(QStringLiteral("gateway"), "gateway:unknown", {edit.gateway->text()});
}

/** One that breaks no rule, whichever of the two times is set by the edit. */
domain::Mailing anyMailing(const domain::MailingEdit &edit)
{
    constexpr std::chrono::hours length{1};
    const Instant early{std::chrono::hours{24}};
    domain::Mailing mailing;
    mailing.text = QStringLiteral("text");
    mailing.startAt = edit.startAt.value_or(edit.endAt.value_or(early) - length);
    mailing.endAt = edit.endAt.value_or(mailing.startAt + length);
    return mailing;
}

} // namespace

QJsonObject toJson(const AudienceFilter &filter)
{
    return {
        {QStringLiteral("operator_codes"), QJsonArray::fromStringList(filter.operatorCodes)},
        {QStringLiteral("tags"), QJsonArray::fromStringList(filter.tags)},
        {QStringLiteral("excluded_tags"), QJsonArray::fromStringList(filter.excludedTags)},
        {QStringLiteral("tags_mode"), toText(filter.tagsMode)},
    };
}

QJsonObject toJson(const SendWindow &window)
{
    const QJsonValue none(QJsonValue::Null);
    return {
        {QStringLiteral("from"), window.hasHours() ? QJsonValue(SendWindow::minutesText(window.from())) : none},
        {QStringLiteral("to"), window.hasHours() ? QJsonValue(SendWindow::minutesText(window.to())) : none},
        {QStringLiteral("weekdays"), arrayOf(window.weekdays(), [](int day) { return QJsonValue(day); })},
    };
}

QJsonObject toJson(const domain::Mailing &mailing)
{
    QJsonObject object{
        {QStringLiteral("id"), mailing.id.value},
        {QStringLiteral("name"), mailing.name},
        {QStringLiteral("text"), mailing.text},
        {QStringLiteral("filter"), toJson(mailing.filter)},
        {QStringLiteral("audience_mode"), domain::toText(mailing.audienceMode)},
        {QStringLiteral("start_at"), value(mailing.startAt)},
        {QStringLiteral("end_at"), value(mailing.endAt)},
        {QStringLiteral("window"), mailing.window ? QJsonValue(toJson(*mailing.window)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("repeat"), domain::toText(mailing.repeat)},
        {QStringLiteral("repeat_until"), value(mailing.repeatUntil)},
        {QStringLiteral("gateway"), value(mailing.gateway)},
        {QStringLiteral("rate_limit"), value(mailing.rateLimit)},
        {QStringLiteral("priority"), domain::toText(mailing.priority)},
        {QStringLiteral("state"), domain::toText(mailing.state)},
        {QStringLiteral("owner"), value(mailing.owner)},
        {QStringLiteral("series_id"), value(mailing.seriesId)},
        {QStringLiteral("created_at"), value(mailing.createdAt)},
        {QStringLiteral("updated_at"), value(mailing.updatedAt)},
    };
    if (mailing.archivedAt)
        object.insert(QStringLiteral("archived_at"), value(mailing.archivedAt));
    if (mailing.messagesRemovedAt)
        object.insert(QStringLiteral("messages_removed_at"), value(mailing.messagesRemovedAt));
    return object;
}

Result<AudienceFilter> filterFromJson(const QJsonObject &object)
{
    ObjectReader reader(object, QStringLiteral("filter."));
    const AudienceFilter filter = filterOf(reader);
    if (const auto errors = reader.errors(); !errors.isEmpty())
        return Failure(Error::invalid(errors));
    return filter;
}

Result<MailingRequest> mailingRequestFromJson(const QJsonObject &object, const QStringList &needed)
{
    ObjectReader reader(object);
    MailingRequest request;
    domain::MailingEdit &edit = request.edit;
    edit.name = reader.text(QStringLiteral("name"));
    edit.text = reader.text(QStringLiteral("text"));
    readFilter(reader, edit);
    edit.audienceMode = reader.choice(QStringLiteral("audience_mode"), domain::audienceModeFromText);
    edit.startAt = reader.time(QStringLiteral("start_at"));
    edit.endAt = reader.time(QStringLiteral("end_at"));
    readWindow(reader, edit);
    edit.repeat = reader.choice(QStringLiteral("repeat"), domain::repeatFromText);
    edit.repeatUntil = reader.orNull(QStringLiteral("repeat_until"), &ObjectReader::time);
    readGateway(reader, edit);
    edit.rateLimit = reader.orNull(QStringLiteral("rate_limit"), &ObjectReader::number);
    edit.priority = reader.choice(QStringLiteral("priority"), domain::priorityFromText);
    edit.allowMissingFields = reader.boolean(QStringLiteral("allow_missing_fields"));
    request.allowDuplicate = reader.boolean(QStringLiteral("allow_duplicate")).value_or(false);
    request.asDraft = reader.choice(QStringLiteral("state"), isDraftFromText).value_or(false);
    reader.need(needed);
    reader.skip({QStringLiteral("id"), QStringLiteral("owner"), QStringLiteral("series_id"), QStringLiteral("archived_at"),
                 QStringLiteral("messages_removed_at"), QStringLiteral("created_at"), QStringLiteral("updated_at")});
    if (const auto errors = reader.errors(); !errors.isEmpty())
        return Failure(allErrors(errors, domain::edited(anyMailing(edit), edit, Instant{})));
    return request;
}

Result<MailingRequest> mailingChangeFromJson(QJsonObject object, const QStringList &needed)
{
    object.remove(QStringLiteral("state"));
    return mailingRequestFromJson(object, needed);
}

} // namespace core::json
