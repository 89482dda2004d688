// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/clientwriter.h"

#include "core/domain/searchwords.h"
#include "core/storage/clientrow.h"
#include "core/storage/dialect.h"
#include "core/storage/messageclaims.h"
#include "core/storage/messagesettlement.h"

namespace core::storage {

namespace {

Error phoneExists(Error error, domain::PhoneNumber phone)
{
    if (error.kind == ErrorKind::Conflict && error.code == QLatin1String(uniqueViolation))
        return Error::make(ErrorKind::Conflict, "client.phone_exists", {phone.text()});
    return error;
}

} // namespace

ClientWriter::ClientWriter(Connection &connection) : m_connection(connection), m_insert(connection, "client_insert") {}

Result<ClientId> ClientWriter::insert(const domain::Client &client, ImportId import)
{
    return insert(client, import, domain::searchWords(client.tags, client.attributes));
}

Result<ClientId> ClientWriter::insert(const domain::Client &client, ImportId import, const QStringList &words)
{
    HELIOGRAPH_TRY(ensureTimezone(client.timezone));
    bindClient(m_insert, client, m_bound ? &*m_bound : nullptr);
    if (!m_bound || m_bound->createdAt != client.createdAt)
        m_insert.bind(":created_at", client.createdAt);
    m_bound = client;
    const Result<qint64> id = m_insert.bind(":import_id", import).runInserting();
    if (!id)
        return Failure(phoneExists(id.error(), client.phone));
    domain::Client inserted = client;
    inserted.id = ClientId{*id};
    m_changes.add(inserted, words);
    return inserted.id;
}

Status ClientWriter::update(const domain::Client &before, const domain::Client &after, ImportId import)
{
    HELIOGRAPH_TRY(ensureTimezone(after.timezone));
    Statement update(m_connection, "client_update");
    bindClient(update, after);
    if (const Status updated = update.bind(":import_id", import).bind(":id", after.id).run(); !updated)
        return Failure(phoneExists(updated.error(), after.phone));
    m_changes.change(before, after);
    if (before.timezone != after.timezone) // the window opens at another time for it
        HELIOGRAPH_TRY(MessageClaims(m_connection).wakePostponed(after.id, after.updatedAt));
    if (before.phone == after.phone)
        return {};
    return MessageSettlement(m_connection).followPhone(after.id, after.phone, after.updatedAt);
}

Status ClientWriter::remove(const domain::Client &client)
{
    Statement forget(m_connection, "message_forget_client");
    HELIOGRAPH_TRY(forget.bind(":client_id", client.id).run());
    Statement remove(m_connection, "client_delete");
    HELIOGRAPH_TRY(remove.bind(":id", client.id).run());
    m_changes.remove(client);
    return {};
}

Status ClientWriter::finish()
{
    m_connection.noteChange(interfaces::Change::Clients);
    return m_changes.write(m_connection);
}

Status ClientWriter::ensureTimezone(const QString &name)
{
    if (m_timezones.contains(name))
        return {};
    Statement ensure(m_connection, "timezone_ensure");
    HELIOGRAPH_TRY(ensure.bind(":name", name).run());
    m_timezones.insert(name);
    return {};
}

} // namespace core::storage
