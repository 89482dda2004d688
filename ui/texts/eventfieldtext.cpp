// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/texts/eventfieldtext.h"

#include "core/domain/gatewayprofile.h"
#include "core/domain/mailing.h"
#include "core/domain/message.h"
#include "core/domain/phonenumber.h"
#include "ui/texts/mailingtext.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/statustext.h"
#include "ui/texts/usertext.h"

#include <QCoreApplication>
#include <QTimeZone>
#include <algorithm>
#include <iterator>

namespace ui::texts {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(EventField)
};

/** How a value is read. */
enum class Kind : quint8 { Text, Time, YesNo, State, Statuses, Repeat, Weekdays, Phone, Role, TokenKind, Word };

struct FieldWords
{
    const char *name;
    const char *words;
    Kind kind = Kind::Text;
};

// clang-format off
constexpr FieldWords fields[] = {
    {"active", QT_TRANSLATE_NOOP("EventField", "active"), Kind::YesNo},
    {"address", QT_TRANSLATE_NOOP("EventField", "network address")},
    {"allow_missing_fields", QT_TRANSLATE_NOOP("EventField", "missing fields allowed"), Kind::YesNo},
    {"archived_at", QT_TRANSLATE_NOOP("EventField", "deleted"), Kind::Time},
    {"audience_mode", QT_TRANSLATE_NOOP("EventField", "audience"), Kind::Word},
    {"clients", QT_TRANSLATE_NOOP("EventField", "clients")},
    {"clients_editable_by", QT_TRANSLATE_NOOP("EventField", "clients may be edited by"), Kind::Word},
    {"connections", QT_TRANSLATE_NOOP("EventField", "connections")},
    {"consent", QT_TRANSLATE_NOOP("EventField", "consent")},
    {"created_at", QT_TRANSLATE_NOOP("EventField", "created"), Kind::Time},
    {"default_gateway", QT_TRANSLATE_NOOP("EventField", "default gateway")},
    {"double", QT_TRANSLATE_NOOP("EventField", "double rows")},
    {"changed", QT_TRANSLATE_NOOP("EventField", "changed")},
    {"email", QT_TRANSLATE_NOOP("EventField", "e-mail address")},
    {"enabled", QT_TRANSLATE_NOOP("EventField", "switched on"), Kind::YesNo},
    {"end_at", QT_TRANSLATE_NOOP("EventField", "end"), Kind::Time},
    {"events_kept_days", QT_TRANSLATE_NOOP("EventField", "days that events are kept")},
    {"expires_at", QT_TRANSLATE_NOOP("EventField", "expires"), Kind::Time},
    {"file", QT_TRANSLATE_NOOP("EventField", "file")},
    {"filter.excluded_tags", QT_TRANSLATE_NOOP("EventField", "excluded tags")},
    {"filter.operator_codes", QT_TRANSLATE_NOOP("EventField", "operator codes")},
    {"filter.tags", QT_TRANSLATE_NOOP("EventField", "tags")},
    {"filter.tags_mode", QT_TRANSLATE_NOOP("EventField", "tags needed"), Kind::Word},
    {"gateway", QT_TRANSLATE_NOOP("EventField", "gateway")},
    {"has_secret", QT_TRANSLATE_NOOP("EventField", "has a secret"), Kind::YesNo},
    {"id", QT_TRANSLATE_NOOP("EventField", "number")},
    {"import", QT_TRANSLATE_NOOP("EventField", "import")},
    {"is_default", QT_TRANSLATE_NOOP("EventField", "default gateway"), Kind::YesNo},
    {"kind", QT_TRANSLATE_NOOP("EventField", "kind"), Kind::TokenKind},
    {"messages", QT_TRANSLATE_NOOP("EventField", "messages")},
    {"messages_kept_days", QT_TRANSLATE_NOOP("EventField", "days that messages are kept")},
    {"name", QT_TRANSLATE_NOOP("EventField", "name")},
    {"new", QT_TRANSLATE_NOOP("EventField", "new")},
    {"next_probe_at", QT_TRANSLATE_NOOP("EventField", "next try"), Kind::Time},
    {"open_registration", QT_TRANSLATE_NOOP("EventField", "open registration"), Kind::YesNo},
    {"operator_code", QT_TRANSLATE_NOOP("EventField", "operator code")},
    {"opted_out_at", QT_TRANSLATE_NOOP("EventField", "opted out"), Kind::Time},
    {"owner", QT_TRANSLATE_NOOP("EventField", "owner")},
    {"password", QT_TRANSLATE_NOOP("EventField", "password"), Kind::Word},
    {"phone", QT_TRANSLATE_NOOP("EventField", "phone"), Kind::Phone},
    {"priority", QT_TRANSLATE_NOOP("EventField", "priority"), Kind::Word},
    {"public_url", QT_TRANSLATE_NOOP("EventField", "public address")},
    {"quiet_hours_from", QT_TRANSLATE_NOOP("EventField", "sending from")},
    {"quiet_hours_to", QT_TRANSLATE_NOOP("EventField", "sending until")},
    {"rate", QT_TRANSLATE_NOOP("EventField", "rate")},
    {"rate_limit", QT_TRANSLATE_NOOP("EventField", "rate limit")},
    {"rate_unit", QT_TRANSLATE_NOOP("EventField", "rate counts"), Kind::Word},
    {"reason", QT_TRANSLATE_NOOP("EventField", "reason")},
    {"rejected", QT_TRANSLATE_NOOP("EventField", "rejected")},
    {"repeat", QT_TRANSLATE_NOOP("EventField", "repeat"), Kind::Repeat},
    {"repeat_until", QT_TRANSLATE_NOOP("EventField", "repeat until"), Kind::Time},
    {"retry.first_delay", QT_TRANSLATE_NOOP("EventField", "first pause, seconds")},
    {"retry.max_attempts", QT_TRANSLATE_NOOP("EventField", "most attempts")},
    {"retry.max_delay", QT_TRANSLATE_NOOP("EventField", "longest pause, seconds")},
    {"role", QT_TRANSLATE_NOOP("EventField", "role"), Kind::Role},
    {"secret", QT_TRANSLATE_NOOP("EventField", "secret"), Kind::Word},
    {"sender", QT_TRANSLATE_NOOP("EventField", "sender")},
    {"series_id", QT_TRANSLATE_NOOP("EventField", "series")},
    {"start_at", QT_TRANSLATE_NOOP("EventField", "start"), Kind::Time},
    {"state", QT_TRANSLATE_NOOP("EventField", "state"), Kind::State},
    {"state_since", QT_TRANSLATE_NOOP("EventField", "state since"), Kind::Time},
    {"statuses", QT_TRANSLATE_NOOP("EventField", "statuses"), Kind::Statuses},
    {"tags", QT_TRANSLATE_NOOP("EventField", "tags")},
    {"text", QT_TRANSLATE_NOOP("EventField", "text")},
    {"texts_kept_days", QT_TRANSLATE_NOOP("EventField", "days that texts are kept")},
    {"timeout", QT_TRANSLATE_NOOP("EventField", "timeout, seconds")},
    {"timezone", QT_TRANSLATE_NOOP("EventField", "time zone")},
    {"unchanged", QT_TRANSLATE_NOOP("EventField", "unchanged")},
    {"url", QT_TRANSLATE_NOOP("EventField", "address")},
    {"user_id", QT_TRANSLATE_NOOP("EventField", "number of the user")},
    {"window.from", QT_TRANSLATE_NOOP("EventField", "hours from")},
    {"window.to", QT_TRANSLATE_NOOP("EventField", "hours until")},
    {"window.weekdays", QT_TRANSLATE_NOOP("EventField", "weekdays"), Kind::Weekdays},
    {"zone", QT_TRANSLATE_NOOP("EventField", "time zone")},
};

/** Words of the field that are stored in English. */
constexpr FieldWords words[] = {
    {"all", QT_TRANSLATE_NOOP("EventField", "all of them")},
    {"any", QT_TRANSLATE_NOOP("EventField", "any of them")},
    {"changed", QT_TRANSLATE_NOOP("EventField", "changed")},
    {"everyone", QT_TRANSLATE_NOOP("EventField", "every operator")},
    {"frozen", QT_TRANSLATE_NOOP("EventField", "frozen at the start")},
    {"high", QT_TRANSLATE_NOOP("EventField", "high")},
    {"live", QT_TRANSLATE_NOOP("EventField", "live")},
    {"messages", QT_TRANSLATE_NOOP("EventField", "messages")},
    {"normal", QT_TRANSLATE_NOOP("EventField", "normal")},
    {"owner", QT_TRANSLATE_NOOP("EventField", "who added them")},
    {"removed", QT_TRANSLATE_NOOP("EventField", "removed")},
    {"segments", QT_TRANSLATE_NOOP("EventField", "parts")},
};
// clang-format on

const FieldWords *found(const FieldWords *begin, const FieldWords *end, const QString &name)
{
    const auto *one = std::find_if(begin, end, [&](const FieldWords &field) { return name == QLatin1String(field.name); });
    return one == end ? nullptr : one;
}

QString timeValue(const QString &value, core::Instant now)
{
    const QDateTime time = QDateTime::fromString(value, Qt::ISODateWithMs);
    return time.isValid() ? dateTimeText(core::toInstant(time), now, QTimeZone::systemTimeZone()) : value;
}

/** Of a mailing or a gateway; they have no word in common. */
QString stateValue(const QString &value)
{
    using core::domain::BreakerState;
    if (const auto state = core::domain::mailingStateFromText(value))
        return mailingStateText(*state);
    for (const BreakerState state : {BreakerState::Closed, BreakerState::Open, BreakerState::HalfOpen,
                                     BreakerState::Attention, BreakerState::KeyMissing}) {
        if (core::domain::toText(state) == value)
            return breakerText(state);
    }
    return value;
}

QString statusesValue(const QString &value)
{
    QStringList texts;
    for (const QString &name : value.split(QStringLiteral(", "))) {
        const auto status = core::domain::messageStatusFromText(name);
        texts << (status ? statusText(*status) : name);
    }
    return texts.join(QStringLiteral(", "));
}

QString weekdaysValue(const QString &value)
{
    QList<int> days;
    for (const QString &day : value.split(QStringLiteral(", "), Qt::SkipEmptyParts))
        days << day.toInt();
    const QString text = weekdaysText(days);
    return text.isEmpty() ? Texts::tr("every day") : text;
}

/** Gateways have kinds too, named by whoever made them. */
QString tokenKindValue(const QString &value)
{
    for (const auto kind : {core::domain::TokenKind::Session, core::domain::TokenKind::Script}) {
        if (core::domain::toText(kind) == value)
            return tokenKindText(kind);
    }
    return value;
}

QString wordValue(const QString &value)
{
    const FieldWords *word = found(std::begin(words), std::end(words), value);
    return word ? QCoreApplication::translate("EventField", word->words) : value;
}

} // namespace

QString eventFieldText(const QString &name)
{
    if (const FieldWords *field = found(std::begin(fields), std::end(fields), name))
        return QCoreApplication::translate("EventField", field->words);
    for (const QLatin1String prefix : {QLatin1String("attributes."), QLatin1String("options.")}) {
        if (name.startsWith(prefix)) // named by a person, or by the kind of a gateway
            return name.mid(prefix.size());
    }
    return name;
}

QString eventValueText(const QString &name, const QString &value, core::Instant now)
{
    const FieldWords *field = found(std::begin(fields), std::end(fields), name);
    switch (field ? field->kind : name.isEmpty() ? Kind::State : Kind::Text) {
    case Kind::Text:
        break;
    case Kind::Time:
        return timeValue(value, now);
    case Kind::YesNo:
        return value == u"true" ? Texts::tr("yes") : value == u"false" ? Texts::tr("no") : value;
    case Kind::State:
        return stateValue(value);
    case Kind::Statuses:
        return statusesValue(value);
    case Kind::Repeat:
        if (const auto repeat = core::domain::repeatFromText(value))
            return repeatText(*repeat);
        break;
    case Kind::Weekdays:
        return weekdaysValue(value);
    case Kind::Phone:
        if (const auto phone = core::domain::PhoneNumber::parse(value))
            return phone->formatted();
        break;
    case Kind::Role:
        if (const auto role = core::domain::roleFromText(value))
            return roleText(*role);
        break;
    case Kind::TokenKind:
        return tokenKindValue(value);
    case Kind::Word:
        return wordValue(value);
    }
    return value;
}

} // namespace ui::texts
