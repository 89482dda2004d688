// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/timezonename.h"

#include <QFile>
#include <QSet>
#include <unordered_map>

namespace core::domain {

namespace {

/** Names of all zones and links; the library itself lists only those with a place of their own on the map. */
QStringList namesFromDatabase()
{
    QStringList names;
    QFile file(QStringLiteral("/usr/share/zoneinfo/tzdata.zi"));
    if (!file.open(QIODevice::ReadOnly))
        return names;
    while (!file.atEnd()) {
        const QList<QByteArray> words = file.readLine().trimmed().split(' ');
        if (words.size() >= 2 && words.front() == "Z")
            names.append(QString::fromLatin1(words[1]));
        else if (words.size() == 3 && words.front() == "L")
            names.append(QString::fromLatin1(words[2]));
    }
    return names;
}

/** For systems without a tz database on disk: what the library knows, without its offsets. */
QStringList namesFromLibrary()
{
    QStringList names;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        if (!id.startsWith("UTC") || id == "UTC")
            names.append(QString::fromLatin1(id));
    }
    return names;
}

QStringList allNames()
{
    QStringList names = namesFromDatabase();
    if (names.isEmpty())
        names = namesFromLibrary();
    // The database's word for "nobody has chosen a zone yet".
    names.removeAll(QStringLiteral("Factory"));
    names.sort();
    names.removeDuplicates();
    return names;
}

} // namespace

bool isTimeZoneName(const QString &name)
{
    static const QSet<QString> names(timeZoneNames().begin(), timeZoneNames().end());
    return names.contains(name);
}

const QStringList &timeZoneNames()
{
    static const QStringList names = allNames();
    return names;
}

QString systemTimeZoneName()
{
    const QString name = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    return isTimeZoneName(name) ? name : QStringLiteral("UTC");
}

const QTimeZone *findTimeZone(const QString &name)
{
    // Nodes of this map never move, so the pointer outlives later insertions.
    thread_local std::unordered_map<QString, QTimeZone> zones;
    const auto known = zones.find(name);
    if (known != zones.end())
        return &known->second;
    if (!isTimeZoneName(name))
        return nullptr;
    QTimeZone zone(name.toLatin1());
    return zone.isValid() ? &zones.emplace(name, std::move(zone)).first->second : nullptr;
}

const QTimeZone &timeZone(const QString &name)
{
    static const QTimeZone utc = QTimeZone::utc();
    const QTimeZone *zone = findTimeZone(name);
    return zone ? *zone : utc;
}

} // namespace core::domain
