// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop.h"

#include "app/databaselogin.h"
#include "app/restswitch.h"
#include "app/sendingswitch.h"
#include "app/singleinstance.h"
#include "app/terminationsignals.h"
#include "app/workspacemove.h"
#include "app/workspaceurl.h"
#include "core/base/logging.h"
#include "core/settings/desktopsettings.h"
#include "ui/context.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/sendingwatch.h"
#include "ui/serverwatch.h"
#include "ui/session.h"
#include "ui/theme/theme.h"
#include "ui/tray/trayicon.h"
#include "ui/workbench.h"

#include <QApplication>
#include <QPointer>
#include <QShortcut>

namespace app {

using core::Result;
using core::settings::DesktopSettings;
using core::settings::Language;

namespace {

/** Everything between the workspace and the person; destroyed before the backend. */
class Desktop
{
public:
    Desktop(Backend &backend, DesktopSettings &settings, const core::Clock &clock, const QString &workspaceName,
            ui::theme::Theme &theme, ui::LanguageSwitch &language, RestUse rest, WorkspaceMove &move)
        : m_engine(backend.engine()), m_sendingSwitch(m_engine, settings), m_rest(backend, settings, clock, rest),
          m_session(backend.services().accounts, backend.sessions(), backend.changes(), localActor(backend),
                    backend.entrance() == core::services::Entrance::FirstPassword),
          m_server(backend.services().instances, m_engine.monitor(), backend.changes()),
          m_sending(m_sendingSwitch, m_engine.monitor(), backend.services().instances, m_server),
          m_context(context(backend, settings, clock, workspaceName, m_session, m_sending, m_server, m_rest, move)),
          m_window(m_context, theme, language), m_tray(m_context, m_window)
    {
        const auto leave = [this, &move] {
            move.forget(); // somebody may have asked for it a moment ago
            stop();
        };
        QObject::connect(&m_signals, &TerminationSignals::received, &m_window, leave);
        QObject::connect(&move, &WorkspaceMove::begun, &m_window, [this] {
            m_window.hide();
            m_tray.hide();
            stop();
        });
        QObject::connect(&m_sendingSwitch, &SendingSwitch::stopped, &m_window, [this] { partStopped(); });
        QObject::connect(&m_rest, &RestSwitch::stopped, &m_window, [this] { partStopped(); });
        QObject::connect(&m_engine, &Engine::failed, &m_window, [](const core::Error &error) {
            qCWarning(core::logApp).noquote() << "dispatch_right error=" << error.code;
        });
        // The window may be hidden while the engine goes on, or finishes what is in flight.
        QApplication::setQuitOnLastWindowClosed(false);
        QObject::connect(&m_tray, &ui::tray::TrayIcon::quitRequested, &m_window, [this, leave] {
            m_window.hide();
            leave();
        });
        // Not QKeySequence::Quit, which is no key at all outside of Gnome and KDE; without a tray there is no other way out.
        auto *quit = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q), &m_window);
        QObject::connect(quit, &QShortcut::activated, &m_tray, &ui::tray::TrayIcon::quit);
    }

    Result<ExitCode> run()
    {
        m_sendingSwitch.apply(); // sends, whoever is signed in or not
        m_rest.apply();
        m_session.begin();
        m_window.show();
        QCoreApplication::exec();
        return ExitCode::Done;
    }

    ui::MainWindow &window() { return m_window; }

private:
    void stop()
    {
        if (std::exchange(m_partsRunning, 2) > 0)
            return; // it is stopping already
        m_session.close();
        m_sendingSwitch.stop();
        m_rest.stop();
    }
    void partStopped()
    {
        if (--m_partsRunning <= 0)
            QMetaObject::invokeMethod(
                qApp, [] { QCoreApplication::exit(); }, Qt::QueuedConnection); // quit() asks whatever window is left
    }

    static std::optional<core::domain::Actor> localActor(const Backend &backend)
    {
        if (backend.entrance() != core::services::Entrance::Open)
            return std::nullopt;
        const core::domain::User &user = backend.localUser();
        return core::domain::Actor{user.id, user.email, user.role};
    }

    static ui::Context context(Backend &backend, DesktopSettings &settings, const core::Clock &clock, const QString &name,
                               ui::Session &session, ui::SendingWatch &sending, ui::ServerWatch &server, RestSwitch &rest,
                               WorkspaceMove &move)
    {
        Services &services = backend.services();
        const core::domain::Actor nobody{{}, {}, core::domain::Role::Viewer};
        return {services.clients,
                services.mailings,
                services.messages,
                services.audiences,
                services.statistics,
                services.gateways,
                services.settings,
                services.imports,
                services.exports,
                services.history,
                services.accounts,
                services.backups,
                backend.changes(),
                backend.engine().monitor(),
                rest,
                move,
                settings,
                clock,
                session,
                sending,
                server,
                nobody,
                name};
    }

    Engine &m_engine;
    SendingSwitch m_sendingSwitch;
    RestSwitch m_rest;
    ui::Session m_session;
    ui::ServerWatch m_server;
    ui::SendingWatch m_sending;
    ui::Context m_context;
    ui::MainWindow m_window;
    ui::tray::TrayIcon m_tray;
    TerminationSignals m_signals;
    int m_partsRunning = 0; ///< once it is stopping
};

/** As the window shows it. */
QString nameOf(const core::storage::DatabaseUrl &url)
{
    if (url.kind() == core::storage::DatabaseUrl::Kind::Sqlite)
        return QString::fromLatin1(QT_TRANSLATE_NOOP("Desktop", "Local workspace"));
    return serverPlace(url);
}

/** --language for this time, else the setting. */
Language languageOf(const Invocation &invocation, const DesktopSettings &settings)
{
    const QString given = invocation.value(QStringLiteral("language"));
    if (given.isEmpty())
        return settings.language();
    return given == core::settings::toText(Language::Russian) ? Language::Russian : Language::English;
}

/** What belongs to the application, whichever window is there. */
struct Surroundings
{
    static Result<std::unique_ptr<Surroundings>> of(const Invocation &invocation)
    {
        auto made = std::make_unique<Surroundings>(invocation);
        HELIOGRAPH_TRY(made->settings.check());
        made->language.apply(languageOf(invocation, made->settings));
        made->theme.apply(made->settings.look());
        return made;
    }
    explicit Surroundings(const Invocation &invocation)
        : settings(DesktopSettings::pathFrom(invocation.value(QStringLiteral("config"))))
    {}

    DesktopSettings settings;
    ui::LanguageSwitch language{*qApp};
    ui::theme::Theme theme{*qApp};
};

Result<ExitCode> runWindow(Backend &backend, Surroundings &surroundings, const core::Clock &clock, const QString &name,
                           RestUse rest, WorkspaceMove &move, const std::function<void(Desktop &)> &begin)
{
    Desktop desktop(backend, surroundings.settings, clock, name, surroundings.theme, surroundings.language, rest, move);
    begin(desktop);
    return desktop.run();
}

/** Asks for the password before there is a window, with the event loop that the window will have. */
Result<core::storage::DatabaseUrl> logIn(DatabaseLogin &login, const core::Error &refusal)
{
    QApplication::setQuitOnLastWindowClosed(false); // while a password is tried, there may be none
    QObject::connect(
        &login, &DatabaseLogin::finished, qApp, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
    login.begin(refusal);
    QCoreApplication::exec();
    return login.outcome();
}

/** Asks for a password where one is needed. */
Result<std::unique_ptr<Backend>> openBackend(const core::storage::DatabaseUrl &url, DatabaseLogin &login,
                                             const core::Clock &clock,
                                             const std::shared_ptr<core::secrets::SystemKeyring> &keyring)
{
    auto backend = Backend::open(url, clock, keyring);
    if (!backend && needsPassword(backend.error(), url)) {
        HELIOGRAPH_ASSIGN(const auto entered, logIn(login, backend.error()));
        backend = Backend::open(entered, clock, keyring);
    }
    return backend;
}

/** From its opening to its closing. @return where the workspace was moved to; nothing: the person has quit */
Result<std::optional<core::storage::DatabaseUrl>> runWorkspace(const core::storage::DatabaseUrl &url,
                                                               WorkspaceMove::NamedBy namedBy, Surroundings &surroundings,
                                                               const core::Clock &clock)
{
    SingleInstance instance(url.text());
    if (instance.handOver())
        return std::nullopt;
    const auto keyring = std::make_shared<core::secrets::SystemKeyring>();
    core::secrets::Keyring *passwords = keyringForPasswords(*keyring);
    // Live as long as the window: they may be keeping the password meanwhile.
    DatabaseLogin login(url, passwords, &core::storage::prepareDatabase);
    WorkspaceMove move(url, namedBy, surroundings.settings, passwords);
    {
        HELIOGRAPH_ASSIGN(const auto backend, openBackend(url, login, clock, keyring));
        HELIOGRAPH_TRY(runWindow(*backend, surroundings, clock, nameOf(url), RestUse::AsSet, move, [&](Desktop &desktop) {
            QObject::connect(&instance, &SingleInstance::raiseRequested, &move, [&, window = QPointer(&desktop.window())] {
                if (move.isBegun())
                    move.bringToFront();
                else if (window)
                    window->bringToFront();
            });
            instance.listen();
        }));
    }
    return move.isBegun() ? move.run() : std::nullopt;
}

} // namespace

Result<ExitCode> runDesktop(const Invocation &invocation, const core::Clock &clock)
{
    HELIOGRAPH_ASSIGN(const auto url, workspaceUrl(invocation));
    HELIOGRAPH_ASSIGN(const auto surroundings, Surroundings::of(invocation));
    const auto namedBy = isWorkspaceGiven(invocation) ? WorkspaceMove::NamedBy::Person : WorkspaceMove::NamedBy::Settings;
    std::optional<core::storage::DatabaseUrl> next = url;
    while (next) {
        HELIOGRAPH_ASSIGN(next, runWorkspace(*next, namedBy, *surroundings, clock));
    }
    return ExitCode::Done;
}

Result<ExitCode> runDesktop(DemoWorkspace &demo, const Invocation &invocation)
{
    const core::SystemClock clock;
    HELIOGRAPH_ASSIGN(const auto surroundings, Surroundings::of(invocation));
    const QString name = QString::fromLatin1(QT_TRANSLATE_NOOP("Desktop", "Demo"));
    WorkspaceMove move(demo.url(), WorkspaceMove::NamedBy::Nobody, surroundings->settings, nullptr);
    return runWindow(demo.backend(), *surroundings, clock, name, RestUse::Never, move, [&demo](Desktop &desktop) {
        QObject::connect(&demo, &DemoWorkspace::ready, &desktop.window(), [&desktop](core::MailingId mailing) {
            if (ui::Workbench *workbench = desktop.window().workbench())
                workbench->showMailing(mailing);
        });
        demo.fill();
    });
}

} // namespace app
