// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A PasswordHasher that takes no time and counts how often it was asked. For tests only.
 */
#pragma once

#include "core/interfaces/passwordhasher.h"

#include <QThread>
#include <atomic>
#include <functional>
#include <optional>

namespace tests {

/** `hash:<password>:<number>`: salted, and to be seen through by a test. Thread: any. */
class FakePasswordHasher final : public core::interfaces::PasswordHasher
{
public:
    [[nodiscard]] core::Result<QByteArray> hash(const QString &password) const override
    {
        const int number = noteCall();
        if (m_error)
            return core::Failure(*m_error);
        return "hash:" + password.toUtf8() + ':' + QByteArray::number(number);
    }

    [[nodiscard]] bool verify(const QString &password, const QByteArray &hash) const override
    {
        noteCall();
        return hash.startsWith("hash:" + password.toUtf8() + ':');
    }

    void failWith(const core::Error &error) { m_error = error; }
    /** What happens elsewhere while a hash takes its time. */
    void meanwhile(std::function<void()> work) { m_meanwhile = std::move(work); }
    [[nodiscard]] int calls() const { return m_calls; } ///< of either kind: each takes its time
    [[nodiscard]] QThread *lastThread() const { return m_lastThread; }

private:
    int noteCall() const
    {
        m_lastThread = QThread::currentThread();
        if (m_meanwhile)
            m_meanwhile();
        return ++m_calls;
    }

    std::optional<core::Error> m_error;
    std::function<void()> m_meanwhile;
    mutable std::atomic<int> m_calls{0};
    mutable std::atomic<QThread *> m_lastThread{nullptr};
};

} // namespace tests
