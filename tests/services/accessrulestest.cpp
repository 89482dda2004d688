// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/accessrules.h"

#include "tests/services/actors.h"
#include "tests/support/errorline.h"

#include <QtTest>

using core::UserId;
using core::services::mayDo;
using core::services::Permission;

class AccessRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRoleMayDoWhatItIsFor_data()
    {
        QTest::addColumn<Permission>("permission");
        QTest::addColumn<qint64>("owner");
        QTest::addColumn<bool>("operatorMay");

        QTest::newRow("edit any client") << Permission::EditClients << qint64{0} << true;
        QTest::newRow("edit an own client") << Permission::EditClients << qint64{2} << true;
        QTest::newRow("edit somebody else's client") << Permission::EditClients << qint64{3} << false;
        QTest::newRow("opt out") << Permission::OptOutClients << qint64{3} << true;
        QTest::newRow("create a mailing") << Permission::CreateMailings << qint64{0} << true;
        QTest::newRow("edit an own mailing") << Permission::EditMailing << qint64{2} << true;
        QTest::newRow("edit somebody else's mailing") << Permission::EditMailing << qint64{3} << false;
        QTest::newRow("gateways") << Permission::ManageGateways << qint64{0} << false;
        QTest::newRow("settings") << Permission::ManageSettings << qint64{0} << false;
    }

    void aRoleMayDoWhatItIsFor()
    {
        QFETCH(Permission, permission);
        QFETCH(qint64, owner);
        QFETCH(bool, operatorMay);

        QVERIFY(mayDo(tests::admin(), permission, UserId{owner}));
        QCOMPARE(mayDo(tests::anOperator(2), permission, UserId{owner}).has_value(), operatorMay);
        QVERIFY(!mayDo(tests::viewer(), permission, UserId{owner}));
    }

    void aRefusalNamesThePermission()
    {
        const core::Status status = mayDo(tests::viewer(), Permission::OptOutClients);

        QCOMPARE(tests::errorLine(status.error()), u"PermissionDenied access.role clients.opt_out"_qs);
    }
};

QTEST_GUILESS_MAIN(AccessRulesTest)
#include "accessrulestest.moc"
