// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/errorsentences.h"

#include <QHash>
#include <QtGlobal>

namespace core {

namespace {

struct Sentence
{
    const char *code;
    const char *text;
};

// One line a code, sorted. A sentence says what, to what, and what next.
// clang-format off
constexpr Sentence sentences[] = {
    {"internal", QT_TRANSLATE_NOOP("Error", "Something went wrong inside the program. Please report it with the log file.")},
    {"input.invalid", QT_TRANSLATE_NOOP("Error", "Some of the values cannot be used as they are.")},
};
// clang-format on

} // namespace

const char *errorSentence(const QString &code)
{
    static const QHash<QString, const char *> byCode = [] {
        QHash<QString, const char *> map;
        for (const Sentence &sentence : sentences)
            map.insert(QString::fromLatin1(sentence.code), sentence.text);
        return map;
    }();
    return byCode.value(code, nullptr);
}

QString filledSentence(const QString &sentence, const QStringList &args)
{
    QString filled;
    filled.reserve(sentence.size());
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const bool placeholder = sentence[i] == u'%' && i + 1 < sentence.size() && sentence[i + 1].isDigit();
        if (!placeholder) {
            filled += sentence[i];
            continue;
        }
        const int number = sentence[++i].digitValue();
        filled += number >= 1 && number <= args.size() ? args[number - 1] : QString();
    }
    return filled;
}

} // namespace core
