// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/instancesqlrepository.h"

#include "core/storage/statement.h"

namespace core::storage {

using interfaces::Instance;

InstanceSqlRepository::InstanceSqlRepository(Connection &connection) : m_connection(connection) {}

Result<InstanceId> InstanceSqlRepository::enter(const QString &label, Instant now)
{
    Statement insert(m_connection, "instance_insert");
    HELIOGRAPH_ASSIGN(const qint64 id, insert.bind(":label", label).bind(":now", now).runInserting());
    return InstanceId{id};
}

Status InstanceSqlRepository::beat(InstanceId id, int counted, Instant now)
{
    Statement update(m_connection, "instance_beat");
    HELIOGRAPH_ASSIGN(const qint64 rows, update.bind(":id", id).bind(":counted", counted).bind(":now", now).runCounting());
    if (rows == 0)
        return Failure(Error::make(ErrorKind::NotFound, "instance.unknown", {id.text()}));
    return {};
}

Status InstanceSqlRepository::leave(InstanceId id)
{
    Statement remove(m_connection, "instance_delete");
    return remove.bind(":id", id).run();
}

Result<int> InstanceSqlRepository::retire(Instant since, InstanceId except)
{
    Statement remove(m_connection, "instance_retire");
    HELIOGRAPH_ASSIGN(const qint64 rows, remove.bind(":since", since).bind(":except", except.value).runCounting());
    return static_cast<int>(rows);
}

Result<QList<Instance>> InstanceSqlRepository::list()
{
    Statement select(m_connection, "instance_list");
    return select.list([](Row &row) {
        Instance instance;
        instance.id = row.id<InstanceId>();
        instance.label = row.text();
        instance.startedAt = row.instant();
        instance.seenAt = row.instant();
        instance.counted = row.small();
        return instance;
    });
}

Result<std::optional<Instant>> InstanceSqlRepository::serverTime()
{
    Statement select(m_connection, "server_time");
    HELIOGRAPH_ASSIGN(const auto time, select.first([](Row &row) { return row.optionalInstant(); }));
    return time.value_or(std::nullopt);
}

} // namespace core::storage
