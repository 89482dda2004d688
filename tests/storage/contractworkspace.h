// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * An empty workspace of one backend for the contract suite, whose counters are checked after every write.
 *
 * The suite (…contracttest.cpp beside it) is written against core::interfaces only; initTestCase_data() runs every
 * test once per backend.
 */
#pragma once

#include "core/interfaces/eventlog.h"
#include "core/interfaces/executor.h"
#include "core/interfaces/gatewayrepository.h"
#include "core/interfaces/mailingrepository.h"
#include "core/interfaces/messagerepository.h"
#include "core/interfaces/retentionrepository.h"
#include "core/interfaces/settingsrepository.h"
#include "core/interfaces/userrepository.h"
#include "tests/storage/backends.h"

#include <QtTest>
#include <source_location>

/** One write that must succeed; gives its value. `unit` is the UnitOfWork. */
#define COMMIT(...) m_workspace->committed([&](core::interfaces::UnitOfWork &unit) { return __VA_ARGS__; })
/** One write that may fail; gives its Result. */
#define ATTEMPT(...) m_workspace->attempted([&](core::interfaces::UnitOfWork &unit) { return __VA_ARGS__; })
/** One read that must succeed; gives its value. */
#define LOOK(...) m_workspace->looked([&](core::interfaces::UnitOfWork &unit) { return __VA_ARGS__; })

namespace tests {

/**
 * Promises: after every write the counters of every mailing equal a recount, and both add up to its messages and what was
 * removed of them.
 * Thread: that of the test.
 */
class ContractWorkspace
{
public:
    using Where = std::source_location;

    static void addBackends()
    {
        QTest::addColumn<QString>("backend");
        for (const QString &name : backendNames())
            QTest::newRow(qPrintable(name)) << name;
    }

    /** A fresh workspace of the backend whose turn it is. */
    static std::unique_ptr<ContractWorkspace> open()
    {
        QFETCH_GLOBAL(QString, backend);
        return std::make_unique<ContractWorkspace>(openBackend(backend));
    }

    explicit ContractWorkspace(std::unique_ptr<Backend> backend) : m_backend(std::move(backend)) {}

    template <typename F>
    auto attempted(F work, Where where = Where::current())
    {
        auto result = m_backend->executor().write(core::interfaces::Lane::Interactive, std::move(work)).takeResult();
        checkCounters(where);
        return result;
    }

    template <typename F>
    auto committed(F work, Where where = Where::current())
    {
        return valueOf(attempted(std::move(work), where), where);
    }

    template <typename F>
    auto looked(F work, Where where = Where::current())
    {
        return valueOf(m_backend->executor().read(std::move(work)).takeResult(), where);
    }

private:
    template <typename T>
    static T valueOf(core::Result<T> result, Where where)
    {
        if (result) {
            if constexpr (std::is_void_v<T>)
                return;
            else
                return std::move(*result);
        }
        const QString said = core::kindName(result.error().kind) + u' ' + result.error().code + u' ' + result.error().detail;
        QTest::qFail(qPrintable(said), where.file_name(), int(where.line()));
        return T();
    }

    void checkCounters(Where where)
    {
        looked(
            [&](core::interfaces::UnitOfWork &unit) -> core::Status {
                HELIOGRAPH_ASSIGN(const auto mailings, unit.mailings.page({{}, {}, true}, {{}, 1000, {}, true}, {}));
                for (const core::domain::MailingSummary &summary : mailings.rows) {
                    const core::MailingId id = summary.mailing.id;
                    HELIOGRAPH_ASSIGN(const auto counts, unit.mailings.counts(id));
                    HELIOGRAPH_ASSIGN(const auto recount, unit.messages.recount(id));
                    HELIOGRAPH_ASSIGN(const qint64 total, unit.messages.count({id, {}, {}, {}, {}}));
                    HELIOGRAPH_ASSIGN(const auto removed, unit.retention.removedCounts(id));
                    HELIOGRAPH_ASSIGN(const auto totals, unit.retention.recountRemoved(id));
                    if (!(counts == recount) || counts.total() != total + removed.total() || !(removed == totals) ||
                        !(summary.counts == counts))
                        QTest::qFail("the counters differ from a recount", where.file_name(), int(where.line()));
                }
                return {};
            },
            where);
    }

    std::unique_ptr<Backend> m_backend;
};

} // namespace tests
