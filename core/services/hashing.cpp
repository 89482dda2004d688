// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/hashing.h"

namespace core::services {

using interfaces::UnitOfWork;

QFuture<Result<domain::User>> storeHashed(interfaces::Executor &executor, const AccountParts &parts, const QString &password,
                                          const HashedChange &change)
{
    return executor.read(change.check)
        .then([parts, password](const Status &checked) {
            if (!checked)
                return failed<QByteArray>(checked.error());
            return onPool(parts.pool, [&hasher = parts.passwords, password] { return hasher.hash(password); });
        })
        .unwrap()
        .then([&executor, store = change.store](const Result<QByteArray> &hash) {
            if (!hash)
                return failed<domain::User>(hash.error());
            return executor.write(interfaces::Lane::Interactive,
                                  [store, hash = *hash](UnitOfWork &unit) { return store(unit, hash); });
        })
        .unwrap();
}

} // namespace core::services
