// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/clientsqlrepository.h"

#include "core/storage/clientconditions.h"
#include "core/storage/clientimporter.h"
#include "core/storage/clientrow.h"
#include "core/storage/clientwriter.h"
#include "core/storage/paging.h"

namespace core::storage {

using interfaces::AudienceSummary;
using interfaces::ClientQuery;
using interfaces::ImportBatch;
using interfaces::ImportBatchResult;
using interfaces::LabelCount;

namespace {

LabelCount readLabelCount(Row &row)
{
    LabelCount read;
    read.label = row.text();
    read.count = row.integer();
    return read;
}

const SortColumns &sortColumns()
{
    static const SortColumns columns{
        {QString(), {"client_sort_id", SortColumn::Type::Integer}},
        {QStringLiteral("phone"), {"client_sort_phone", SortColumn::Type::Integer}},
        {QStringLiteral("operator_code"), {"client_sort_operator_code", SortColumn::Type::Text}},
        {QStringLiteral("timezone"), {"client_sort_timezone", SortColumn::Type::Text}},
        {QStringLiteral("updated_at"), {"client_sort_updated_at", SortColumn::Type::Integer}},
    };
    return columns;
}

/** Those of the audience that would get a message. */
Conditions reachable(const Connection &connection, const domain::AudienceFilter &filter)
{
    Conditions conditions = audienceConditions(connection, filter);
    conditions.require("client_is_not_opted_out");
    return conditions;
}

} // namespace

ClientSqlRepository::ClientSqlRepository(Connection &connection) : m_connection(connection) {}

Result<ClientId> ClientSqlRepository::insert(const domain::Client &client)
{
    ClientWriter writer(m_connection);
    HELIOGRAPH_ASSIGN(const ClientId id, writer.insert(client, ImportId()));
    HELIOGRAPH_TRY(writer.finish());
    return id;
}

Status ClientSqlRepository::update(const domain::Client &client)
{
    HELIOGRAPH_ASSIGN(const domain::Client before, find(client.id));
    ClientWriter writer(m_connection);
    HELIOGRAPH_TRY(writer.update(before, client, ImportId()));
    return writer.finish();
}

Status ClientSqlRepository::remove(ClientId id)
{
    HELIOGRAPH_ASSIGN(const domain::Client client, find(id));
    ClientWriter writer(m_connection);
    HELIOGRAPH_TRY(writer.remove(client));
    return writer.finish();
}

Result<domain::Client> ClientSqlRepository::find(ClientId id)
{
    Statement select(m_connection, "client_find");
    HELIOGRAPH_ASSIGN(const std::optional<domain::Client> client, select.bind(":id", id).first(readClient));
    if (!client)
        return Failure(Error::make(ErrorKind::NotFound, "client.unknown", {id.text()}));
    return *client;
}

Result<std::optional<domain::Client>> ClientSqlRepository::findByPhone(domain::PhoneNumber phone)
{
    Statement select(m_connection, "client_find_by_phone");
    return select.bind(":phone", phone).first(readClient);
}

Result<domain::Page<domain::Client>> ClientSqlRepository::page(const ClientQuery &query, const domain::PageRequest &request)
{
    static const PageStatements statements{"client_page_ascending", "client_page_descending", "client_page_after_ascending",
                                           "client_page_after_descending"};
    static const PageStatements byTimezone{"client_page_by_timezone_ascending", "client_page_by_timezone_descending",
                                           "client_page_after_ascending", "client_page_after_descending"};
    const bool zonesFirst = request.sortBy == QLatin1String("timezone");
    return readPage<domain::Client>(m_connection, zonesFirst ? byTimezone : statements, sortColumns(),
                                    clientConditions(m_connection, query), request, readClient);
}

Result<qint64> ClientSqlRepository::count(const ClientQuery &query)
{
    const Conditions conditions = clientConditions(m_connection, query);
    Statement select(m_connection, "client_count", {{QStringLiteral("filter"), conditions.text()}});
    conditions.bindTo(select);
    return select.number();
}

Result<QList<LabelCount>> ClientSqlRepository::tags()
{
    Statement select(m_connection, "tag_counts");
    return select.list(readLabelCount);
}

Result<QList<LabelCount>> ClientSqlRepository::operatorCodes()
{
    Statement select(m_connection, "operator_code_counts");
    return select.list(readLabelCount);
}

Result<QStringList> ClientSqlRepository::attributeKeys()
{
    Statement select(m_connection, "attribute_key_list");
    HELIOGRAPH_ASSIGN(const QStringList keys, select.list([](Row &row) { return row.text(); }));
    return keys;
}

Result<QStringList> ClientSqlRepository::timezones()
{
    Statement select(m_connection, "timezone_list");
    HELIOGRAPH_ASSIGN(const QStringList names, select.list([](Row &row) { return row.text(); }));
    return names;
}

Result<AudienceSummary> ClientSqlRepository::audience(const domain::AudienceFilter &filter)
{
    AudienceSummary summary;
    const Conditions reached = reachable(m_connection, filter);
    const Pieces pieces{{QStringLiteral("filter"), reached.text()}};
    Statement byTimezone(m_connection, "audience_by_timezone", pieces);
    reached.bindTo(byTimezone);
    HELIOGRAPH_ASSIGN(summary.byTimezone, byTimezone.list(readLabelCount));
    Statement byCode(m_connection, "audience_by_operator_code", pieces);
    reached.bindTo(byCode);
    HELIOGRAPH_ASSIGN(summary.byOperatorCode, byCode.list(readLabelCount));
    for (const LabelCount &zone : std::as_const(summary.byTimezone))
        summary.count += zone.count;

    Conditions left = audienceConditions(m_connection, filter);
    left.require("client_is_opted_out");
    Statement optedOut(m_connection, "client_count", {{QStringLiteral("filter"), left.text()}});
    left.bindTo(optedOut);
    HELIOGRAPH_ASSIGN(summary.optedOut, optedOut.number());
    return summary;
}

Result<qint64> ClientSqlRepository::countLacking(const domain::AudienceFilter &filter, const QString &key)
{
    Conditions conditions = reachable(m_connection, filter);
    conditions.require("client_lacks_attribute", {{"path", QString(QLatin1String("$.\"") + key + u'"')}});
    Statement select(m_connection, "client_count", {{QStringLiteral("filter"), conditions.text()}});
    conditions.bindTo(select);
    return select.number();
}

Result<QList<domain::Client>> ClientSqlRepository::audienceSample(const domain::AudienceFilter &filter, ClientId after,
                                                                  int limit)
{
    Conditions conditions = reachable(m_connection, filter);
    conditions.require("client_is_after", {{"after", after.value}});
    Statement select(m_connection, "audience_sample", {{QStringLiteral("filter"), conditions.text()}});
    conditions.bindTo(select);
    return select.bind(":limit", limit).list(readClient);
}

Result<ImportBatchResult> ClientSqlRepository::import(const ImportBatch &batch)
{
    return ClientImporter(m_connection, batch).run();
}

Result<ImportBatchResult> ClientSqlRepository::dryRun(const ImportBatch &batch)
{
    return ClientImporter(m_connection, batch).compare();
}

} // namespace core::storage
