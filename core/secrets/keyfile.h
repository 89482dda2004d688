// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Keeps a key in a file that only its owner can read.
 *
 * The file holds the key's text form and a line break, so that it can be made and compared by hand.
 */
#pragma once

#include "core/base/result.h"
#include "core/secrets/secretkey.h"

#include <QString>
#include <optional>

namespace core::secrets {

/** The folder of a key file, 0700 if it has to be made. Errors: Unavailable key.unwritable (path). */
[[nodiscard]] Status makeKeyFolder(const QString &path);

/**
 * One path. Promises:
 *  - A file that others may read or write is refused: such a key is no secret any more.
 *  - What is written is whole and on disk before it is seen under its name (mode 0600, new folders 0700).
 *
 * Thread: any; several processes may create at once, one wins.
 */
class KeyFile
{
public:
    explicit KeyFile(QString path);

    [[nodiscard]] QString path() const { return m_path; }

    /**
     * Nothing: there is no such file.
     * Errors: Unavailable key.permissions (path), key.unreadable (path); Corrupt key.damaged (path).
     */
    [[nodiscard]] Result<std::optional<SecretKey>> read() const;
    /** Puts the key into a new file; a file that is already there stays. Errors: Unavailable key.unwritable (path). */
    [[nodiscard]] Status create(const SecretKey &key) const;
    /** Takes the place of what was there. Errors: Unavailable key.unwritable (path). */
    [[nodiscard]] Status replace(const SecretKey &key) const;

private:
    QString m_path;
};

} // namespace core::secrets
