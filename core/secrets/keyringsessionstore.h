// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The SessionStore of the program: an entry of the workspace in the desktop's keyring.
 *
 * Made by app beside the secret store; used by the window.
 */
#pragma once

#include "core/interfaces/sessionstore.h"
#include "core/secrets/keyring.h"

#include <QThreadPool>
#include <functional>

namespace core::secrets {

/**
 * Asks the keyring on a thread of its own, since that may take until a person has unlocked it. What has not been asked when
 * the store ends is not asked any more; its future is cancelled.
 */
class KeyringSessionStore final : public interfaces::SessionStore
{
public:
    /** @param keyring  not owned, outlives the store; nullptr: there is none */
    KeyringSessionStore(const QString &workspaceId, Keyring *keyring);
    ~KeyringSessionStore() override;

    QFuture<Result<QString>> load() override;
    QFuture<Status> keep(const QString &token) override;
    QFuture<Status> forget() override;

private:
    template <typename T>
    QFuture<Result<T>> ask(std::function<Result<T>(Keyring &)> question);

    QString m_entry;
    Keyring *m_keyring;
    QThreadPool m_pool; ///< of one thread
};

} // namespace core::secrets
