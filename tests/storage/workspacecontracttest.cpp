// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of SettingsRepository and UserRepository. On every backend.

#include "tests/storage/contractworkspace.h"

#include <QUuid>

using namespace core::domain;
using namespace core::interfaces;

namespace tests {

class WorkspaceContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ContractWorkspace> m_workspace;

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }
    void init() { m_workspace = ContractWorkspace::open(); }
    void cleanup() { m_workspace.reset(); }

    void givesDefaultsUntilASettingIsStored()
    {
        QCOMPARE(LOOK(unit.settings.settings()).textsKeptDays(), WorkspaceSettings().textsKeptDays());
        COMMIT(unit.settings.set(u"texts_kept_days"_qs, u"7"_qs));
        COMMIT(unit.settings.set(u"zone"_qs, u"Asia/Omsk"_qs));
        COMMIT(unit.settings.set(u"texts_kept_days"_qs, u"8"_qs));
        const WorkspaceSettings settings = LOOK(unit.settings.settings());
        QCOMPARE(settings.textsKeptDays(), 8);
        QCOMPARE(settings.zone(), u"Asia/Omsk"_qs);
    }

    void remembersWhatIsNoSetting()
    {
        QCOMPARE(LOOK(unit.settings.remembered(u"mapping/тел."_qs)), QString());
        COMMIT(unit.settings.remember(u"mapping/тел."_qs, u"phone"_qs));
        COMMIT(unit.settings.remember(u"mapping/тел."_qs, u"{\"тел.\":\"phone\"}"_qs));
        QCOMPARE(LOOK(unit.settings.remembered(u"mapping/тел."_qs)), u"{\"тел.\":\"phone\"}"_qs);
        QCOMPARE(LOOK(unit.settings.remembered(u"mapping/other"_qs)), QString());
    }

    void namesEachWorkspaceOnce()
    {
        const QString id = LOOK(unit.settings.workspaceId());
        QVERIFY(!QUuid::fromString(id).isNull());
        QCOMPARE(LOOK(unit.settings.workspaceId()), id);
        m_workspace = ContractWorkspace::open();
        QVERIFY(LOOK(unit.settings.workspaceId()) != id);
    }

    void hasTheLocalAdministrator()
    {
        const User user = LOOK(unit.users.localUser());
        QVERIFY(user.id.isValid());
        QCOMPARE(user.email, u"local@localhost"_qs);
        QCOMPARE(user.role, Role::Admin);
        QVERIFY(user.active);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::WorkspaceContractTest)
#include "workspacecontracttest.moc"
