// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/tags.h"

#include "core/domain/textrules.h"

#include <QSet>
#include <algorithm>

namespace core::domain {

namespace {

constexpr char16_t dottedCapitalI = 0x130;

/** True for the letters that labels are mostly made of; false only sends a label the long way. */
bool foldsToOneCharacter(QChar c)
{
    return c < QChar(0xdf) || (c >= QChar(0x400) && c <= QChar(0x52f));
}

} // namespace

QString foldedTag(const QString &label)
{
    // The library folds one character into one; full folding also knows ß = ss and the like, which are the characters
    // whose upper case is several, and İ.
    const QString simple = label.toCaseFolded();
    if (std::all_of(simple.begin(), simple.end(), foldsToOneCharacter))
        return simple;
    QString full;
    for (const uint c : simple.toUcs4()) {
        const QString character = QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1);
        const QString upper = character.toUpper();
        if (c == dottedCapitalI)
            full += QStringLiteral("i\u0307");
        else
            full += characterCount(upper) > 1 ? upper.toCaseFolded() : character;
    }
    return full;
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
