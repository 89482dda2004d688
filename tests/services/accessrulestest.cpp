// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/accessrules.h"

#include "core/base/errorsentences.h"
#include "tests/services/actors.h"
#include "tests/support/errorline.h"

#include <QtTest>

using core::UserId;
using core::services::mayDo;
using core::services::mayEditClient;
using core::services::Permission;

class AccessRulesTest : public QObject
{
    Q_OBJECT

    using Owner = std::optional<UserId>;

private Q_SLOTS:
    void aRoleMayDoWhatItIsFor_data()
    {
        QTest::addColumn<Permission>("permission");
        QTest::addColumn<Owner>("owner");
        QTest::addColumn<bool>("operatorMay");
        QTest::addColumn<bool>("viewerMay");
        const Owner ofNobody = UserId();
        const Owner ofOperator = tests::anOperator(2).user;
        const Owner ofViewer = tests::viewer().user;
        const Owner ofAdmin = tests::admin().user;

        QTest::newRow("edit clients") << Permission::EditClients << Owner() << true << false;
        QTest::newRow("edit an own client") << Permission::EditClients << ofOperator << true << false;
        QTest::newRow("edit somebody else's client") << Permission::EditClients << ofAdmin << false << false;
        QTest::newRow("edit nobody's client") << Permission::EditClients << ofNobody << false << false;
        QTest::newRow("a viewer's client") << Permission::EditClients << ofViewer << false << false;
        QTest::newRow("opt out") << Permission::OptOutClients << Owner() << true << false;
        QTest::newRow("create a mailing") << Permission::CreateMailings << Owner() << true << false;
        QTest::newRow("edit an own mailing") << Permission::EditMailing << ofOperator << true << false;
        QTest::newRow("edit somebody else's mailing") << Permission::EditMailing << ofAdmin << false << false;
        QTest::newRow("edit nobody's mailing") << Permission::EditMailing << ofNobody << false << false;
        QTest::newRow("a viewer's mailing") << Permission::EditMailing << ofViewer << false << false;
        QTest::newRow("gateways") << Permission::ManageGateways << Owner() << false << false;
        QTest::newRow("settings") << Permission::ManageSettings << Owner() << false << false;
        QTest::newRow("users") << Permission::ManageUsers << Owner() << false << false;
        QTest::newRow("users, also oneself") << Permission::ManageUsers << ofOperator << false << false;
        QTest::newRow("the operator's account") << Permission::EditAccount << ofOperator << true << false;
        QTest::newRow("the viewer's account") << Permission::EditAccount << ofViewer << false << true;
        QTest::newRow("everybody's account") << Permission::EditAccount << Owner() << false << false;
        QTest::newRow("nobody's account") << Permission::EditAccount << ofNobody << false << false;
    }

    void aRoleMayDoWhatItIsFor()
    {
        QFETCH(Permission, permission);
        QFETCH(Owner, owner);
        QFETCH(bool, operatorMay);
        QFETCH(bool, viewerMay);

        QVERIFY(mayDo(tests::admin(), permission, owner));
        QCOMPARE(mayDo(tests::anOperator(2), permission, owner).has_value(), operatorMay);
        QCOMPARE(mayDo(tests::viewer(), permission, owner).has_value(), viewerMay);
    }

    void clientsAreKeptToWhoAddedThemOnlyByTheSetting()
    {
        const core::domain::Actor person = tests::anOperator(2);
        const core::domain::WorkspaceSettings shared;
        const core::domain::WorkspaceSettings kept({{u"clients_editable_by"_qs, u"owner"_qs}});

        QVERIFY(mayEditClient(person, shared, tests::admin().user));
        QVERIFY(mayEditClient(person, kept, person.user));
        QVERIFY(!mayEditClient(person, kept, tests::admin().user));
        QVERIFY(mayEditClient(tests::admin(), kept, person.user));
        QVERIFY(!mayEditClient(tests::viewer(), shared, tests::viewer().user));
    }

    void anImportIsBegunByWhoEditsClients()
    {
        QVERIFY(core::services::mayImport(tests::admin()));
        QVERIFY(core::services::mayImport(tests::anOperator(2)));
        QVERIFY(!core::services::mayImport(tests::viewer()));
    }

    void whoIsNobodyOwnsNothing()
    {
        const core::domain::Actor nobody{{}, u"nobody"_qs, core::domain::Role::Operator};
        QVERIFY(!mayDo(nobody, Permission::EditMailing, UserId()));
        QVERIFY(!mayDo(nobody, Permission::EditAccount, UserId()));
    }

    void everyRefusalSaysInWordsWhatOneMayNotDo_data()
    {
        QTest::addColumn<core::domain::Actor>("actor");
        QTest::addColumn<Permission>("permission");
        QTest::addColumn<QString>("lacks");
        QTest::addColumn<QString>("words");
        const core::domain::Actor viewer = tests::viewer();
        const core::domain::Actor anOperator = tests::anOperator(2);

        QTest::newRow("clients") << viewer << Permission::EditClients << u"clients.edit"_qs << u"import"_qs;
        QTest::newRow("others' clients") << anOperator << Permission::EditClients << u"clients.edit_others"_qs
                                         << u"somebody else added"_qs;
        QTest::newRow("opt out") << viewer << Permission::OptOutClients << u"clients.opt_out"_qs << u"opt clients out"_qs;
        QTest::newRow("new mailings") << viewer << Permission::CreateMailings << u"mailings.create"_qs
                                      << u"create mailings"_qs;
        QTest::newRow("mailings") << viewer << Permission::EditMailing << u"mailings.edit"_qs << u"delete mailings"_qs;
        QTest::newRow("others' mailings") << anOperator << Permission::EditMailing << u"mailings.edit_others"_qs
                                          << u"a mailing of somebody else"_qs;
        QTest::newRow("gateways") << anOperator << Permission::ManageGateways << u"gateways.manage"_qs << u"gateways"_qs;
        QTest::newRow("settings") << anOperator << Permission::ManageSettings << u"settings.manage"_qs << u"settings"_qs;
        QTest::newRow("users") << anOperator << Permission::ManageUsers << u"users.manage"_qs << u"add users"_qs;
        QTest::newRow("accounts") << anOperator << Permission::EditAccount << u"account.edit"_qs << u"accounts of others"_qs;
    }

    void everyRefusalSaysInWordsWhatOneMayNotDo()
    {
        QFETCH(core::domain::Actor, actor);
        QFETCH(Permission, permission);
        QFETCH(QString, lacks);
        QFETCH(QString, words);

        const core::Status status = mayDo(actor, permission, tests::admin().user);

        QVERIFY(!status);
        QCOMPARE(tests::errorLine(status.error()), u"PermissionDenied access.role "_qs + lacks);
        const QString sentence = core::filledSentence(
            QString::fromUtf8(core::errorSentence(status.error().code, status.error().args)), status.error().args);
        QVERIFY2(sentence.startsWith(u"Your role does not allow you to ") && sentence.contains(words), qPrintable(sentence));
        QVERIFY2(!sentence.contains(lacks), "a word of the program is no word for people");
    }

    void aRefusalNamesThePermission()
    {
        const core::Status status = mayDo(tests::viewer(), Permission::OptOutClients);

        QCOMPARE(tests::errorLine(status.error()), u"PermissionDenied access.role clients.opt_out"_qs);
    }
};

QTEST_GUILESS_MAIN(AccessRulesTest)
#include "accessrulestest.moc"
