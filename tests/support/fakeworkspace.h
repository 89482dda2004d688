// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * All fake repositories over one set of tables, and an executor that runs work on them at once.
 *
 * For tests only; used where the unit under test asks for an Executor.
 */
#pragma once

#include "core/interfaces/executor.h"
#include "tests/support/fakeclientrepository.h"
#include "tests/support/fakeeventlog.h"
#include "tests/support/fakegatewayrepository.h"
#include "tests/support/fakeimportrepository.h"
#include "tests/support/fakeinstancerepository.h"
#include "tests/support/fakemailingrepository.h"
#include "tests/support/fakemessagerepository.h"
#include "tests/support/fakeretentionrepository.h"
#include "tests/support/fakesettingsrepository.h"
#include "tests/support/fakeuserrepository.h"

#include <QRecursiveMutex>
#include <deque>
#include <limits>

namespace tests {

/**
 * Runs each job in the calling thread before write() or read() returns.
 *
 * Promises:
 *  - A write that returns an error changes nothing.
 *  - failWrites(): writes are rolled back and end with this error, as on a full disk; reads go on.
 *  - failReads(): the same for reads.
 *  - hold(): jobs wait until resume() runs them (or so many of them) in order, so that a test can act between request and
 * answer.
 *
 * Thread: any, one job at a time.
 */
class FakeExecutor final : public core::interfaces::Executor
{
public:
    FakeExecutor(FakeData &data, core::interfaces::UnitOfWork &unit, core::interfaces::ChangeFeed &feed);

    /** @param from, to  the first and the last write that fails, counted from 1 */
    void failWrites(const std::optional<core::Error> &error, int from = 0, int to = std::numeric_limits<int>::max())
    {
        m_writeError = error;
        m_failFrom = from;
        m_failTo = to;
    }
    void failReads(const std::optional<core::Error> &error) { m_readError = error; }
    /** As if other work waited while bulk work runs. */
    void setAwaited(bool awaited) { m_awaited = awaited; }
    [[nodiscard]] bool isAwaited() const override { return m_awaited; }
    /** Writes are committed, and end with this error: the connection broke before their answer came. */
    void loseAnswers(const std::optional<core::Error> &error) { m_lostAnswer = error; }
    /** As on a server. */
    void setTellsOfEveryCommit(bool tells) { m_tellsOfEveryCommit = tells; }
    [[nodiscard]] bool tellsOfEveryCommit() const override { return m_tellsOfEveryCommit; }
    void setAlone(bool alone) { m_alone = alone; }
    [[nodiscard]] bool isAlone() const override { return m_alone; }

    void hold() { m_holding = true; }
    void resume(int jobs = std::numeric_limits<int>::max());
    [[nodiscard]] int heldJobs() const { return int(m_held.size()); }
    [[nodiscard]] int writes() const { return m_writes; } ///< begun so far

protected:
    void submitWrite(core::interfaces::Lane lane, Job job) override;
    void submitRead(Job job) override;

private:
    void runOrHold(std::function<void()> work);
    core::Status written(const Job &job);

    FakeData &m_data;
    core::interfaces::UnitOfWork &m_unit;
    core::interfaces::ChangeFeed &m_feed;
    QRecursiveMutex m_mutex;
    std::deque<std::function<void()>> m_held;
    std::optional<core::Error> m_writeError;
    int m_failFrom = 0;
    int m_failTo = 0;
    std::optional<core::Error> m_lostAnswer;
    std::optional<core::Error> m_readError;
    bool m_holding = false;
    bool m_awaited = false;
    bool m_alone = false;
    bool m_tellsOfEveryCommit = true;
    int m_writes = 0;
};

/** A fresh workspace without clients, mailings and gateways. Tests reach into its tables or go by `unit`. */
struct FakeWorkspace
{
    FakeWorkspace() = default;
    Q_DISABLE_COPY_MOVE(FakeWorkspace)

    FakeData data;
    FakeClientRepository clients{data};
    FakeImportRepository imports{data};
    FakeMailingRepository mailings{data};
    FakeMessageRepository messages{data};
    FakeGatewayRepository gateways{data};
    FakeSettingsRepository settings{data};
    FakeUserRepository users{data};
    FakeEventLog events{data};
    FakeInstanceRepository instances{data};
    FakeRetentionRepository retention{data};
    core::interfaces::UnitOfWork unit{clients,  imports, mailings, messages,  gateways,
                                      settings, users,   events,   instances, retention};
    core::interfaces::ChangeFeed feed; ///< emits what a write changed, before its future finishes
    FakeExecutor executor{data, unit, feed};
};

} // namespace tests
