// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/workspacesettings.h"

#include "core/domain/textrules.h"
#include "core/domain/timezonename.h"

#include <QUrl>
#include <algorithm>
#include <iterator>

namespace core::domain {

namespace {

using Checker = Result<QString> (*)(const QString &value, const char *key);

Result<QString> zoneName(const QString &value, const char *key)
{
    if (!isTimeZoneName(value))
        return Failure(Error::invalidField(key, "timezone", {value}));
    return value;
}

Result<QString> timeOfDay(const QString &value, const char *key)
{
    HELIOGRAPH_ASSIGN(const int minutes, SendWindow::parseMinutes(value, false, key));
    return SendWindow::minutesText(minutes);
}

Result<QString> endOfDay(const QString &value, const char *key)
{
    HELIOGRAPH_ASSIGN(const int minutes, SendWindow::parseMinutes(value, true, key));
    return SendWindow::minutesText(minutes);
}

Result<QString> days(const QString &value, const char *key)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (!isNumber || number < 0 || number > WorkspaceSettings::maxKeptDays)
        return Failure(Error::invalidField(key, "number:range",
                                           {QStringLiteral("0"), QString::number(WorkspaceSettings::maxKeptDays)}));
    return QString::number(number);
}

Result<QString> oneOf(const QStringList &choices, const QString &value, const char *key)
{
    if (!choices.contains(value))
        return Failure(Error::invalidField(key, "setting:choice", {value, choices.join(QLatin1String(", "))}));
    return value;
}

Result<QString> truth(const QString &value, const char *key)
{
    return oneOf({QStringLiteral("true"), QStringLiteral("false")}, value, key);
}

Result<QString> editors(const QString &value, const char *key)
{
    return oneOf({QStringLiteral("everyone"), QStringLiteral("owner")}, value, key);
}

Result<QString> webAddress(const QString &value, const char *key)
{
    if (value.isEmpty())
        return value;
    const QUrl url(value, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !web || url.host().isEmpty())
        return Failure(Error::invalidField(key, "setting:url", {value}));
    return value;
}

Result<QString> mailAddresses(const QString &value, const char *key)
{
    QStringList addresses;
    for (const QString &part : value.split(u',', Qt::SkipEmptyParts)) {
        const QString address = part.trimmed();
        if (address.isEmpty())
            continue;
        if (!isMailAddress(address))
            return Failure(Error::invalidField(key, "setting:address", {address}));
        addresses.append(address);
    }
    return addresses.join(QLatin1String(", "));
}

/** Which gateways there are is known to the database alone: SettingsService asks it. */
Result<QString> anyName(const QString &value, const char *)
{
    return value;
}

using Type = WorkspaceSettings::Type;

struct Rule
{
    const char *key;
    const char *initial;
    Checker checker;
    Type type = Type::Text;
};

// Sorted by key. The zone's default is the system's, see value().
constexpr Rule rules[] = {
    {"clients_editable_by", "everyone", editors},
    {"default_gateway", "", anyName, Type::TextOrNothing},
    {"events_kept_days", "365", days, Type::Number},
    {"messages_kept_days", "0", days, Type::Number}, // 0: for ever
    {"metrics_public", "false", truth, Type::Truth},
    {"open_registration", "false", truth, Type::Truth},
    {"public_url", "", webAddress, Type::TextOrNothing},
    {"quiet_hours_from", "09:00", timeOfDay},
    {"quiet_hours_to", "21:00", endOfDay},
    {"report_recipients", "", mailAddresses, Type::List},
    {"report_time", "08:00", timeOfDay},
    {"texts_kept_days", "30", days, Type::Number},
    {"zone", "", zoneName},
};

const Rule *ruleFor(const QString &key)
{
    const auto *found = std::find_if(std::begin(rules), std::end(rules),
                                     [&key](const Rule &rule) { return key == QLatin1String(rule.key); });
    return found == std::end(rules) ? nullptr : found;
}

int minutesOf(const QString &time)
{
    // What is stored was checked; a database edited by hand falls back to midnight.
    return SendWindow::parseMinutes(time, true, "time").value_or(0);
}

} // namespace

WorkspaceSettings::WorkspaceSettings(QMap<QString, QString> stored) : m_stored(std::move(stored)) {}

QStringList WorkspaceSettings::keys()
{
    QStringList keys;
    for (const Rule &rule : rules)
        keys.append(QString::fromLatin1(rule.key));
    return keys;
}

QString WorkspaceSettings::defaultGatewayKey()
{
    return QStringLiteral("default_gateway");
}

WorkspaceSettings WorkspaceSettings::withDefaultGateway(const QString &name) const
{
    WorkspaceSettings settings = *this;
    settings.m_stored.insert(defaultGatewayKey(), name);
    return settings;
}

bool WorkspaceSettings::isKnown(const QString &key)
{
    return ruleFor(key) != nullptr;
}

WorkspaceSettings::Type WorkspaceSettings::typeOf(const QString &key)
{
    const Rule *rule = ruleFor(key);
    return rule ? rule->type : Type::Text;
}

Result<QString> WorkspaceSettings::checked(const QString &key, const QString &value)
{
    const Rule *rule = ruleFor(key);
    if (!rule)
        return Failure(Error::make(ErrorKind::NotFound, "setting.unknown", {key}));
    return rule->checker(value.trimmed(), rule->key);
}

QString WorkspaceSettings::value(const QString &key) const
{
    if (const auto stored = m_stored.constFind(key); stored != m_stored.constEnd())
        return *stored;
    if (key == QLatin1String("zone"))
        return systemTimeZoneName();
    const Rule *rule = ruleFor(key);
    return rule ? QString::fromLatin1(rule->initial) : QString();
}

QString WorkspaceSettings::zone() const
{
    return value(QStringLiteral("zone"));
}

int WorkspaceSettings::quietHoursFrom() const
{
    return minutesOf(value(QStringLiteral("quiet_hours_from")));
}

int WorkspaceSettings::quietHoursTo() const
{
    return minutesOf(value(QStringLiteral("quiet_hours_to")));
}

int WorkspaceSettings::textsKeptDays() const
{
    return value(QStringLiteral("texts_kept_days")).toInt();
}

int WorkspaceSettings::eventsKeptDays() const
{
    return value(QStringLiteral("events_kept_days")).toInt();
}

int WorkspaceSettings::messagesKeptDays() const
{
    return value(QStringLiteral("messages_kept_days")).toInt();
}

bool WorkspaceSettings::keepsClientsToOwners() const
{
    return value(QStringLiteral("clients_editable_by")) == QLatin1String("owner");
}

bool WorkspaceSettings::isRegistrationOpen() const
{
    return value(QStringLiteral("open_registration")) == QLatin1String("true");
}

} // namespace core::domain
