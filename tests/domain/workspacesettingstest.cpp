// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/workspacesettings.h"
#include "core/domain/timezonename.h"
#include "tests/support/errorline.h"

#include <QTest>

using namespace core::domain;

namespace tests {

class WorkspaceSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksEveryValue_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected"); // the stored form, or the error
        const auto row = [](const char *name, const char *key, const char *value, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(key) << QString::fromLatin1(value) << QString::fromLatin1(expected);
        };
        row("zone", "zone", " Asia/Omsk ", "Asia/Omsk");
        row("no zone", "zone", "MSK", "zone timezone MSK");
        row("beginning", "quiet_hours_from", "08:30", "08:30");
        row("beginning at 24:00", "quiet_hours_from", "24:00", "quiet_hours_from window:time 24:00");
        row("end at 24:00", "quiet_hours_to", "24:00", "24:00");
        row("no time", "quiet_hours_to", "9 pm", "quiet_hours_to window:time 9 pm");
        row("days", "texts_kept_days", "007", "7");
        row("for ever", "messages_kept_days", "0", "0");
        row("negative days", "events_kept_days", "-1", "events_kept_days number:range 0|36500");
        row("too many days", "events_kept_days", "36501", "events_kept_days number:range 0|36500");
        row("days in words", "texts_kept_days", "ten", "texts_kept_days number:range 0|36500");
        row("everyone", "clients_editable_by", "everyone", "everyone");
        row("nobody", "clients_editable_by", "nobody", "clients_editable_by setting:choice nobody|everyone, owner");
        row("truth", "open_registration", "true", "true");
        row("half a truth", "metrics_public", "yes", "metrics_public setting:choice yes|true, false");
        row("address", "public_url", "https://sms.example:8443/base", "https://sms.example:8443/base");
        row("no address", "public_url", "", "");
        row("script as address", "public_url", "javascript:alert(1)", "public_url setting:url javascript:alert(1)");
        row("recipients", "report_recipients", "a@example.com ,, b@example.com", "a@example.com, b@example.com");
        row("no recipient", "report_recipients", "a@example.com, b", "report_recipients setting:address b");
        row("recipient with a blank", "report_recipients", "a b@c", "report_recipients setting:address a b@c");
        row("report time", "report_time", "23:59", "23:59");
        row("unknown", "colour", "red", "NotFound setting.unknown colour");
    }

    void checksEveryValue()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, expected);
        const auto result = WorkspaceSettings::checked(key, value);
        QCOMPARE(result ? *result : errorLine(result.error()), expected);
    }

    void everyDefaultKeepsItsOwnRule()
    {
        const WorkspaceSettings settings;
        for (const QString &key : WorkspaceSettings::keys()) {
            QVERIFY(WorkspaceSettings::isKnown(key));
            const auto checked = WorkspaceSettings::checked(key, settings.value(key));
            QVERIFY2(checked, qPrintable(key));
            QCOMPARE(*checked, settings.value(key));
        }
        QVERIFY(!WorkspaceSettings::isKnown(u"colour"_qs));
    }

    void hasDefaults()
    {
        const WorkspaceSettings settings;
        QCOMPARE(settings.zone(), systemTimeZoneName());
        QCOMPARE(settings.quietHoursFrom(), 9 * 60);
        QCOMPARE(settings.quietHoursTo(), 21 * 60);
        QCOMPARE(settings.textsKeptDays(), 30);
        QCOMPARE(settings.eventsKeptDays(), 365);
        QCOMPARE(settings.messagesKeptDays(), 0);
        QCOMPARE(settings.value(u"clients_editable_by"_qs), u"everyone"_qs);
        QCOMPARE(settings.value(u"open_registration"_qs), u"false"_qs);
        QCOMPARE(settings.value(u"colour"_qs), QString());
    }

    void storedValuesComeFirst()
    {
        const WorkspaceSettings settings({{u"zone"_qs, u"Asia/Omsk"_qs},
                                          {u"quiet_hours_from"_qs, u"10:30"_qs},
                                          {u"quiet_hours_to"_qs, u"24:00"_qs},
                                          {u"texts_kept_days"_qs, u"0"_qs},
                                          {u"events_kept_days"_qs, u"7"_qs},
                                          {u"messages_kept_days"_qs, u"90"_qs}});
        QCOMPARE(settings.zone(), u"Asia/Omsk"_qs);
        QCOMPARE(settings.quietHoursFrom(), 630);
        QCOMPARE(settings.quietHoursTo(), 1440);
        QCOMPARE(settings.textsKeptDays(), 0);
        QCOMPARE(settings.eventsKeptDays(), 7);
        QCOMPARE(settings.messagesKeptDays(), 90);
    }

    void saysWhoMayRegisterAndEditClients()
    {
        QVERIFY(!WorkspaceSettings().keepsClientsToOwners());
        QVERIFY(!WorkspaceSettings().isRegistrationOpen());
        const WorkspaceSettings settings({{u"clients_editable_by"_qs, u"owner"_qs}, {u"open_registration"_qs, u"true"_qs}});
        QVERIFY(settings.keepsClientsToOwners());
        QVERIFY(settings.isRegistrationOpen());
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::WorkspaceSettingsTest)
#include "workspacesettingstest.moc"
