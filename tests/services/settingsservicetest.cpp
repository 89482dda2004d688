// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/settingsservice.h"

#include "tests/services/actors.h"
#include "tests/support/builders.h"
#include "tests/support/errorline.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using tests::admin;
using tests::errorLine;

class SettingsServiceTest : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        tests::ManualClock clock{"2024-03-01T08:00:00Z"};
        tests::FakeWorkspace workspace;
        core::services::SettingsService service{workspace.executor, clock};
    };

private Q_SLOTS:
    void storesACheckedValueAndRecordsIt()
    {
        Fixture f;

        QVERIFY(f.service.set(admin(), u"quiet_hours_from"_qs, u"08:30"_qs).result());

        QCOMPARE(f.service.settings().result()->quietHoursFrom(), 8 * 60 + 30);
        QCOMPARE(f.workspace.data.events.last().action, u"setting.set"_qs);
        QCOMPARE(f.workspace.data.events.last().before, uR"({"quiet_hours_from":"09:00"})"_qs);
        QCOMPARE(f.workspace.data.events.last().after, uR"({"quiet_hours_from":"08:30"})"_qs);
    }

    void theSameValueIsStoredWithoutAnEvent()
    {
        Fixture f;

        QVERIFY(f.service.set(admin(), u"zone"_qs, f.service.settings().result()->zone()).result());

        QVERIFY(f.workspace.data.settings.contains(u"zone"_qs));
        QVERIFY(f.workspace.data.events.isEmpty());
    }

    void theDefaultGatewayIsTheMarkOnTheGateway()
    {
        Fixture f;
        QCOMPARE(f.service.settings().result()->value(u"default_gateway"_qs), QString());
        QVERIFY(f.workspace.gateways.insert(tests::aGateway().name(u"main"_qs)));
        const auto backup = f.workspace.gateways.insert(tests::aGateway().name(u"backup"_qs));
        QCOMPARE(f.service.settings().result()->value(u"default_gateway"_qs), u"main"_qs);

        QVERIFY(f.service.set(admin(), u"default_gateway"_qs, u" backup "_qs).result());

        QVERIFY(f.workspace.gateways.find(*backup)->profile.isDefault);
        QCOMPARE(f.service.settings().result()->value(u"default_gateway"_qs), u"backup"_qs);
        QVERIFY(!f.workspace.data.settings.contains(u"default_gateway"_qs)); // one truth
        QCOMPARE(f.workspace.data.events.last().before, uR"({"default_gateway":"main"})"_qs);
        QCOMPARE(f.workspace.data.events.last().after, uR"({"default_gateway":"backup"})"_qs);
    }

    void aDefaultGatewayThatIsNotThereIsRefused()
    {
        Fixture f;
        QCOMPARE(errorLine(f.service.set(admin(), u"default_gateway"_qs, u"main"_qs).result().error()),
                 u"Conflict gateway.none"_qs);
        QVERIFY(f.workspace.gateways.insert(tests::aGateway().name(u"main"_qs)));
        QVERIFY(f.workspace.gateways.insert(tests::aGateway().name(u"backup"_qs)));

        QCOMPARE(errorLine(f.service.set(admin(), u"default_gateway"_qs, u"third"_qs).result().error()),
                 u"default_gateway setting:gateway third|backup, main"_qs);

        QCOMPARE(f.service.settings().result()->value(u"default_gateway"_qs), u"main"_qs);
        QVERIFY(f.workspace.data.events.isEmpty());
    }

    void refusesWhatCannotBe()
    {
        Fixture f;

        QCOMPARE(errorLine(f.service.set(admin(), u"colour"_qs, u"red"_qs).result().error()),
                 u"NotFound setting.unknown colour"_qs);
        QCOMPARE(errorLine(f.service.set(admin(), u"zone"_qs, u"Mars/Olympus"_qs).result().error()),
                 u"zone timezone Mars/Olympus"_qs);
        QCOMPARE(f.service.set(tests::anOperator(), u"zone"_qs, u"UTC"_qs).result().error().kind,
                 core::ErrorKind::PermissionDenied);
        QVERIFY(f.workspace.data.settings.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SettingsServiceTest)
#include "settingsservicetest.moc"
