// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A WorkspaceCopier that copies nothing: it answers what the test says, when the test says. For tests only.
 */
#pragma once

#include "core/interfaces/workspacecopier.h"

#include <QMutex>
#include <QSemaphore>
#include <QStringList>

namespace tests {

/** Thread: any. */
class FakeWorkspaceCopier final : public core::interfaces::WorkspaceCopier
{
public:
    using WhenPresent = core::interfaces::WhenPresent;

    core::Result<qint64> answer = 4096;        ///< to backUp()
    core::Status bringing;                     ///< to bringIn()
    core::Result<QString> placing = QString(); ///< to putInPlace()
    core::interfaces::Executor *newcomer = nullptr;
    QList<WhenPresent> asked; ///< by bringIn()
    int placed = 0;           ///< newcomers that took their place

    /** From now on backUp() takes until letGo(). */
    void hang() { m_hangs = true; }
    void letGo() { m_gate.release(); }
    [[nodiscard]] QStringList paths() const
    {
        const QMutexLocker locker(&m_mutex);
        return m_paths;
    }

    core::Result<qint64> backUp(const QString &path) override
    {
        {
            const QMutexLocker locker(&m_mutex);
            m_paths << path;
        }
        if (m_hangs)
            m_gate.acquire();
        return answer;
    }

    core::Result<std::unique_ptr<core::interfaces::WorkspaceReplacement>> bringIn(const QString &path,
                                                                                  WhenPresent present) override
    {
        const QMutexLocker locker(&m_mutex);
        m_paths << path;
        asked << present;
        if (!bringing)
            return core::Failure(bringing.error());
        return std::make_unique<Replacement>(*this);
    }

private:
    class Replacement final : public core::interfaces::WorkspaceReplacement
    {
    public:
        explicit Replacement(FakeWorkspaceCopier &copier) : m_copier(copier) {}

        core::interfaces::Executor &executor() override { return *m_copier.newcomer; }
        core::Result<QString> putInPlace() override
        {
            if (m_copier.placing)
                ++m_copier.placed;
            return m_copier.placing;
        }

    private:
        FakeWorkspaceCopier &m_copier;
    };

    mutable QMutex m_mutex;
    QStringList m_paths;
    QSemaphore m_gate;
    std::atomic<bool> m_hangs = false;
};

} // namespace tests
