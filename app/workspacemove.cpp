// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspacemove.h"

#include "app/databaselogin.h"
#include "app/terminationsignals.h"
#include "app/workspaceurl.h"
#include "core/base/async.h"
#include "core/base/logging.h"
#include "core/storage/databasecopy.h"
#include "core/storage/workspace.h"
#include "ui/dialogs/movedialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QtConcurrent>

namespace app {

using core::Result;
using core::Status;
using core::domain::ServerPlace;
using core::interfaces::CopyProgress;
using core::storage::DatabaseUrl;
using ui::dialogs::MoveDialog;

namespace {

/** Between two words about how far the copy is, in ms: more often nobody can read it. */
constexpr qint64 progressPause = 100;

/** Of a place that is in order. */
Result<DatabaseUrl> urlOf(const ServerPlace &place)
{
    HELIOGRAPH_ASSIGN(const DatabaseUrl url, DatabaseUrl::parse(place.url()));
    return url.withPassword(place.password.isEmpty() ? qEnvironmentVariable("HELIOGRAPH_DATABASE_PASSWORD")
                                                     : place.password);
}

/** In the words of who has just typed where the server is; nobody tries again by itself here. */
Status aboutPlace(const Status &status, const ServerPlace &place)
{
    if (status || status.error().code != QLatin1String("database.lost"))
        return status;
    return core::Failure(core::Error::make(core::ErrorKind::Unavailable, "move.no_answer",
                                           {place.host, QString::number(place.port)}, status.error().detail));
}

/** The copy was cut between its last two steps: whatever it says, the workspace is not where it was any more. */
bool isMovedTo(const DatabaseUrl &from, const DatabaseUrl &to)
{
    const Status usable = core::storage::prepareDatabase(from);
    return !usable && usable.error().code == QLatin1String("database.moved") && usable.error().args.value(0) == to.text();
}

} // namespace

WorkspaceMove::WorkspaceMove(DatabaseUrl from, NamedBy namedBy, core::settings::DesktopSettings &settings,
                             core::secrets::Keyring *keyring)
    : m_from(std::move(from)), m_namedBy(namedBy), m_settings(settings), m_keyring(keyring)
{
    m_pool.setMaxThreadCount(2); // who looks at a silent server keeps no copy waiting
}

WorkspaceMove::~WorkspaceMove()
{
    m_isStopped = true;
    m_pool.waitForDone();
}

QString WorkspaceMove::place() const
{
    return m_from.kind() == DatabaseUrl::Kind::Sqlite ? QDir::toNativeSeparators(m_from.path()) : serverPlace(m_from);
}

Status WorkspaceMove::possible() const
{
    if (m_from.kind() == DatabaseUrl::Kind::Postgresql)
        return core::Failure(core::Error::make(core::ErrorKind::Conflict, "move.on_server"));
    if (m_namedBy == NamedBy::Nobody)
        return core::Failure(core::Error::make(core::ErrorKind::Conflict, "move.demo"));
    return {};
}

Status WorkspaceMove::canKeepPassword() const
{
    if (!m_keyring)
        return core::Failure(core::Error::make(core::ErrorKind::Unavailable, "keyring.unavailable"));
    return {};
}

QFuture<Status> WorkspaceMove::check(const ServerPlace &to)
{
    if (const Status inOrder = to.check(); !inOrder)
        return QtFuture::makeReadyFuture(inOrder);
    const Result<DatabaseUrl> url = urlOf(to);
    if (!url)
        return QtFuture::makeReadyFuture(Status(core::Failure(url.error())));
    return QtConcurrent::run(
        &m_pool, [from = m_from, url = *url, to] { return aboutPlace(core::storage::checkCopy(from, url), to); });
}

void WorkspaceMove::begin(const ServerPlace &to)
{
    if (isBegun() || m_isForgotten)
        return;
    m_place = to;
    const Result<DatabaseUrl> url = urlOf(to);
    m_dialog = std::make_unique<MoveDialog>(place(), url ? serverPlace(*url) : to.database);
    connect(m_dialog.get(), &MoveDialog::cancelRequested, this, [this] { stop(Why::Wished); });
    connect(m_dialog.get(), &MoveDialog::againRequested, this, &WorkspaceMove::copy);
    connect(m_dialog.get(), &MoveDialog::closed, this, &WorkspaceMove::ended);
    m_dialog->show();
    Q_EMIT begun();
}

void WorkspaceMove::bringToFront()
{
    m_dialog->raise();
    m_dialog->activateWindow();
}

void WorkspaceMove::forget()
{
    m_isForgotten = true;
    m_dialog.reset();
}

std::optional<DatabaseUrl> WorkspaceMove::run()
{
    m_next = m_from;
    if (m_isStopped) // while the workspace was being closed
        return m_next;
    TerminationSignals asked;
    connect(&asked, &TerminationSignals::received, this, [this] { stop(Why::ProgramEnds); });
    connect(
        this, &WorkspaceMove::ended, qApp, [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    copy();
    QCoreApplication::exec();
    return m_next;
}

void WorkspaceMove::copy()
{
    m_isCopying = true;
    const auto to = urlOf(m_place);
    const auto copied = to ? QtConcurrent::run(&m_pool, [this, url = *to] { return copyTo(url); })
                           : QtFuture::makeReadyFuture(Status(core::Failure(to.error())));
    core::whenDone(copied, this, [this](const Status &status) {
        m_isCopying = false;
        conclude(status);
    });
}

/** Thread: the pool's. */
Status WorkspaceMove::copyTo(const DatabaseUrl &to)
{
    QElapsedTimer sinceTold;
    const auto goOn = [&](const CopyProgress &progress) {
        if (!sinceTold.isValid() || sinceTold.elapsed() >= progressPause || progress.rows == progress.of) {
            sinceTold.start();
            QMetaObject::invokeMethod(
                this, [this, progress] { m_dialog->showProgress(progress); }, Qt::QueuedConnection);
        }
        return !m_isStopped.load();
    };
    const auto copied = core::storage::copyDatabase(m_from, to, goOn);
    if (copied)
        return {};
    if (isMovedTo(m_from, to))
        return core::Failure(core::Error::make(core::ErrorKind::Unavailable, "move.unfinished", {}, copied.error().detail));
    return core::Failure(copied.error());
}

void WorkspaceMove::conclude(const Status &copied)
{
    const bool isOver = !m_next; // the program is to end
    const bool isUnfinished = !copied && copied.error().code == QLatin1String("move.unfinished");
    if (!copied)
        qCWarning(core::logApp).noquote() << "event=workspace_not_moved error=" << copied.error().code;
    if (copied || isUnfinished)
        remember();
    if (copied && !isOver)
        m_next = *urlOf(m_place);
    if (isOver || (!copied && copied.error().kind == core::ErrorKind::Cancelled))
        Q_EMIT ended(); // whoever has stopped it knows
    else if (copied)
        m_dialog->showDone(m_namedBy == NamedBy::Settings);
    else if (isUnfinished)
        m_dialog->showUnfinished(copied.error());
    else
        m_dialog->showError(aboutPlace(copied, m_place).error());
}

void WorkspaceMove::stop(Why why)
{
    m_isStopped = true;
    if (why == Why::Wished)
        return;
    m_next.reset();
    if (m_isCopying)
        m_dialog->showStopping();
    else
        Q_EMIT ended();
}

void WorkspaceMove::remember()
{
    // What cannot be kept is asked for, or said, when the program is started the next time.
    if (m_namedBy == NamedBy::Settings) {
        if (const Status set = m_settings.setDatabaseUrl(m_place.url()); !set)
            qCWarning(core::logApp).noquote() << "event=workspace_place_not_kept error=" << set.error().code;
    }
    if (m_place.keepPassword && m_keyring && !m_place.password.isEmpty()) {
        m_pool.start([keyring = m_keyring, place = m_place] {
            const Result<DatabaseUrl> url = DatabaseUrl::parse(place.url());
            if (const Status kept = keyring->write(keyringEntry(*url), place.password); !kept)
                qCWarning(core::logApp).noquote() << "event=password_not_kept error=" << kept.error().code;
        });
    }
}

} // namespace app
