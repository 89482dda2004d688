// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/optout.h"

#include <QDateTime>
#include <QStringList>

namespace core::csv {

namespace {

QDateTime dateFromText(const QString &text, const QTimeZone &zone)
{
    QDateTime date = QDateTime::fromString(text, Qt::ISODateWithMs);
    for (const char16_t *format : {u"d.M.yyyy", u"d.M.yyyy H:mm", u"d.M.yyyy H:mm:ss"}) {
        if (!date.isValid())
            date = QDateTime::fromString(text, QString::fromUtf16(format));
    }
    if (date.isValid() && date.timeSpec() == Qt::LocalTime)
        return QDateTime(date.date(), date.time(), zone);
    return date;
}

} // namespace

std::optional<OptOut> optOutFromText(const QString &text, Instant now, const QTimeZone &zone)
{
    static const QStringList yes{QStringLiteral("1"),    QStringLiteral("да"),     QStringLiteral("yes"),
                                 QStringLiteral("true"), QStringLiteral("истина"), QStringLiteral("y"),
                                 QStringLiteral("1.0")};
    static const QStringList no{QString(),
                                QStringLiteral("0"),
                                QStringLiteral("нет"),
                                QStringLiteral("no"),
                                QStringLiteral("false"),
                                QStringLiteral("ложь"),
                                QStringLiteral("n"),
                                QStringLiteral("0.0")};
    const QString word = text.trimmed().toLower();
    if (no.contains(word))
        return OptOut{};
    if (yes.contains(word))
        return OptOut{now};
    const QDateTime date = dateFromText(text.trimmed(), zone);
    // One that cannot be written down would be gone from the next export.
    if (!date.isValid() || !hasIso(toInstant(date)))
        return {};
    return OptOut{toInstant(date)};
}

} // namespace core::csv
