// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Imports that scripts asked for: what runs, how far it is, what came of it, and the refused rows to fetch.
 *
 * Starts them and keeps their reports; the import itself is core/services/importservice.
 */
#pragma once

#include "core/base/clock.h"
#include "core/domain/user.h"
#include "core/services/importservice.h"

#include <QMutex>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <map>
#include <memory>

namespace core::rest {

/**
 * The last 50 are kept, and gone with the program; their numbers are never given again.
 *
 * Thread: rest.
 */
class ImportJobs : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostKept = 50;
    static constexpr int mostRunning = 2;

    enum class State : quint8 { Running, Finished, Failed, Cancelled };

    struct Job
    {
        qint64 id = 0;
        UserId owner;
        State state = State::Running;
        services::ImportRequest request;
        services::ImportProgress progress;
        csv::ImportReport report; ///< once it has ended
        std::optional<Error> problem;
        Instant startedAt{};
        std::optional<Instant> finishedAt;
        bool undone = false;
    };

    ImportJobs(services::ImportService &imports, const Clock &clock);
    /** Stops what runs; what is written is in. */
    ~ImportJobs() override;

    /** Whether one more may run. Errors: Throttled import.busy. */
    [[nodiscard]] Status hasRoom() const;
    /** @param file  the rows, kept until the import has ended. Errors: as of hasRoom(). */
    Result<qint64> begin(const domain::Actor &actor, services::ImportRequest request, std::shared_ptr<QTemporaryFile> file);
    /** Errors: NotFound import.unknown (id). */
    [[nodiscard]] Result<Job> find(qint64 id) const;
    /** Errors: as of find(); PermissionDenied access.role; Conflict import.over. */
    Status cancel(const domain::Actor &actor, qint64 id);
    /** Errors: as of find(); PermissionDenied access.role; Conflict import.running, import.nothing. */
    [[nodiscard]] Result<ImportId> undoable(const domain::Actor &actor, qint64 id) const;
    void undone(qint64 id);

private:
    /** Written by the thread that imports. */
    struct Progress
    {
        QMutex mutex;
        services::ImportProgress latest;
    };
    struct Entry
    {
        Job job;
        std::shared_ptr<Progress> progress = std::make_shared<Progress>();
        std::stop_source stop;
        std::shared_ptr<QTemporaryFile> file;
        QFuture<Result<csv::ImportReport>> run;
    };

    void ended(qint64 id, const Result<csv::ImportReport> &report);
    void forgetOldest();

    services::ImportService &m_imports;
    const Clock &m_clock;
    QTemporaryDir m_folder; ///< of refused rows
    qint64 m_nextId;
    std::map<qint64, Entry> m_entries;
};

} // namespace core::rest
