// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What people and scripts do with clients: add, edit, opt out, tag, delete, look up.
 *
 * Rules of the fields stand in core/domain/client; here they meet the database, the accounts and the history.
 */
#pragma once

#include "core/base/clock.h"
#include "core/domain/user.h"
#include "core/interfaces/clientrepository.h"
#include "core/interfaces/executor.h"

namespace core::services {

/** What the editors and filters offer for completion. */
struct ClientVocabulary
{
    QList<interfaces::LabelCount> tags;
    QList<interfaces::LabelCount> operatorCodes;
    QStringList attributeKeys;
};

/** Thread: any. Holds nothing but references. */
class ClientService
{
public:
    ClientService(interfaces::Executor &executor, const Clock &clock);

    /** Errors: InvalidInput (all fields), Conflict client.phone_exists, PermissionDenied. */
    QFuture<Result<domain::Client>> add(const domain::Actor &actor, const domain::ClientEdit &edit);
    QFuture<Result<domain::Client>> edit(const domain::Actor &actor, ClientId id, const domain::ClientEdit &edit);
    /** Cancels their unsent messages; returns the clients as they were, for restore(). */
    QFuture<Result<QList<domain::Client>>> remove(const domain::Actor &actor, const QList<ClientId> &ids);
    /** Adds deleted clients again (undo). */
    QFuture<Status> restore(const domain::Actor &actor, const QList<domain::Client> &clients);
    /** Both tell who was not so before: only these may be put back. */
    QFuture<Result<QList<ClientId>>> optOut(const domain::Actor &actor, const QList<ClientId> &ids);
    QFuture<Result<QList<ClientId>>> optIn(const domain::Actor &actor, const QList<ClientId> &ids);
    QFuture<Status> addTag(const domain::Actor &actor, const QList<ClientId> &ids, const QString &label);
    QFuture<Status> removeTag(const domain::Actor &actor, const QList<ClientId> &ids, const QString &label);

    QFuture<Result<domain::Client>> find(ClientId id);
    /** Errors: InvalidInput phone:…, NotFound client.unknown_phone (phone). */
    QFuture<Result<domain::Client>> findByPhone(const QString &phone);
    QFuture<Result<domain::Page<domain::Client>>> page(const interfaces::ClientQuery &query,
                                                       const domain::PageRequest &request);
    QFuture<Result<qint64>> count(const interfaces::ClientQuery &query);
    QFuture<Result<ClientVocabulary>> vocabulary();

private:
    interfaces::Executor &m_executor;
    const Clock &m_clock;
};

} // namespace core::services
