// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/builders.h"
#include "tests/ui/brackettranslator.h"
#include "tests/ui/uifixture.h"
#include "ui/models/pagedtablemodel.h"
#include "ui/tables/tableview.h"
#include "ui/workbench.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using core::domain::BreakerState;
using core::domain::MailingState;
using core::domain::Role;
using ui::PageId;

namespace tests {

/** What each role is offered, and that the rest says why it is not. */
class RolesTest : public QObject
{
    Q_OBJECT

    struct Offer
    {
        const char *control;
        bool operatorMay;
        bool viewerMay;
    };

    static constexpr Offer offers[] = {
        {"overviewImportButton", true, false},
        {"overviewNewMailingButton", true, false},
        {"offerImportButton", true, false},
        {"offerGatewayButton", false, false},
        {"offerDemoButton", true, true},
        {"newMailingButton", true, false},
        {"emptyNewMailingButton", true, false},
        {"importClientsButton", true, false},
        {"newClientButton", true, false},
        {"emptyImportButton", true, false},
        {"emptyNewButton", true, false},
        {"exportClientsButton", true, true},
        {"tagSelectedButton", true, false},
        {"untagSelectedButton", true, false},
        {"deleteSelectedButton", true, false},
        {"optOutSelectedButton", true, false},
        {"optInSelectedButton", true, false},
        {"checkAndStartButton", true, false},
        {"saveDraftButton", true, false},
        {"pastePhonesButton", true, false},
        {"doNotSendCheck", false, false},
        {"addGatewayButton", false, false},
        {"emptyAddGatewayButton", false, false},
        {"editGatewayButton_main", false, false},
        {"resetGatewayButton_main", false, false},
        {"workspaceZoneCombo", false, false},
        {"hoursFromEdit", false, false},
        {"hoursToEdit", false, false},
        {"startBackupButton", false, false},
        {"messagesKeptSpin", false, false},
        {"textsKeptSpin", false, false},
        {"moveToServerButton", false, false},
        {"eventsKeptSpin", false, false},
        {"restEnabledCheck", false, false},
        {"restAddressEdit", false, false},
        {"restCertificateEdit", false, false},
        {"restKeyEdit", false, false},
        {"restInsecureCheck", false, false},
        {"languageCombo", true, true},
        {"lookCombo", true, true},
        {"addTokenButton", true, true},
    };

private Q_SLOTS:
    void init()
    {
        if (!theme) {
            theme = new ui::theme::Theme(*qApp);
            language = new ui::LanguageSwitch(*qApp);
        }
        fake.emplace();
        gateway = addGateway();
        own = addMailing(QStringLiteral("Own"), core::UserId{2});
        others = addMailing(QStringLiteral("Somebody's"), core::UserId{3});
        ownClient = addClient(1, core::UserId{2});
        othersClient = addClient(2, core::UserId{3});
    }

    void cleanup()
    {
        bench.reset();
        fake.reset();
    }

    void aRoleIsOfferedWhatItMayDo_data()
    {
        QTest::addColumn<int>("role");
        for (const Role role : {Role::Viewer, Role::Operator, Role::Admin})
            QTest::newRow(qPrintable(core::domain::toText(role))) << int(role);
    }

    void aRoleIsOfferedWhatItMayDo()
    {
        QFETCH(const int, role);
        open(Role(role));
        bench->showPage(PageId::Settings);
        QTRY_VERIFY(find(QStringLiteral("editGatewayButton_main")));
        for (const Offer &one : offers) {
            const QWidget *control = find(QString::fromLatin1(one.control));
            QVERIFY2(control, one.control);
            const bool may = Role(role) == Role::Admin || (Role(role) == Role::Operator ? one.operatorMay : one.viewerMay);
            QVERIFY2(isOffered(*control, may), one.control);
        }
    }

    void aMailingIsForItsOwner_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("isOwn");
        QTest::addColumn<bool>("may");
        QTest::newRow("administrator, of somebody else") << int(Role::Admin) << false << true;
        QTest::newRow("operator, an own one") << int(Role::Operator) << true << true;
        QTest::newRow("operator, of somebody else") << int(Role::Operator) << false << false;
        QTest::newRow("viewer, an own one from before") << int(Role::Viewer) << true << false;
    }

    void aMailingIsForItsOwner()
    {
        QFETCH(const int, role);
        QFETCH(const bool, isOwn);
        QFETCH(const bool, may);
        const core::MailingId id = isOwn ? own : others;
        open(Role(role));
        bench->showMailing(id);
        QTRY_VERIFY(isOffered(*find(QStringLiteral("pauseMailingButton")), may)); // once it is known whose it is
        for (const char *button : {"pauseMailingButton", "editMailingButton", "cancelMailingButton", "retryMailingButton"})
            QVERIFY2(isOffered(*find(QString::fromLatin1(button)), may), button);
        QVERIFY(isOffered(*find(QStringLiteral("exportMessagesButton")), true));

        bench->showPage(PageId::Overview);
        const QString pause = QStringLiteral("runningPause") + id.text();
        QTRY_VERIFY(find(pause));
        QVERIFY(isOffered(*find(pause), may));
    }

    void theMenuOfAMailingSaysWhyItIsNotForOne()
    {
        open(Role::Operator);
        bench->showPage(PageId::Mailings);
        select("mailingsTable", others.value);
        for (const char *name : {"editMailingAction", "pauseMailingAction", "cancelMailingAction", "deleteMailingAction"}) {
            const auto *action = bench->findChild<QAction *>(QString::fromLatin1(name));
            QVERIFY2(!action->isEnabled(), name);
            QVERIFY2(action->toolTip().contains(u"stop or delete a mailing of somebody else."), name);
        }
        QVERIFY(bench->findChild<QAction *>(QStringLiteral("duplicateMailingAction"))->isEnabled());
        select("mailingsTable", own.value);
        QVERIFY(bench->findChild<QAction *>(QStringLiteral("editMailingAction"))->isEnabled());
        QVERIFY(bench->findChild<QAction *>(QStringLiteral("deleteMailingAction"))->isEnabled());
    }

    void keysDoNoMoreThanButtons()
    {
        open(Role::Viewer);
        bench->showPage(PageId::Mailings);
        select("mailingsTable", own.value);
        auto *mailings = bench->findChild<QTableView *>(QStringLiteral("mailingsTable"));
        mailings->setFocus();
        QTest::keyClick(mailings, Qt::Key_Delete);
        QTest::keyClick(mailings, Qt::Key_D, Qt::ControlModifier);
        bench->showPage(PageId::Clients);
        QTest::keyClick(&*bench, Qt::Key_N, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QVERIFY(!bench->findChild<QWidget *>(QStringLiteral("clientPhoneEdit"))->isVisible());
        QVERIFY(!fake->workspace.mailings.find(own)->archivedAt);
        QCOMPARE(fake->workspace.mailings.count({}).value_or(0), 2);
    }

    void clientsAreForThoseWhoAddedThemWhereTheSettingSaysSo_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("mayOwn");
        QTest::addColumn<bool>("mayOthers");
        QTest::newRow("everyone's, operator") << QStringLiteral("everyone") << int(Role::Operator) << true << true;
        QTest::newRow("their owners', operator") << QStringLiteral("owner") << int(Role::Operator) << true << false;
        QTest::newRow("their owners', administrator") << QStringLiteral("owner") << int(Role::Admin) << true << true;
        QTest::newRow("their owners', viewer") << QStringLiteral("owner") << int(Role::Viewer) << false << false;
    }

    void clientsAreForThoseWhoAddedThemWhereTheSettingSaysSo()
    {
        QFETCH(const QString, setting);
        QFETCH(const int, role);
        QFETCH(const bool, mayOwn);
        QFETCH(const bool, mayOthers);
        QVERIFY(fake->ui.workspaceSettings.set(fake->ui.actor, QStringLiteral("clients_editable_by"), setting).result());
        open(Role(role));
        bench->showPage(PageId::Clients);
        const bool mayOptOut = Role(role) != Role::Viewer;
        for (const auto &[client, may] : {std::pair(ownClient, mayOwn), {othersClient, mayOthers}}) {
            select("clientsTable", client.value);
            QTRY_VERIFY(find(QStringLiteral("editClientButton"))->isVisible());
            QTRY_VERIFY(isOffered(*find(QStringLiteral("editClientButton")), may));
            QVERIFY(isOffered(*find(QStringLiteral("deleteClientButton")), may));
            QVERIFY(isOffered(*find(QStringLiteral("optOutClientButton")), mayOptOut));
        }
        bench->findChild<QTableView *>(QStringLiteral("clientsTable"))->selectAll();
        QTRY_VERIFY(isOffered(*find(QStringLiteral("deleteSelectedButton")), mayOthers));
        QVERIFY(isOffered(*find(QStringLiteral("tagSelectedButton")), mayOthers));
        QVERIFY(isOffered(*find(QStringLiteral("optOutSelectedButton")), mayOptOut));
    }

    void theSettingIsFollowedWhileOneLooks()
    {
        open(Role::Operator);
        bench->showPage(PageId::Clients);
        select("clientsTable", othersClient.value);
        QTRY_VERIFY(find(QStringLiteral("editClientButton"))->isVisible());
        QVERIFY(isOffered(*find(QStringLiteral("editClientButton")), true));
        const auto set = [this](const QString &value) {
            return fake->ui.workspaceSettings.set(fake->ui.actor, QStringLiteral("clients_editable_by"), value).result();
        };
        QVERIFY(set(QStringLiteral("owner")));
        QTRY_VERIFY(isOffered(*find(QStringLiteral("editClientButton")), false));
        QVERIFY(set(QStringLiteral("everyone")));
        QTRY_VERIFY(isOffered(*find(QStringLiteral("editClientButton")), true));
    }

    void whatMendsAGatewayIsForAdministrators_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("may");
        QTest::newRow("administrator") << int(Role::Admin) << true;
        QTest::newRow("operator") << int(Role::Operator) << false;
    }

    void whatMendsAGatewayIsForAdministrators()
    {
        QFETCH(const int, role);
        QFETCH(const bool, may);
        open(Role(role));
        bench->showPage(PageId::Overview);
        const QString problem = QStringLiteral("problem-gateway-%1-attention").arg(gateway.text());
        QTRY_VERIFY(find(problem));
        QVERIFY(isOffered(*find(problem)->findChild<QPushButton *>(QStringLiteral("bannerActionButton")), may));
        bench->showGateway(gateway); // as the link in the list does
        QTRY_VERIFY(find(QStringLiteral("editGatewayButton_main")));
        QCoreApplication::processEvents();
        QCOMPARE(find(QStringLiteral("saveGatewayButton"))->isVisible(), may);
    }

    void aTestGoesThroughAGatewayAndIsForAdministrators()
    {
        open(Role::Operator);
        bench->newMailing();
        QVERIFY(isOffered(*find(QStringLiteral("checkAndStartButton")), true));
        const auto tests = bench->findChildren<QPushButton *>(QStringLiteral("sendTestButton"));
        for (const QPushButton *test : tests) {
            if (test->isVisible())
                QVERIFY(isOffered(*test, false));
        }
    }

    void aDroppedListIsTakenFromWhoMayImportIt_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("may");
        QTest::newRow("viewer") << int(Role::Viewer) << false;
        QTest::newRow("operator") << int(Role::Operator) << true;
    }

    void aDroppedListIsTakenFromWhoMayImportIt()
    {
        QFETCH(const int, role);
        QFETCH(const bool, may);
        open(Role(role));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/clients.csv"))});
        QDragEnterEvent event({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        event.setAccepted(false);
        static_cast<QObject &>(*bench).event(&event);
        QCOMPARE(event.isAccepted(), may);
    }

    void reasonsFollowTheLanguage()
    {
        open(Role::Viewer);
        QWidget *import = find(QStringLiteral("overviewImportButton"));
        QVERIFY(import->toolTip().startsWith(u"Your role"));
        BracketTranslator translator;
        translator.speak();
        QVERIFY2(import->toolTip().startsWith(u'['), qPrintable(import->toolTip()));
    }

private:
    void open(Role role)
    {
        fake->ui.actAs(role, 2);
        bench.emplace(fake->ui.context, *theme, *language);
        bench->resize(1280, 800);
        bench->show();
        bench->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&*bench));
    }

    QWidget *find(const QString &name) const
    {
        const auto found = bench->findChildren<QWidget *>(name);
        const auto shown = std::find_if(found.cbegin(), found.cend(), [](const QWidget *one) { return one->isVisible(); });
        return shown != found.cend() ? *shown : found.value(0);
    }

    static bool isOffered(const QWidget &control, bool may)
    {
        const bool saysWhy = control.toolTip().startsWith(u"Your role does not allow you to ");
        return may ? !saysWhy : saysWhy && !control.isEnabled() && control.accessibleDescription() == control.toolTip();
    }

    void select(const char *table, qint64 id)
    {
        auto *view = bench->findChild<ui::tables::TableView *>(QString::fromLatin1(table));
        auto *model = qobject_cast<ui::models::PagedTableModel *>(view->model());
        QTRY_VERIFY(model->rowOf(id) >= 0);
        view->clearSelection();
        view->selectId(id);
    }

    core::GatewayId addGateway()
    {
        core::domain::GatewayEdit edit;
        edit.name = QStringLiteral("main");
        edit.kind = QStringLiteral("http-json");
        edit.url = QStringLiteral("https://sms.example.org/send");
        edit.secret = QStringLiteral("token");
        const core::GatewayId id = fake->ui.gateways.add(fake->ui.actor, edit).result()->profile.id;
        (void)fake->workspace.gateways.saveState(id,
                                                 {.breaker = BreakerState::Attention, .reason = QStringLiteral("HTTP 401")});
        return id;
    }

    core::MailingId addMailing(const QString &name, core::UserId owner)
    {
        core::domain::Mailing mailing = aMailing().name(name).state(MailingState::Running);
        mailing.startAt = fake->ui.clock.now() - std::chrono::hours{1};
        mailing.endAt = fake->ui.clock.now() + std::chrono::hours{5};
        mailing.owner = owner;
        return fake->workspace.mailings.insert(mailing).value();
    }

    core::ClientId addClient(qint64 number, core::UserId owner)
    {
        core::domain::Client client = aClient().phone(number);
        client.owner = owner;
        return fake->workspace.clients.insert(client).value();
    }

    ui::theme::Theme *theme = nullptr;      ///< the application's
    ui::LanguageSwitch *language = nullptr; ///< the application's
    std::optional<FakeUi> fake;
    std::optional<ui::Workbench> bench;
    core::GatewayId gateway;
    core::MailingId own;
    core::MailingId others;
    core::ClientId ownClient;
    core::ClientId othersClient;
};

} // namespace tests

QTEST_MAIN(tests::RolesTest)
#include "rolestest.moc"
