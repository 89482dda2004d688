// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The SQL of the program, by name: blocks of the compiled-in .sql files that begin with `-- name: client_insert`.
 *
 * Reads the files of sql/common and then those of sql/<dialect>, whose blocks replace those of the same name.
 * `{@client_columns}` in a block stands for the block of that name, so that nothing is said twice. Holds text only;
 * Statement prepares and runs it.
 */
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace core::storage {

/** One step of the schema's history. */
struct Migration
{
    int number = 0;
    QString name;     ///< "0001_initial"
    QString checksum; ///< SHA-256 of its statements, comments left out
    QStringList statements;
};

/** Thread: any (immutable once made). */
class StatementCatalog
{
public:
    /** The compiled-in statements for a dialect. Made once; a broken file is a mistake of ours and aborts a test, not a
     * user. */
    static const StatementCatalog &forDialect(const QString &dialect);

    /** From texts of .sql files; later ones replace blocks of the same name. Errors: Internal database.catalog (block). */
    static Result<StatementCatalog> fromTexts(const QStringList &texts);

    /** Empty if there is no such block. */
    [[nodiscard]] QString text(const QString &name) const { return m_texts.value(name); }
    [[nodiscard]] QStringList names() const;

    /** In order of their numbers. */
    [[nodiscard]] static QList<Migration> migrations(const QString &dialect);

    /** Splits at semicolons outside of quotes; leaves comments and blank statements out. */
    [[nodiscard]] static QStringList splitScript(const QString &script);

private:
    Status readBlocks(const QString &text);
    Status expandReferences();

    QHash<QString, QString> m_texts;
};

} // namespace core::storage
