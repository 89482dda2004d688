// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A database file in the making, beside the name that it will have.
 */
#pragma once

#include "core/base/result.h"
#include "core/storage/databaseurl.h"

namespace core::storage {

/**
 * Only its owner may read and write it. Gone with this object, together with what SQLite puts beside it, unless it was given
 * its name. Thread: one at a time.
 */
class PartFile
{
public:
    /** Empty, in the folder of `target`. Errors: Unavailable file.unwritable (target, reason). */
    static Result<PartFile> create(const QString &target);
    PartFile(PartFile &&other) noexcept;
    PartFile &operator=(PartFile &&) = delete;
    ~PartFile();

    [[nodiscard]] DatabaseUrl url() const { return DatabaseUrl::sqliteFile(m_path); }
    [[nodiscard]] const QString &target() const { return m_target; }

    /**
     * From now on it is `target`, on the disk too. No connection to it may be open.
     * Errors: Conflict file.exists (target); Unavailable file.unwritable (target, reason).
     */
    Status takeName();
    /**
     * The same where `target` is there: that one is called `former` from now on, and its rights become those of the new one.
     * At every moment there is a whole file of that name, as far as the file system can. Errors: file.unwritable.
     */
    Status takePlaceOf(const QString &former);

private:
    PartFile(QString path, QString target);
    [[nodiscard]] Status keepOnDisk() const;
    void removeCompanions() const;

    QString m_path; ///< blank once it has its name
    QString m_target;
};

/** What SQLite puts beside a file. */
[[nodiscard]] const QStringList &companionEndings();

} // namespace core::storage
