// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/language.h"
#include "ui/shell/enginestatus.h"

#include "core/settings/desktopsettings.h"

#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QTest>
#include <QWidget>

namespace tests {

using core::settings::Language;

namespace {

QString phoneSentence()
{
    return QCoreApplication::translate("Error", "Enter a phone number.");
}

QString clients(int count)
{
    return QCoreApplication::translate("ui::pages::ClientsPage", "%Ln client(s)", nullptr, count);
}

/** Counts how often it was told that the language changed. */
class Listener : public QWidget
{
public:
    int told = 0;

protected:
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            ++told;
        QWidget::changeEvent(event);
    }
};

} // namespace

/** The compiled-in translations, from the .ts files to the words on the screen. */
class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksTheLanguageThatIsChosen()
    {
        ui::LanguageSwitch language(*qApp);
        language.apply(Language::Russian);
        QCOMPARE(phoneSentence(), QStringLiteral("Введите номер телефона."));
        QCOMPARE(QLocale().language(), QLocale::Russian);
        language.apply(Language::English);
        QCOMPARE(phoneSentence(), QStringLiteral("Enter a phone number."));
        QCOMPARE(QLocale().language(), QLocale::English);
    }

    void countsInEveryPluralForm_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("text");
        QTest::newRow("Russian, one") << Language::Russian << 21 << QStringLiteral("21 клиент");
        QTest::newRow("Russian, few") << Language::Russian << 3 << QStringLiteral("3 клиента");
        QTest::newRow("Russian, many") << Language::Russian << 11 << QStringLiteral("11 клиентов");
        QTest::newRow("English, one") << Language::English << 1 << QStringLiteral("1 client");
        QTest::newRow("English, many") << Language::English << 21 << QStringLiteral("21 clients");
    }

    void countsInEveryPluralForm()
    {
        QFETCH(Language, language);
        QFETCH(int, count);
        ui::LanguageSwitch switcher(*qApp);
        switcher.apply(language);
        QTEST(clients(count), "text");
    }

    void theNameOfTheWorkspaceFollows()
    {
        ui::LanguageSwitch language(*qApp);
        language.apply(Language::Russian);
        ui::shell::EngineStatus status;
        status.setWorkspace(QStringLiteral("Local workspace"));
        const auto *name = status.findChild<QLabel *>(QStringLiteral("workspaceLabel"));
        const QString russian = name->text();
        QVERIFY2(russian != u"Local workspace", qPrintable(russian));
        language.apply(Language::English);
        QTRY_COMPARE(name->text(), QStringLiteral("Local workspace"));
        status.setWorkspace(QStringLiteral("db.example.org")); // a server's name is nobody's language
        language.apply(Language::Russian);
        QTRY_VERIFY(!status.findChild<QLabel *>(QStringLiteral("engineRateLabel"))->text().startsWith(u"Getting"));
        QCOMPARE(name->text(), QStringLiteral("db.example.org"));
    }

    void tellsOpenWindowsOfTheChange()
    {
        ui::LanguageSwitch language(*qApp);
        language.apply(Language::English);
        Listener window;
        window.show();
        language.apply(Language::Russian);
        QTRY_VERIFY(window.told > 0);
    }
};

} // namespace tests

QTEST_MAIN(tests::LanguageTest)
#include "languagetest.moc"
