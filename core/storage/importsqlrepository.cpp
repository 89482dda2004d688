// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/importsqlrepository.h"

#include "core/storage/clientrow.h"
#include "core/storage/clientsqlrepository.h"
#include "core/storage/clientwriter.h"
#include "core/storage/messagesettlement.h"

#include <utility>

namespace core::storage {

namespace {

/** What an import did to one client. */
struct Change
{
    ClientId client;
    bool isAsImported = false;
    std::optional<QString> before = {}; ///< nothing: it was not there
};

} // namespace

ImportSqlRepository::ImportSqlRepository(Connection &connection) : m_connection(connection) {}

Result<ImportId> ImportSqlRepository::begin(const interfaces::ImportRecord &record)
{
    Statement insert(m_connection, "import_insert");
    insert.bind(":file_name", record.fileName).bind(":started_at", record.startedAt).bind(":owner_id", record.owner);
    HELIOGRAPH_ASSIGN(const qint64 id, insert.runInserting());
    return ImportId{id};
}

Result<interfaces::ImportRecord> ImportSqlRepository::find(ImportId id)
{
    Statement select(m_connection, "import_find");
    HELIOGRAPH_ASSIGN(const std::optional<interfaces::ImportRecord> import, select.bind(":id", id).first([](Row &row) {
        interfaces::ImportRecord read;
        read.id = row.id<ImportId>();
        read.fileName = row.text();
        read.startedAt = row.instant();
        read.owner = row.id<UserId>();
        return read;
    }));
    if (!import)
        return Failure(Error::make(ErrorKind::NotFound, "import.unknown", {id.text()}));
    return *import;
}

Result<qint64> ImportSqlRepository::countEditedSince(ImportId id)
{
    Statement select(m_connection, "import_count_edited");
    return select.bind(":import_id", id).number();
}

Result<qint64> ImportSqlRepository::undoSome(ImportId id, int limit, Instant now)
{
    Statement count(m_connection, "import_count_changes");
    HELIOGRAPH_ASSIGN(const qint64 left, count.bind(":import_id", id).number());

    Statement select(m_connection, "import_change_list");
    select.bind(":import_id", id).bind(":limit", limit);
    HELIOGRAPH_ASSIGN(const auto changes, select.list([](Row &row) {
        Change change{.client = row.id<ClientId>()};
        change.isAsImported = row.small() == 1;
        change.before = row.optionalText();
        return change;
    }));

    ClientSqlRepository clients(m_connection);
    ClientWriter writer(m_connection);
    for (const Change &change : changes) {
        const ClientId clientId = change.client;
        const Result<domain::Client> present = clients.find(clientId);
        const bool stands = present && !change.isAsImported; // edited while the undo went on
        if (present && change.before && !stands) {
            domain::Client restored = clientFromJournal(*change.before);
            restored.updatedAt = now;
            HELIOGRAPH_TRY(writer.update(*present, restored, ImportId()));
        } else if (present && !stands) {
            HELIOGRAPH_TRY(MessageSettlement(m_connection).cancelClient(clientId, now));
            HELIOGRAPH_TRY(writer.remove(*present));
        } else if (!present && present.error().kind != ErrorKind::NotFound) {
            return Failure(present.error());
        }
        Statement done(m_connection, "import_change_delete");
        HELIOGRAPH_TRY(done.bind(":import_id", id).bind(":client_id", clientId).run());
    }
    HELIOGRAPH_TRY(writer.finish());
    return left;
}

} // namespace core::storage
