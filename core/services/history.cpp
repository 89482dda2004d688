// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/history.h"

#include "core/base/logging.h"
#include "core/interfaces/eventlog.h"

#include <QJsonDocument>

namespace core::services {

namespace {

QString compactText(const QJsonObject &object)
{
    return object.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

Difference difference(const QJsonObject &before, const QJsonObject &after, const QStringList &naming)
{
    // The time of the change is the event's own.
    static const QString changedAt = QStringLiteral("updated_at");
    QJsonObject was;
    QJsonObject is;
    for (auto member = before.begin(); member != before.end(); ++member) {
        if (member.key() != changedAt && after.value(member.key()) != member.value())
            was.insert(member.key(), member.value());
    }
    for (auto member = after.begin(); member != after.end(); ++member) {
        if (member.key() != changedAt && before.value(member.key()) != member.value())
            is.insert(member.key(), member.value());
    }
    for (const QString &name : naming) {
        was.insert(name, before.value(name));
        is.insert(name, after.value(name));
    }
    return {compactText(was), compactText(is)};
}

Status record(interfaces::UnitOfWork &unit, const domain::Actor &actor, Instant now, const char *action,
              const EventSubject &subject, const Difference &difference)
{
    domain::Event event;
    event.at = now;
    event.actor = actor.label;
    event.action = QString::fromLatin1(action);
    event.mailing = subject.mailing;
    event.client = subject.client;
    event.message = subject.message;
    event.before = difference.before;
    event.after = difference.after;
    HELIOGRAPH_TRY(unit.events.append(event));
    QString line = domain::logLine(event);
    if (subject.gateway.isValid())
        line += QLatin1String(" gateway=") + subject.gateway.text();
    qCInfo(logApp).noquote() << line;
    return {};
}

} // namespace core::services
