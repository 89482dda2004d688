// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/surface.h"
#include "app/commandtable.h"

#include <QApplication>
#include <QtTest>

namespace tests {

/** Makes application objects itself, so it has none of its own. */
class SurfaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY"})
            qunsetenv(name);
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }

    void aCommandGetsTheApplicationItNeeds_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("display");
        QTest::addColumn<QByteArray>("platform");
        QTest::addColumn<bool>("window");
        // No X server is at that number: Qt falls back to the second name.
        const QByteArray x11 = "xcb;offscreen";
        const QByteArray display = ":4711";
        const QStringList demo{u"demo"_qs};
        const QStringList serve{u"serve"_qs};

        QTest::newRow("window, display") << QStringList() << display << x11 << true;
        QTest::newRow("window, no display") << QStringList() << QByteArray() << QByteArray() << false;
        QTest::newRow("window, screenless platform") << QStringList() << QByteArray() << QByteArray("offscreen") << true;
        QTest::newRow("demo, display") << demo << display << x11 << true;
        QTest::newRow("demo, no display") << demo << QByteArray() << QByteArray() << false;
        QTest::newRow("demo, screenless platform") << demo << display << QByteArray("offscreen") << false;
        QTest::newRow("demo, minimal platform") << demo << display << QByteArray("minimal") << false;
        QTest::newRow("serve, display") << serve << display << x11 << false;
        QTest::newRow("wrong usage, display") << QStringList{u"nonsense"_qs} << display << x11 << false;
    }

    void aCommandGetsTheApplicationItNeeds()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, display);
        QFETCH(QByteArray, platform);
        QFETCH(bool, window);
        qputenv("DISPLAY", display);
        qputenv("QT_QPA_PLATFORM", platform);
        const app::CommandLine line = app::parsedCommandLine(words, app::commandTable());
        int argc = 1;
        char name[] = "heliograph";
        char *argv[] = {name, nullptr};

        const auto application = app::applicationFor(line, argc, argv);

        QCOMPARE(qobject_cast<QApplication *>(application.get()) != nullptr, window);
        QCOMPARE(QCoreApplication::applicationName(), u"heliograph"_qs);
        QVERIFY(!QCoreApplication::applicationVersion().isEmpty());
    }

    void theEnvironmentNamesTheDisplay()
    {
        qunsetenv("DISPLAY");
        qunsetenv("WAYLAND_DISPLAY");
        QVERIFY(!app::hasDisplay());
        qputenv("DISPLAY", ":0");
        QVERIFY(app::hasDisplay());
        qunsetenv("DISPLAY");
        qputenv("WAYLAND_DISPLAY", "wayland-0");
        QVERIFY(app::hasDisplay());
    }

    void wordsAreTheArgumentsWithoutTheProgram()
    {
        char program[] = "heliograph";
        char word[] = "--text";
        char text[] = "Привет";
        char *argv[] = {program, word, text, nullptr};

        QCOMPARE(app::wordsOf(3, argv), QStringList({u"--text"_qs, u"Привет"_qs}));
        QCOMPARE(app::wordsOf(1, argv), QStringList());
    }
};

} // namespace tests

QTEST_APPLESS_MAIN(tests::SurfaceTest)
#include "surfacetest.moc"
