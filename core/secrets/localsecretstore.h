// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The SecretStore of the program: secretbox with the workspace's key, wherever this machine keeps it.
 *
 * Made by app for the workspace that is open; used by core/services/gatewayservice and core/dispatch.
 */
#pragma once

#include "core/interfaces/secretstore.h"
#include "core/secrets/keysource.h"

#include <memory>
#include <mutex>

namespace core::secrets {

/**
 * Promises:
 *  - The key is looked for on first use and kept until the end; a missing one is looked for again each time.
 *  - A key that another process brought (`heliograph key set`) is noticed as soon as the old one does not fit.
 *
 * Thread: any. The first call may wait for a person who unlocks the keyring: not on the main thread of a window.
 */
class LocalSecretStore final : public interfaces::SecretStore
{
public:
    LocalSecretStore(const QString &workspaceId, const KeyPlaces &places);

    Result<QByteArray> seal(const QByteArray &plain) override;
    Result<QByteArray> open(const QByteArray &sealed) override;
    Result<QString> exportKey() override;
    Status importKey(const QString &text) override;

private:
    using KeyPointer = std::shared_ptr<const SecretKey>;

    [[nodiscard]] Result<KeyPointer> key();
    [[nodiscard]] Result<KeyPointer> reloaded();
    [[nodiscard]] Result<KeyPointer> createdIfMissing();

    const KeySource m_source;
    std::mutex m_mutex; ///< guards m_key, and lets one caller look for it while the others wait
    KeyPointer m_key;
};

} // namespace core::secrets
