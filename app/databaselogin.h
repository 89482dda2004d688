// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The password of a database server that has refused to let this user in: from the desktop's keyring, or from a person.
 *
 * HELIOGRAPH_DATABASE_PASSWORD and a pgpass file come before it (app/workspaceurl); where the first one is set, nothing else
 * is asked.
 */
#pragma once

#include "core/secrets/keyring.h"
#include "core/storage/databaseurl.h"

#include <QPointer>
#include <QThreadPool>
#include <QTimer>
#include <functional>
#include <memory>

namespace ui::dialogs {
class DatabasePasswordDialog;
}

namespace app {

/** In the keyring, under the service "heliograph": "database USER@HOST:PORT/NAME". */
[[nodiscard]] QString keyringEntry(const core::storage::DatabaseUrl &url);

/** A password might help: the server has refused, and was given none but perhaps that of a pgpass file. */
[[nodiscard]] bool needsPassword(const core::Error &error, const core::storage::DatabaseUrl &url);

/** The desktop's keyring, if passwords may be looked for there: not where HELIOGRAPH_KEY_FILE says that it is left alone. */
[[nodiscard]] core::secrets::Keyring *keyringForPasswords(core::secrets::Keyring &keyring);

/**
 * For commands and `serve`, which wait: `open` with the URL as it is, and once more with the password of the keyring if it
 * needs one. Errors: those of `open`.
 */
template <typename Open>
auto openedWithKeptPassword(core::storage::DatabaseUrl &url, core::secrets::Keyring &keyring, const Open &open)
{
    auto opened = open(url);
    core::secrets::Keyring *asked = keyringForPasswords(keyring);
    if (opened || !needsPassword(opened.error(), url) || !asked)
        return opened;
    const auto kept = asked->read(keyringEntry(url));
    if (!kept || !*kept)
        return opened; // what the server says is of more use than that a keyring does not answer
    url = url.withPassword(**kept);
    return open(url);
}

/**
 * Looks into the keyring, and where that does not help or takes too long, asks with a dialog until the server is content or
 * the person gives up.
 *
 * Nothing on the main thread waits. Destroying it waits for a keyring that is asked, as long as that is patient.
 * Thread: main.
 */
class DatabaseLogin : public QObject
{
    Q_OBJECT

public:
    /** Errors: needsPassword() of `refused` means that the password was wrong. */
    using Try = std::function<core::Status(const core::storage::DatabaseUrl &)>;

    /**
     * @param keyring  outlives it; nullptr: none is used
     * @param tryOut   opens and prepares the database; called on another thread
     */
    DatabaseLogin(core::storage::DatabaseUrl url, core::secrets::Keyring *keyring, Try tryOut);
    ~DatabaseLogin() override;

    /** finished() follows. @param refusal  what the server has said */
    void begin(const core::Error &refusal);
    /** The URL with its password, or the refusal; once it is finished. */
    [[nodiscard]] const core::Result<core::storage::DatabaseUrl> &outcome() const { return m_outcome; }

Q_SIGNALS:
    void finished();

private:
    void ask();
    void tryKept(const QString &password);
    void tryGiven(const QString &password, bool keep);
    void finish(core::Result<core::storage::DatabaseUrl> outcome);

    const core::storage::DatabaseUrl m_url;
    core::secrets::Keyring *m_keyring;
    Try m_try;
    QThreadPool m_pool;
    QTimer m_patience; ///< with the keyring
    std::unique_ptr<ui::dialogs::DatabasePasswordDialog> m_dialog;
    core::Error m_refusal;
    core::Result<core::storage::DatabaseUrl> m_outcome;
};

} // namespace app
