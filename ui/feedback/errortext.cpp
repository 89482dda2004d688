// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/feedback/errortext.h"

#include "core/base/errorsentences.h"

#include <QCoreApplication>

namespace ui::feedback {

QString codeText(const QString &code, const QStringList &args)
{
    const char *sentence = core::errorSentence(code, args);
    if (!sentence)
        return QCoreApplication::translate("Error", "Something went wrong (%1).").arg(code);
    return core::filledSentence(QCoreApplication::translate(core::errorSentenceContext, sentence), args);
}

QString fieldErrorText(const core::FieldError &field)
{
    return codeText(field.code, field.args);
}

QString errorText(const core::Error &error)
{
    if (error.fields.isEmpty())
        return codeText(error.code, error.args);
    QStringList sentences;
    for (const core::FieldError &field : error.fields)
        sentences << fieldErrorText(field);
    return sentences.join(u'\n');
}

} // namespace ui::feedback
