// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/program.h"

#include <QFile>
#include <QtTest>

namespace tests {

/** What the program says in the terminal in which language; the translations are compiled in. */
class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { program = std::make_unique<Program>(QStringLiteral(HELIOGRAPH_BINARY)); }

    void theHelpIsTranslated_data()
    {
        QTest::addColumn<QString>("words");

        QTest::newRow("as a command") << QStringLiteral("help --language ru");
        QTest::newRow("as an option") << QStringLiteral("--language ru --help");
    }

    void theHelpIsTranslated()
    {
        QFETCH(QString, words);

        const Outcome outcome = program->run(words.split(u' '));

        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.out.startsWith("Использование:"), outcome.out.constData());
        QVERIFY2(!outcome.out.contains("the workspace"), outcome.out.constData());
    }

    void anErrorIsASentenceOfThatLanguage()
    {
        QCOMPARE(unknownMailing({QStringLiteral("--language"), QStringLiteral("en")}),
                 QStringLiteral("There is no mailing 5. Choose one from the list of mailings."));
        const QString russian = unknownMailing({QStringLiteral("--language"), QStringLiteral("ru")});
        QVERIFY2(hasCyrillic(russian) && russian.contains(u'5'), qPrintable(russian));
    }

    void whatMachinesReadStaysAsItIs()
    {
        const auto statistics = [this](const QString &language) {
            return program
                ->run({QStringLiteral("--json"), QStringLiteral("statistics"), QStringLiteral("--language"), language})
                .json();
        };

        const QJsonDocument english = statistics(QStringLiteral("en"));
        QVERIFY(english.isObject());
        QCOMPARE(statistics(QStringLiteral("ru")), english);
    }

    void theLanguageOfTheDesktopIsTheDefault()
    {
        QFile settings(program->path(QStringLiteral("heliograph.ini")));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("[General]\nlanguage=ru\n");
        settings.close();
        const QStringList config{QStringLiteral("--config"), settings.fileName()};

        QVERIFY(hasCyrillic(unknownMailing(config)));
        QVERIFY(!hasCyrillic(unknownMailing(config + QStringList{QStringLiteral("--language"), QStringLiteral("en")})));
    }

    void anotherLanguageIsWrongUsage()
    {
        QCOMPARE(program->run({QStringLiteral("statistics"), QStringLiteral("--language"), QStringLiteral("fr")}).exitCode,
                 2);
    }

private:
    /** What is said about a mailing that is not there. */
    [[nodiscard]] QString unknownMailing(const QStringList &options) const
    {
        const Outcome outcome =
            program->run(options + QStringList{QStringLiteral("mailing"), QStringLiteral("show"), QStringLiteral("5")});
        return outcome.exitCode == 1 ? QString::fromUtf8(outcome.err).trimmed() : QStringLiteral("no error");
    }

    static bool hasCyrillic(const QString &text)
    {
        return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.script() == QChar::Script_Cyrillic; });
    }

    std::unique_ptr<Program> program;
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::LanguageTest)
#include "languagetest.moc"
