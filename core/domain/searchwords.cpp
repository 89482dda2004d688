// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/searchwords.h"

#include "core/domain/tags.h"

namespace core::domain {

namespace {

constexpr qsizetype maxWord = 64;

} // namespace

QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    const auto finish = [&words, &word] {
        if (!word.isEmpty())
            words << word.left(maxWord);
        word.clear();
    };
    const QString folded = foldedTag(text);
    for (const QChar character : folded) {
        // Letters outside of the first plane come as two units.
        if (character.isLetterOrNumber() || character.isMark() || character.isSurrogate())
            word += character;
        else
            finish();
    }
    finish();
    return words;
}

QStringList searchWords(const QStringList &tags, const Attributes &attributes)
{
    QStringList words;
    for (const QString &tag : tags)
        words << wordsOf(tag);
    for (const QString &value : attributes)
        words << wordsOf(value);
    words.removeDuplicates();
    return words;
}

} // namespace core::domain
