// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/permissions.h"

#include "core/services/accessrules.h"

#include <QAction>
#include <QPushButton>
#include <QtTest>

using core::domain::Actor;
using core::domain::Role;
using core::services::mayDo;
using core::services::Permission;

namespace tests {

class PermissionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOneMayDoIsEnabledAndSaysNothing()
    {
        QPushButton button;
        ui::offer(&button, allowed());
        QVERIFY(button.isEnabled());
        QCOMPARE(button.toolTip(), QString());
    }

    void whatOneMayNotDoSaysWhy()
    {
        QPushButton button;
        ui::offer(&button, refused());
        QVERIFY(!button.isEnabled());
        QCOMPARE(
            button.toolTip(),
            QStringLiteral("Your role does not allow you to add, import, change or delete clients. Ask an administrator."));
        QCOMPARE(button.accessibleDescription(), button.toolTip());
    }

    void whatMakesNoSenseNowNeedsNoReason()
    {
        QPushButton button;
        ui::offer(&button, allowed(), false);
        QVERIFY(!button.isEnabled());
        QCOMPARE(button.toolTip(), QString());
        ui::offer(&button, refused(), false);
        QVERIFY(!button.toolTip().isEmpty());
    }

    void aReasonGoesWithTheRefusal()
    {
        QPushButton button;
        ui::offer(&button, refused());
        ui::offer(&button, allowed());
        QVERIFY(button.isEnabled());
        QCOMPARE(button.toolTip(), QString());
        QCOMPARE(button.accessibleDescription(), QString());
    }

    void aToolTipOfItsOwnStaysWhereNothingIsRefused()
    {
        QPushButton button;
        button.setToolTip(QStringLiteral("Everything that was done"));
        ui::offer(&button, allowed());
        QCOMPARE(button.toolTip(), QStringLiteral("Everything that was done"));
    }

    void anActionOfAMenuIsOfferedTheSameWay()
    {
        QAction action;
        action.setText(QStringLiteral("Pause all"));
        ui::offer(&action, refused());
        QVERIFY(!action.isEnabled());
        QVERIFY(action.toolTip().contains(u"import, change or delete clients"));
        ui::offer(&action, allowed());
        QVERIFY(action.isEnabled());
        QCOMPARE(action.toolTip(), QStringLiteral("Pause all")); // what Qt says where nothing was set
    }

private:
    static core::Status allowed() { return mayDo(Actor{core::UserId{1}, {}, Role::Operator}, Permission::EditClients); }
    static core::Status refused() { return mayDo(Actor{core::UserId{1}, {}, Role::Viewer}, Permission::EditClients); }
};

} // namespace tests

QTEST_MAIN(tests::PermissionsTest)
#include "permissionstest.moc"
