// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A language of its own for tests: what is not retranslated shows.
 */
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QTranslator>

namespace tests {

/** Puts every source text between brackets, from speak() to the end of its life. */
class BracketTranslator final : public QTranslator
{
public:
    BracketTranslator() = default;
    ~BracketTranslator() override
    {
        QCoreApplication::removeTranslator(this);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
    }
    Q_DISABLE_COPY_MOVE(BracketTranslator)

    void speak()
    {
        QCoreApplication::installTranslator(this);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
    }

    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QStringLiteral("[%1]").arg(QString::fromUtf8(source));
    }
};

} // namespace tests
