// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/databaselogin.h"

#include "core/base/async.h"
#include "core/base/logging.h"
#include "ui/dialogs/databasepassworddialog.h"

#include <QtConcurrent>

namespace app {

using core::Result;
using core::Status;
using core::storage::DatabaseUrl;
using ui::dialogs::DatabasePasswordDialog;

namespace {

/** Whoever has to unlock the keyring sees it ask; whoever sees nothing for longer wants to be asked here. */
constexpr std::chrono::seconds keyringPatience{3};

QString serverOf(const DatabaseUrl &url)
{
    const QString host = url.host().isEmpty() ? QStringLiteral("localhost") : url.host();
    const QString port = url.port() > 0 ? u':' + QString::number(url.port()) : QString();
    return host + port + u'/' + url.name();
}

} // namespace

QString keyringEntry(const DatabaseUrl &url)
{
    return QStringLiteral("database %1@%2").arg(url.user(), serverOf(url));
}

bool needsPassword(const core::Error &error, const DatabaseUrl &url)
{
    return url.kind() == DatabaseUrl::Kind::Postgresql && error.code == QLatin1String("database.refused") &&
           url.password().isEmpty();
}

core::secrets::Keyring *keyringForPasswords(core::secrets::Keyring &keyring)
{
    return qEnvironmentVariableIsEmpty("HELIOGRAPH_KEY_FILE") ? &keyring : nullptr;
}

DatabaseLogin::DatabaseLogin(DatabaseUrl url, core::secrets::Keyring *keyring, Try tryOut)
    : m_url(std::move(url)), m_keyring(keyring), m_try(std::move(tryOut)), m_patience(this),
      m_outcome(tl::unexpect, core::Error::make(core::ErrorKind::Cancelled, "cancelled"))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &DatabaseLogin::ask);
}

DatabaseLogin::~DatabaseLogin()
{
    m_pool.waitForDone();
}

void DatabaseLogin::begin(const core::Error &refusal)
{
    m_refusal = refusal;
    if (!m_keyring) {
        ask();
        return;
    }
    m_patience.start(keyringPatience);
    const auto read = [keyring = m_keyring, entry = keyringEntry(m_url)] { return keyring->read(entry); };
    whenDone(QtConcurrent::run(&m_pool, read), this, [this](const Result<std::optional<QString>> &kept) {
        if (m_dialog)
            return; // too late
        m_patience.stop();
        if (kept && *kept)
            tryKept(**kept);
        else
            ask();
    });
}

void DatabaseLogin::tryKept(const QString &password)
{
    const DatabaseUrl url = m_url.withPassword(password);
    whenDone(QtConcurrent::run(&m_pool, m_try, url), this, [this, url](const Status &opened) {
        if (opened) {
            finish(url);
            return;
        }
        m_refusal = opened.error();
        ask();
    });
}

void DatabaseLogin::ask()
{
    m_dialog = std::make_unique<DatabasePasswordDialog>(serverOf(m_url), m_url.user(), m_keyring != nullptr);
    connect(m_dialog.get(), &DatabasePasswordDialog::given, this, &DatabaseLogin::tryGiven);
    connect(m_dialog.get(), &QDialog::rejected, this, [this] { finish(core::Failure(m_refusal)); });
    m_dialog->showError(m_refusal);
    m_dialog->open();
}

void DatabaseLogin::tryGiven(const QString &password, bool keep)
{
    m_dialog->showTrying();
    const DatabaseUrl url = m_url.withPassword(password);
    whenDone(QtConcurrent::run(&m_pool, m_try, url), this, [this, url, keep](const Status &opened) {
        if (!m_dialog->isVisible())
            return; // given up meanwhile
        if (!opened) {
            m_dialog->showError(opened.error());
            return;
        }
        if (keep) {
            m_pool.start([keyring = m_keyring, entry = keyringEntry(m_url), password = url.password()] {
                if (const Status kept = keyring->write(entry, password); !kept)
                    qCWarning(core::logApp).noquote() << "event=password_not_kept error=" << kept.error().code;
            });
        }
        m_dialog->accept();
        finish(url);
    });
}

void DatabaseLogin::finish(Result<DatabaseUrl> outcome)
{
    m_outcome = std::move(outcome);
    Q_EMIT finished();
}

} // namespace app
