// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Decides where the key of a workspace lies on this machine, and finds, makes or replaces it there.
 *
 * Seals nothing and remembers nothing: localsecretstore does.
 */
#pragma once

#include "core/base/result.h"
#include "core/secrets/keyfile.h"
#include "core/secrets/keyring.h"
#include "core/secrets/secretkey.h"

#include <QString>
#include <optional>

namespace core::secrets {

/** Where keys may lie on this machine. */
struct KeyPlaces
{
    QString explicitFile;       ///< of HELIOGRAPH_KEY_FILE; if set, nowhere else
    QString folder;             ///< `keys` in the data folder
    Keyring *keyring = nullptr; ///< not owned, outlives the source; nullptr: there is none

    /** @param dataFolder  of the user, or of the workspace */
    [[nodiscard]] static KeyPlaces fromEnvironment(const QString &dataFolder, Keyring *keyring);
};

/**
 * The order of places: the explicit file and nothing else; else `<folder>/<workspace id>.key` if it exists; else the
 * keyring; a new key goes into the keyring if that answers, else into the file.
 *
 * A key in the keyring leaves `<workspace id>.in-keyring` beside the place of the file, so that a command that runs
 * where the keyring does not answer (cron, ssh) says so instead of making a second key.
 * Thread: any; several processes may make the first key at once and get the same one.
 */
class KeySource
{
public:
    /** @param workspaceId  letters, digits and `-`: it becomes a file name */
    KeySource(QString workspaceId, KeyPlaces places);

    /**
     * Nothing: this machine has no key for the workspace.
     * Errors: those of KeyFile::read; Unavailable key.in_keyring; Corrupt key.damaged.
     */
    [[nodiscard]] Result<std::optional<SecretKey>> load() const;
    /** Makes a key if there is none. Errors: those of load(), Unavailable key.unwritable (path). */
    [[nodiscard]] Result<SecretKey> loadOrCreate() const;
    /** Puts `key` where load() will find it. Errors: Unavailable key.unwritable (path). */
    [[nodiscard]] Status replace(const SecretKey &key) const;

private:
    [[nodiscard]] Result<std::optional<SecretKey>> loadFromKeyring() const;
    [[nodiscard]] Status storeInKeyring(const SecretKey &key) const;
    [[nodiscard]] QString pathWith(const QString &suffix) const;

    QString m_workspaceId;
    KeyPlaces m_places;
    KeyFile m_file;
};

} // namespace core::secrets
