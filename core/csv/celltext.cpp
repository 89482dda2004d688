// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/celltext.h"

namespace core::csv {

namespace {

/** True if a formula begins after `quotes` leading apostrophes or more. */
bool isFormula(QByteArrayView text, qsizetype quotes)
{
    qsizetype i = 0;
    while (i < text.size() && text[i] == '\'')
        ++i;
    return i >= quotes && i < text.size() && (text[i] == '=' || text[i] == '+' || text[i] == '-' || text[i] == '@');
}

void appendTag(QStringList &tags, const QString &tag)
{
    if (const QString trimmed = tag.trimmed(); !trimmed.isEmpty())
        tags.append(trimmed);
}

} // namespace

QString guarded(const QString &text)
{
    return isFormula(text.toUtf8(), 0) ? u'\'' + text : text;
}

QByteArrayView withoutGuard(QByteArrayView cell)
{
    return !cell.isEmpty() && cell.front() == '\'' && isFormula(cell, 1) ? cell.sliced(1) : cell;
}

QString joinedTags(const QStringList &tags)
{
    QStringList escaped = tags;
    bool hasComma = false;
    for (QString &tag : escaped) {
        hasComma = hasComma || tag.contains(u',');
        tag.replace(u'\\', QLatin1String("\\\\")).replace(u'|', QLatin1String("\\|"));
    }
    const QString joined = escaped.join(u'|');
    // A bar at the end says that the comma of a lone tag does not separate.
    return hasComma && tags.size() == 1 ? joined + u'|' : joined;
}

QStringList splitTags(const QString &cell)
{
    QStringList tags;
    if (!cell.contains(u'|') && !cell.contains(u'\\')) {
        for (const QString &tag : cell.split(u','))
            appendTag(tags, tag);
        return tags;
    }
    const QChar separator = cell.contains(u'|') ? u'|' : u',';
    QString tag;
    for (qsizetype i = 0; i < cell.size(); ++i) {
        const QChar following = i + 1 < cell.size() ? cell[i + 1] : QChar();
        if (cell[i] == u'\\' && (following == u'|' || following == u'\\')) {
            tag += following;
            ++i;
        } else if (cell[i] == separator) {
            appendTag(tags, tag);
            tag.clear();
        } else {
            tag += cell[i];
        }
    }
    appendTag(tags, tag);
    return tags;
}

} // namespace core::csv
