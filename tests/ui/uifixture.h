// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * All services over one executor, and the Context that pages are given, for tests of the window.
 */
#pragma once

#include "core/interfaces/enginemonitor.h"
#include "core/services/accountservice.h"
#include "core/services/audienceservice.h"
#include "core/services/backupservice.h"
#include "core/services/clientservice.h"
#include "core/services/exportservice.h"
#include "core/services/gatewayservice.h"
#include "core/services/historyservice.h"
#include "core/services/importservice.h"
#include "core/services/instanceservice.h"
#include "core/services/mailingservice.h"
#include "core/services/messageservice.h"
#include "core/services/settingsservice.h"
#include "core/services/statisticsservice.h"
#include "core/settings/desktopsettings.h"
#include "core/storage/workspace.h"
#include "tests/support/fakedelay.h"
#include "tests/support/fakepasswordhasher.h"
#include "tests/support/fakerestswitch.h"
#include "tests/support/fakesendingswitch.h"
#include "tests/support/fakesessionstore.h"
#include "tests/support/faketokenmaker.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/fakeworkspacecopier.h"
#include "tests/support/fakeworkspacemove.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedgateway.h"
#include "ui/context.h"
#include "ui/navigator.h"
#include "ui/sendingwatch.h"
#include "ui/serverwatch.h"
#include "ui/session.h"

#include <QTemporaryDir>
#include <QThreadPool>

namespace tests {

/** Seals by turning the bytes round: enough to see that nothing is stored plain. */
class TurningSecretStore final : public core::interfaces::SecretStore
{
public:
    core::Result<QByteArray> seal(const QByteArray &plain) override
    {
        QByteArray turned = plain;
        std::reverse(turned.begin(), turned.end());
        return turned;
    }
    core::Result<QByteArray> open(const QByteArray &sealed) override { return seal(sealed); }
    core::Result<QString> exportKey() override { return QStringLiteral("key"); }
    core::Status importKey(const QString &) override { return {}; }
};

/** Answers every test message at once. */
class AnsweringTestSender final : public core::interfaces::TestSender
{
public:
    core::interfaces::GatewayAnswer answer{core::domain::AnswerKind::Accepted, 200, QStringLiteral("accepted"), {}, {}};

    QFuture<core::Result<core::interfaces::GatewayAnswer>> send(const core::domain::GatewayProfile &, const QByteArray &,
                                                                const core::interfaces::OutgoingMessage &) override
    {
        return QtFuture::makeReadyFuture(core::Result<core::interfaces::GatewayAnswer>(answer));
    }
};

/**
 * What app/desktop holds in the program. The clock stands at 2026-11-20 15:21 in Moscow; the local administrator is there
 * without a sign-in.
 */
class UiFixture
{
public:
    UiFixture(core::interfaces::Executor &executor, core::interfaces::ChangeFeed &changes)
        : executor(executor), changes(changes)
    {}

    core::interfaces::Executor &executor;
    core::interfaces::ChangeFeed &changes;
    QTemporaryDir folder;
    ManualClock clock{"2026-11-20T12:21:00Z"};
    TurningSecretStore secrets;
    AnsweringTestSender tester;
    ScriptedGatewayFactory factory{clock};
    core::services::ClientService clients{executor, clock};
    core::services::MailingService mailings{executor, clock};
    core::services::MessageService messages{executor};
    core::services::AudienceService audiences{executor};
    core::services::StatisticsService statistics{executor, clock};
    core::services::GatewayService gateways{executor, clock, secrets, factory, tester};
    core::services::SettingsService workspaceSettings{executor, clock};
    core::services::ImportService imports{executor, clock};
    core::services::ExportService exports{executor};
    core::services::HistoryService history{executor};
    FakePasswordHasher passwords;
    FakeTokenMaker tokens;
    FakeDelay delay;
    core::services::AccountService accounts{executor, clock, {passwords, tokens, delay}};
    FakeWorkspaceCopier copier;
    QThreadPool copying; ///< its destructor waits for a backup that still runs
    core::services::BackupService backups{copier, clock, &copying};
    FakeSessionStore sessions;
    core::interfaces::EngineMonitor engine;
    FakeRestSwitch rest;
    FakeWorkspaceMove move;
    core::services::InstanceService instances{executor};
    FakeSendingSwitch sendingSwitch;
    ui::ServerWatch server{instances, engine, changes};
    ui::SendingWatch sending{sendingSwitch, engine, instances, server};
    core::settings::DesktopSettings settings{folder.filePath(QStringLiteral("heliograph.ini"))};
    core::domain::Actor actor{core::UserId{1}, QStringLiteral("local@localhost"), core::domain::Role::Admin};
    ui::Session session{accounts, sessions, changes, actor};
    ui::Context context{clients,
                        mailings,
                        messages,
                        audiences,
                        statistics,
                        gateways,
                        workspaceSettings,
                        imports,
                        exports,
                        history,
                        accounts,
                        backups,
                        changes,
                        engine,
                        rest,
                        move,
                        settings,
                        clock,
                        session,
                        sending,
                        server,
                        actor,
                        QStringLiteral("Local workspace")};

    /** Who works with the pages and dialogs that are made from now on; `actor` stays the administrator of the test. */
    void actAs(core::domain::Role role, qint64 user = 2)
    {
        context.actor = {core::UserId{user}, core::domain::toText(role) + QStringLiteral("@example.org"), role};
    }

    /** Waits for the answer. @param user  whose e-mail address is <user>@example.org */
    core::domain::User addUser(const QString &user, core::domain::Role role)
    {
        core::domain::UserEdit edit;
        edit.email = user + QStringLiteral("@example.org");
        edit.name = user;
        edit.role = role;
        edit.password = goodPassword();
        return accounts.create(actor, edit).result().value();
    }
    static QString goodPassword() { return QStringLiteral("correct horse"); }
};

/** Services over repositories in memory: every answer is there at once, or when the test says so. */
struct FakeUi
{
    FakeWorkspace workspace;
    UiFixture ui{workspace.executor, workspace.feed};
};

/** Services over a real database with its threads. */
struct StoredUi
{
    QTemporaryDir folder;
    std::unique_ptr<core::storage::Workspace> workspace = std::move(
        *core::storage::Workspace::open(core::storage::DatabaseUrl::sqliteFile(folder.filePath(QStringLiteral("w.db")))));
    UiFixture ui{workspace->executor(), workspace->changes()};
};

/** Writes down where a page wanted to go. */
class RecordingNavigator final : public ui::Navigator
{
public:
    QStringList visited;
    QString offered;
    std::function<void()> undo;

    void showPage(ui::PageId page) override { visited << QStringLiteral("page %1").arg(int(page)); }
    void showMailing(core::MailingId id) override { visited << QStringLiteral("mailing %1").arg(id.value); }
    void newMailing() override { visited << QStringLiteral("new mailing"); }
    void showMessages(const QList<core::domain::MessageStatus> &statuses) override
    {
        QStringList names;
        for (const core::domain::MessageStatus status : statuses)
            names << core::domain::toText(status);
        visited << QStringLiteral("messages ") + names.join(u',');
    }
    void showClient(core::ClientId id) override { visited << QStringLiteral("client %1").arg(id.value); }
    void showMailingHistory(core::MailingId id, const QString &name) override
    {
        visited << QStringLiteral("history of mailing %1 %2").arg(id.text(), name);
    }
    void showClientHistory(core::ClientId id, const QString &phone) override
    {
        visited << QStringLiteral("history of client %1 %2").arg(id.text(), phone);
    }
    void showGateway(core::GatewayId id) override { visited << QStringLiteral("gateway %1").arg(id.value); }
    void importClients(const QString &path) override { visited << QStringLiteral("import %1").arg(path); }
    void offerUndo(const QString &what, std::function<void()> back) override
    {
        offered = what;
        undo = std::move(back);
    }
};

} // namespace tests
