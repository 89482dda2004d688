// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/tags.h"

#include "core/domain/textrules.h"

#include <QSet>

namespace core::domain {

QString foldedTag(const QString &label)
{
    return label.toCaseFolded();
}

Result<QStringList> normalisedTags(const QStringList &labels, const char *field)
{
    QStringList kept;
    QSet<QString> seen;
    QList<FieldError> errors;
    for (const QString &label : labels) {
        const QString trimmed = label.trimmed();
        if (trimmed.isEmpty() || seen.contains(foldedTag(trimmed)))
            continue;
        if (characterCount(trimmed) > maxTagLength) {
            errors.append(
                {QString::fromLatin1(field), QStringLiteral("tags:too_long"), {trimmed, QString::number(maxTagLength)}});
            continue;
        }
        seen.insert(foldedTag(trimmed));
        kept.append(trimmed);
    }
    if (kept.size() > maxTags) {
        errors.append({QString::fromLatin1(field),
                       QStringLiteral("tags:too_many"),
                       {QString::number(kept.size()), QString::number(maxTags)}});
    }
    if (!errors.isEmpty())
        return Failure(Error::invalid(std::move(errors)));
    return kept;
}

} // namespace core::domain
