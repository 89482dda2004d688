// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/migrator.h"

#include "core/base/logging.h"
#include "core/storage/dialect.h"
#include "core/storage/messageids.h"
#include "core/storage/statement.h"
#include "core/storage/transaction.h"
#include "core/storage/unfinishedcopy.h"

#include <QDateTime>
#include <QUuid>

namespace core::storage {

Migrator::Migrator(Connection &connection, const DatabaseUrl &url, QList<Migration> migrations)
    : m_connection(connection), m_url(url), m_migrations(std::move(migrations))
{}

Result<int> Migrator::schema()
{
    HELIOGRAPH_ASSIGN(const QList<Applied> applied, history());
    HELIOGRAPH_TRY(check(applied));
    return static_cast<int>(applied.size());
}

Status Migrator::run(Safeguard safeguard)
{
    HELIOGRAPH_TRY(upgrade(safeguard));
    return ensureWorkspace();
}

Status Migrator::upgrade(Safeguard safeguard)
{
    HELIOGRAPH_ASSIGN(const int applied, schema());
    if (applied > 0) // what was moved refuses to be changed, and where it went is the better answer
        HELIOGRAPH_TRY(isPresent());
    if (safeguard == Safeguard::Copy && applied > 0 && applied < m_migrations.size()) {
        HELIOGRAPH_ASSIGN(const QString copy, m_connection.dialect().backUp(m_connection, m_url));
        qCInfo(logStorage, "event=backup_before_upgrade path=%s ", qUtf8Printable(logValue(copy)));
    }
    for (qsizetype i = applied; i < m_migrations.size(); ++i)
        HELIOGRAPH_TRY(apply(m_migrations[i]));
    return {};
}

Result<QList<Migrator::Applied>> Migrator::history()
{
    Statement tables(m_connection, "database_tables");
    HELIOGRAPH_ASSIGN(const QStringList names, tables.list([](Row &row) { return row.text(); }));
    if (names.isEmpty())
        return QList<Applied>();
    if (!names.contains(QLatin1String("schema_migrations")))
        return Failure(Error::make(ErrorKind::Conflict, "database.foreign", {m_url.text()}));

    Statement select(m_connection, "schema_history");
    return select.list([](Row &row) {
        Applied step;
        step.number = row.small();
        step.name = row.text();
        step.checksum = row.text();
        return step;
    });
}

Status Migrator::check(const QList<Applied> &applied) const
{
    if (applied.size() > m_migrations.size())
        return Failure(Error::make(ErrorKind::Conflict, "database.newer",
                                   {QString::number(applied.size()), QString::number(m_migrations.size())}));
    for (qsizetype i = 0; i < applied.size(); ++i) {
        if (applied[i].number != m_migrations[i].number || applied[i].checksum != m_migrations[i].checksum)
            return Failure(Error::make(ErrorKind::Corrupt, "database.changed_migration", {applied[i].name}));
    }
    return {};
}

Status Migrator::apply(const Migration &migration)
{
    HELIOGRAPH_ASSIGN(Transaction transaction, Transaction::begin(m_connection, Transaction::Kind::Write));
    HELIOGRAPH_TRY(m_connection.run("migration_begin"));
    // Another process may have been faster while we waited for the right to write.
    HELIOGRAPH_ASSIGN(const QList<Applied> applied, history());
    HELIOGRAPH_TRY(check(applied));
    if (applied.size() >= migration.number)
        return {};

    if (applied.isEmpty())
        HELIOGRAPH_TRY(m_connection.run("schema_create_history"));
    for (const QString &sql : migration.statements)
        HELIOGRAPH_TRY(m_connection.runText(sql, migration.name));

    Statement record(m_connection, "schema_record");
    record.bind(":number", migration.number).bind(":name", migration.name).bind(":checksum", migration.checksum);
    HELIOGRAPH_TRY(record.bind(":applied_at", QDateTime::currentMSecsSinceEpoch()).run());
    HELIOGRAPH_TRY(transaction.commit());
    qCInfo(logStorage, "event=migrated step=%s ", qUtf8Printable(migration.name));
    return {};
}

Result<bool> Migrator::isPresent()
{
    Statement select(m_connection, "workspace_find");
    HELIOGRAPH_ASSIGN(const std::optional<QString> movedTo, select.first([](Row &row) {
        std::ignore = row.text();
        std::ignore = row.integer();
        return row.text();
    }));
    if (movedTo && !movedTo->isEmpty())
        return Failure(Error::make(ErrorKind::Conflict, "database.moved", {*movedTo}));
    return movedTo.has_value();
}

Status Migrator::refuseUnfinishedCopy()
{
    HELIOGRAPH_ASSIGN(const auto copy, UnfinishedCopy::find(m_connection));
    if (copy)
        return Failure(Error::make(ErrorKind::Conflict, "database.unfinished_copy", {copy->source}));
    return {};
}

Status Migrator::ensureWorkspace()
{
    HELIOGRAPH_TRY(refuseUnfinishedCopy());
    HELIOGRAPH_ASSIGN(const bool present, isPresent());
    if (present)
        return {};

    HELIOGRAPH_ASSIGN(Transaction transaction, Transaction::begin(m_connection, Transaction::Kind::Write));
    HELIOGRAPH_TRY(refuseUnfinishedCopy());
    HELIOGRAPH_ASSIGN(const bool meanwhile, isPresent());
    if (meanwhile)
        return {};
    const qint64 base = drawMessageIdBase(0);
    Statement insert(m_connection, "workspace_insert");
    insert.bind(":id", QUuid::createUuid().toString(QUuid::WithoutBraces)).bind(":message_id_base", base);
    HELIOGRAPH_TRY(insert.bind(":created_at", QDateTime::currentMSecsSinceEpoch()).run());
    Statement begin(m_connection, "message_ids_begin");
    HELIOGRAPH_TRY(begin.bind(":base", base).run());
    return transaction.commit();
}

} // namespace core::storage
