// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/timezonename.h"

#include <QTest>

using namespace core::domain;

namespace tests {

class TimeZoneNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsZonesFromInventions_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("zone") << u"Europe/Moscow"_qs << true;
        QTest::newRow("old spelling") << u"Europe/Kiev"_qs << true;
        QTest::newRow("new spelling") << u"Europe/Kyiv"_qs << true;
        QTest::newRow("UTC") << u"UTC"_qs << true;
        QTest::newRow("quarter of an hour") << u"Asia/Kathmandu"_qs << true;
        QTest::newRow("three words") << u"America/Argentina/Buenos_Aires"_qs << true;
        QTest::newRow("abbreviation") << u"MSK"_qs << false;
        QTest::newRow("offset") << u"UTC+3"_qs << false;
        QTest::newRow("offset of the library") << u"UTC+03:00"_qs << false;
        QTest::newRow("offset alone") << u"+03:00"_qs << false;
        QTest::newRow("rule") << u"MSK-3MSD"_qs << false;
        QTest::newRow("another planet") << u"Mars/Olympus"_qs << false;
        QTest::newRow("misspelt") << u"Antarctida/South_pole"_qs << false;
        QTest::newRow("other case") << u"europe/moscow"_qs << false;
        QTest::newRow("blank behind") << u"Europe/Moscow "_qs << false;
        QTest::newRow("path") << u"../zoneinfo/Europe/Moscow"_qs << false;
        QTest::newRow("nobody has chosen") << u"Factory"_qs << false;
        QTest::newRow("nothing") << QString() << false;
    }

    void knowsZonesFromInventions()
    {
        QFETCH(QString, name);
        QFETCH(bool, accepted);
        QCOMPARE(isTimeZoneName(name), accepted);
        QCOMPARE(timeZoneNames().contains(name), accepted);
    }

    void listsNamesSortedAndOnce()
    {
        QStringList names = timeZoneNames();
        QVERIFY(names.size() > 400);
        names.sort();
        QCOMPARE(names.removeDuplicates(), 0);
        QCOMPARE(names, timeZoneNames());
    }

    void findsAZoneBehindEveryName()
    {
        for (const QString &name : timeZoneNames())
            QVERIFY2(timeZone(name).isValid(), qPrintable(name));
    }

    void keepsTheZoneItHandedOut()
    {
        const QTimeZone &moscow = timeZone(u"Europe/Moscow"_qs);
        for (const QString &name : timeZoneNames())
            (void)timeZone(name);
        QCOMPARE(&timeZone(u"Europe/Moscow"_qs), &moscow);
        QCOMPARE(moscow.id(), QByteArray("Europe/Moscow"));
    }

    void tellsWhatIsNotKnownFromUtc()
    {
        QVERIFY(!findTimeZone(u"Mars/Olympus"_qs));
        QVERIFY(!findTimeZone(QString()));
        QCOMPARE(*findTimeZone(u"UTC"_qs), timeZone(u"UTC"_qs));
        QCOMPARE(timeZone(u"Mars/Olympus"_qs), QTimeZone::utc());
        QVERIFY(isTimeZoneName(systemTimeZoneName()));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::TimeZoneNameTest)
#include "timezonenametest.moc"
