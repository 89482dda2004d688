// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A SessionStore in memory, whose keyring can be silent or slow. For tests only.
 */
#pragma once

#include "core/interfaces/sessionstore.h"

#include <QPromise>
#include <memory>

namespace tests {

/** Thread: one at a time. */
class FakeSessionStore final : public core::interfaces::SessionStore
{
public:
    QString token;       ///< what is kept; blank: nothing
    bool answers = true; ///< false: there is no keyring, or nobody unlocks it

    QFuture<core::Result<QString>> load() override
    {
        if (m_isHolding) {
            m_held = std::make_shared<QPromise<core::Result<QString>>>();
            m_held->start();
            return m_held->future();
        }
        return QtFuture::makeReadyFuture(loaded());
    }

    QFuture<core::Status> keep(const QString &wanted) override
    {
        if (answers)
            token = wanted;
        return QtFuture::makeReadyFuture(status());
    }

    QFuture<core::Status> forget() override
    {
        if (answers)
            token.clear();
        return QtFuture::makeReadyFuture(status());
    }

    /** From now on load() is answered by release(). */
    void hold() { m_isHolding = true; }
    void release()
    {
        m_isHolding = false;
        m_held->addResult(loaded());
        m_held->finish();
    }

private:
    [[nodiscard]] core::Status status() const
    {
        if (answers)
            return {};
        return core::Failure(core::Error::make(core::ErrorKind::Unavailable, "keyring.unavailable"));
    }

    [[nodiscard]] core::Result<QString> loaded() const
    {
        HELIOGRAPH_TRY(status());
        return token;
    }

    std::shared_ptr<QPromise<core::Result<QString>>> m_held;
    bool m_isHolding = false;
};

} // namespace tests
