// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Runs work on the database: on the storage threads (desktop, serve) or at once in the calling thread (command line, tests).
 *
 * Work is a function of a UnitOfWork that returns Result<T>. A write is one transaction: committed if the function
 * returned a value, rolled back if it returned an error; the future is finished after the commit.
 */
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QPromise>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace core::interfaces {

class ClientRepository;
class ImportRepository;
class MailingRepository;
class MessageRepository;
class GatewayRepository;
class SettingsRepository;
class UserRepository;
class EventLog;
class InstanceRepository;
class RetentionRepository;

/** The repositories, on one connection. Valid only while the job runs. */
struct UnitOfWork
{
    ClientRepository &clients;
    ImportRepository &imports;
    MailingRepository &mailings;
    MessageRepository &messages;
    GatewayRepository &gateways;
    SettingsRepository &settings;
    UserRepository &users;
    EventLog &events;
    InstanceRepository &instances;
    RetentionRepository &retention;
};

/** Which writes go first. Lanes take turns, so that none starves; within a lane first come, first served. */
enum class Lane : quint8 {
    Dispatch,    ///< claims and results; durable
    Interactive, ///< what a person or script waits for; durable
    Bulk, ///< imports, audiences, expiry, removal in batches; may lose the last batches with the power, never the order
};

/** Thread: submit from any. Futures finish on a storage thread: continuations name their context. */
class Executor
{
public:
    virtual ~Executor() = default;

    /**
     * `work`: UnitOfWork & → Result<T>. In the lane Dispatch it may run twice, the first time for nothing: it leaves what it
     * captured as it was. Errors: those of `work`, or of the commit (Unavailable, for instance a full disk).
     */
    template <typename F>
    auto write(Lane lane, F work) -> QFuture<std::invoke_result_t<F, UnitOfWork &>>
    {
        auto [job, future] = makeJob(std::move(work));
        submitWrite(lane, std::move(job));
        return future;
    }

    /** The same for a function that only reads; sees one snapshot. */
    template <typename F>
    auto read(F work) -> QFuture<std::invoke_result_t<F, UnitOfWork &>>
    {
        auto [job, future] = makeJob(std::move(work));
        submitRead(std::move(job));
        return future;
    }

    /**
     * True while work of a lane other than Bulk, or of another process, waits to be written: bulk work that could go on for
     * long ends its transaction now and comes again.
     */
    [[nodiscard]] virtual bool isAwaited() const { return false; }

    /** False where a write may have been committed though its answer is an error: a server whose connection broke just then.
     */
    [[nodiscard]] virtual bool tellsOfEveryCommit() const { return true; }

    /** Nobody else works with it, and who waits elsewhere says so (isAwaited): bulk work may write for a second at a time.
     */
    [[nodiscard]] virtual bool isAlone() const { return false; }

protected:
    struct Job
    {
        std::function<Status(UnitOfWork &)> run; ///< an error rolls back; may run again then
        std::function<void(Status)> finish;      ///< called once, after commit or rollback, or instead of run
    };

    virtual void submitWrite(Lane lane, Job job) = 0;
    virtual void submitRead(Job job) = 0;

private:
    template <typename F>
    static auto makeJob(F work)
    {
        using R = std::invoke_result_t<F, UnitOfWork &>;
        struct Shared
        {
            QPromise<R> promise;
            std::optional<R> result;
        };
        auto shared = std::make_shared<Shared>();
        shared->promise.start();
        QFuture<R> future = shared->promise.future();
        auto function = std::make_shared<F>(std::move(work));
        Job job;
        job.run = [shared, function](UnitOfWork &unit) -> Status {
            shared->result.emplace((*function)(unit));
            if (!*shared->result)
                return Failure(shared->result->error());
            return {};
        };
        job.finish = [shared](Status status) {
            if (!status)
                shared->promise.addResult(R(tl::unexpect, status.error()));
            else
                shared->promise.addResult(std::move(*shared->result));
            shared->promise.finish();
        };
        return std::pair<Job, QFuture<R>>{std::move(job), std::move(future)};
    }
};

} // namespace core::interfaces
