// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/timetext.h"

#include <QDateTime>
#include <QRegularExpression>

namespace core::json {

namespace {

Failure failure(const QString &field, const char *code, const QString &text)
{
    return Failure(Error::invalid({{field, QString::fromLatin1(code), {text}}}));
}

} // namespace

Result<Instant> instantFromText(const QString &text, const QString &field, const std::optional<QTimeZone> &zone)
{
    // Qt reads more than ISO 8601 has (a date alone, for instance); what we take is said here.
    static const QRegularExpression shape(
        QStringLiteral("^\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d([.,]\\d{1,9})?)?(Z|[+-]\\d\\d(:?\\d\\d)?)?$"));
    const QRegularExpressionMatch match = shape.match(text.trimmed());
    if (!match.hasMatch())
        return failure(field, "time:format", text);
    const bool hasOffset = !match.captured(3).isEmpty();
    // Read as UTC, so that the system's zone has no say in it.
    const QString complete = hasOffset ? text.trimmed() : text.trimmed() + u'Z';
    const QDateTime dateTime = QDateTime::fromString(complete, Qt::ISODateWithMs);
    if (!dateTime.isValid() || !hasIso(toInstant(dateTime))) // an offset may lead out of the years that can be written
        return failure(field, "time:format", text);
    if (hasOffset)
        return toInstant(dateTime);
    if (!zone)
        return failure(field, "time:offset", text);
    const QDateTime local(dateTime.date(), dateTime.time(), *zone);
    const QDateTime again = QDateTime::fromMSecsSinceEpoch(local.toMSecsSinceEpoch(), *zone);
    if (!local.isValid() || !hasIso(toInstant(local)) || again.date() != dateTime.date() || again.time() != dateTime.time())
        return failure(field, "time:gap", text);
    return toInstant(local);
}

} // namespace core::json
