// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Answers many who ask the same thing at the same time with few reads.
 *
 * For what scripts poll; what is read, and how it is answered, is the route's.
 */
#pragma once

#include "core/base/async.h"

#include <QHash>
#include <QPromise>
#include <functional>
#include <memory>

namespace core::rest {

/**
 * Promises:
 *  - What is answered was read after the question came in: whoever has just changed something sees it.
 *  - One thing is read once at a time; all who ask meanwhile share the next read.
 *
 * Thread: that of the interface.
 */
template <typename Key, typename T>
class SharedReads
{
public:
    using Read = std::function<QFuture<Result<T>>(Key)>;

    explicit SharedReads(Read read) : m_read(std::move(read)) {}

    QFuture<Result<T>> ask(Key key)
    {
        const auto turn = m_next.find(key);
        if (turn == m_next.end()) {
            m_next.insert(key, {});
            const auto promise = begun();
            start(key, promise);
            return promise->future();
        }
        if (!*turn)
            *turn = begun();
        return (*turn)->future();
    }

private:
    using Promise = std::shared_ptr<QPromise<Result<T>>>;

    static Promise begun()
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        return promise;
    }

    void start(Key key, const Promise &promise)
    {
        if (!m_context)
            m_context = std::make_unique<QObject>(); // here, not where the routes were made: it belongs to this thread
        whenDone(m_read(key), m_context.get(), [this, key, promise](const Result<T> &answer) {
            promise->addResult(answer);
            promise->finish();
            if (const Promise next = std::exchange(m_next[key], {}))
                start(key, next);
            else
                m_next.remove(key);
        });
    }

    const Read m_read;
    QHash<Key, Promise> m_next; ///< of what is being read; nothing: nobody has asked since
    std::unique_ptr<QObject> m_context;
};

} // namespace core::rest
