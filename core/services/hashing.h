// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * How the account service comes by a hash between two jobs of the database: neither within one nor on a thread that waits.
 */
#pragma once

#include "core/services/accountservice.h"

#include <QtConcurrent>
#include <functional>

namespace core::services {

/** Runs work that hashes on the pool, or at once where there is none. */
template <typename Work>
auto onPool(QThreadPool *pool, Work work) -> QFuture<std::invoke_result_t<Work>>
{
    if (pool)
        return QtConcurrent::run(pool, std::move(work));
    return QtFuture::makeReadyFuture(work());
}

template <typename T>
[[nodiscard]] QFuture<Result<T>> failed(const Error &error)
{
    return QtFuture::makeReadyFuture(Result<T>(tl::unexpect, error));
}

/** What is checked before a password is worth its hash, and what is stored with it. */
struct HashedChange
{
    std::function<Status(interfaces::UnitOfWork &)> check;
    std::function<Result<domain::User>(interfaces::UnitOfWork &, const QByteArray &hash)> store;
};

/** Check, hash, store: a wish that breaks a rule costs no hash; `store` checks again, for much may happen meanwhile. */
[[nodiscard]] QFuture<Result<domain::User>> storeHashed(interfaces::Executor &executor, const AccountParts &parts,
                                                        const QString &password, const HashedChange &change);

} // namespace core::services
