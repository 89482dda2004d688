// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// scale_ms: what people, scripts and the dispatcher ask of a workspace of a million clients and ten million messages.
// scale_ms_postgresql: the same of a server.

#include "core/interfaces/mailingrepository.h"
#include "core/interfaces/messagerepository.h"
#include "core/services/clientservice.h"
#include "core/services/messageservice.h"
#include "core/services/statisticsservice.h"
#include "core/storage/workspace.h"
#include "tests/bench/large/largeworkspace.h"
#include "tests/bench/measure.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTemporaryDir>
#include <algorithm>
#include <functional>

namespace tests::bench {

using namespace std::chrono_literals;
using namespace core;
using interfaces::ClientQuery;
using interfaces::UnitOfWork;

namespace {

constexpr int repetitions = 101;
constexpr double slowestMs = 100;
constexpr int farPage = 1000;
constexpr int claimed = 500;

/** Asked again and again; `repetition` tells the times apart. */
struct Question
{
    const char *name;
    std::function<Status(int repetition)> ask;
};

/** A value that nobody looks at. */
template <typename T>
Status withoutValue(Result<T> result)
{
    HELIOGRAPH_TRY(std::move(result));
    return {};
}

/** The services on the storage threads, as the window has them. Thread: main. */
class Asking
{
public:
    static Result<std::unique_ptr<Asking>> open(const storage::DatabaseUrl &url)
    {
        std::unique_ptr<Asking> made(new Asking);
        HELIOGRAPH_ASSIGN(made->m_workspace, storage::Workspace::open(url));
        interfaces::Executor &executor = made->m_workspace->executor();
        made->m_clients = std::make_unique<services::ClientService>(executor, made->m_clock);
        made->m_messages = std::make_unique<services::MessageService>(executor);
        made->m_statistics = std::make_unique<services::StatisticsService>(executor, made->m_clock);
        HELIOGRAPH_TRY(made->chooseMailing());
        HELIOGRAPH_TRY(made->choosePhones());
        HELIOGRAPH_TRY(made->turnPages());
        return made;
    }

    [[nodiscard]] QList<Question> questions()
    {
        return {
            {"first page of clients", [this](int) { return list({}); }},
            {"clients by a whole phone", [this](int time) { return search(m_phones[time]); }},
            {"clients by seven digits of a phone", [this](int time) { return search(m_phones[time].left(7)); }},
            {"clients by the first digit of a phone", [this](int) { return search(QStringLiteral("7")); }},
            {"clients by a word", [this](int) { return search(QStringLiteral("анна")); }},
            {"clients by a tag of one in three", [this](int) { return listTagged(QStringLiteral("Tag1")); }},
            {"clients by a tag of one in 400", [this](int) { return listTagged(QStringLiteral("Tag200")); }},
            {"clients by a tag of one in 100 000", [this](int) { return listTagged(QStringLiteral("Редкий")); }},
            {"page 1 000 of clients", [this](int) { return list({}, m_farCursor); }},
            {"failed messages of a mailing", [this](int) { return listFailed(); }},
            {"statistics of a mailing", [this](int) { return mailingStatistics(); }},
            {"statistics of all", [this](int) { return withoutValue(m_statistics->workspace().takeResult()); }},
            {"claim of 500 messages", [this](int) { return claim(); }},
        };
    }

    /** Leaves what was claimed, in the name of nobody, to the next run. */
    Status release()
    {
        return m_workspace->executor()
            .write(interfaces::Lane::Dispatch, [](UnitOfWork &unit) { return unit.messages.releaseOrphans(); })
            .takeResult();
    }

private:
    Asking() = default;

    /** The running one that has the most to send. */
    Status chooseMailing()
    {
        return m_workspace->executor()
            .read([this](UnitOfWork &unit) -> Status {
                qint64 most = 0;
                HELIOGRAPH_ASSIGN(const auto active, unit.mailings.active());
                for (const domain::Mailing &mailing : active) {
                    HELIOGRAPH_ASSIGN(const auto counts, unit.mailings.counts(mailing.id));
                    const qint64 pending = counts[domain::MessageStatus::Pending];
                    if (mailing.state == domain::MailingState::Running && pending > most) {
                        most = pending;
                        m_mailing = mailing.id;
                    }
                }
                if (most < qint64{claimed} * repetitions)
                    return Failure(Error::make(ErrorKind::Conflict, "bench.too_small", {}, QString::number(most)));
                return {};
            })
            .takeResult();
    }

    /** Of clients far from one another. */
    Status choosePhones()
    {
        HELIOGRAPH_ASSIGN(const qint64 clients, m_clients->count({}).takeResult());
        for (int i = 0; i < repetitions; ++i) {
            HELIOGRAPH_ASSIGN(const auto client, m_clients->find(ClientId{1 + clients / repetitions * i}).takeResult());
            m_phones << client.phone.text();
        }
        return {};
    }

    /** As people would come to the far page: there is no other way. */
    Status turnPages()
    {
        for (int page = 1; page < farPage; ++page) {
            HELIOGRAPH_ASSIGN(const auto read, m_clients->page({}, {m_farCursor}).takeResult());
            m_farCursor = read.next;
        }
        return {};
    }

    Status list(const ClientQuery &query, const QString &after = {})
    {
        return withoutValue(m_clients->page(query, {after}).takeResult());
    }

    Status search(const QString &text)
    {
        ClientQuery query;
        query.search = text;
        return list(query);
    }

    Status listTagged(const QString &tag)
    {
        ClientQuery query;
        query.tags = {tag};
        return list(query);
    }

    Status listFailed()
    {
        interfaces::MessageQuery query;
        query.mailing = m_mailing;
        query.statuses = {domain::MessageStatus::Failed};
        return withoutValue(m_messages->page(query, {}).takeResult());
    }

    Status mailingStatistics() { return withoutValue(m_statistics->mailing(m_mailing).takeResult()); }

    /** One transaction in the dispatcher's lane, durable. */
    Status claim()
    {
        const Instant now = m_clock.now();
        const interfaces::Claim claim{m_mailing, claimed, now, now + 60s, true};
        HELIOGRAPH_ASSIGN(const auto messages, m_workspace->executor()
                                                   .write(interfaces::Lane::Dispatch,
                                                          [claim](UnitOfWork &unit) { return unit.messages.claim(claim); })
                                                   .takeResult());
        if (messages.size() != claimed)
            return Failure(Error::make(ErrorKind::Internal, "bench.not_claimed", {}, QString::number(messages.size())));
        return {};
    }

    SystemClock m_clock;
    std::unique_ptr<storage::Workspace> m_workspace;
    std::unique_ptr<services::ClientService> m_clients;
    std::unique_ptr<services::MessageService> m_messages;
    std::unique_ptr<services::StatisticsService> m_statistics;
    MailingId m_mailing;
    QStringList m_phones;
    QString m_farCursor;
};

Result<QList<double>> timesOf(const Question &question)
{
    QList<double> times;
    for (int repetition = 0; repetition < repetitions; ++repetition) {
        QElapsedTimer timer;
        timer.start();
        HELIOGRAPH_TRY(question.ask(repetition));
        times << double(timer.nsecsElapsed()) / 1e6;
    }
    std::sort(times.begin(), times.end());
    return times;
}

/** @param suffix  tells the questions from those to another database */
Result<Reading> readingOf(const storage::DatabaseUrl &url, const QString &suffix)
{
    Reading reading;
    HELIOGRAPH_ASSIGN(const auto asking, Asking::open(url));
    QJsonArray questions;
    for (const Question &question : asking->questions()) {
        HELIOGRAPH_ASSIGN(const QList<double> times, timesOf(question));
        const double p99 = times[repetitions * 99 / 100];
        questions.append(QJsonObject{{QStringLiteral("name"), QString::fromUtf8(question.name) + suffix},
                                     {QStringLiteral("p50_ms"), times[repetitions / 2]},
                                     {QStringLiteral("p99_ms"), p99},
                                     {QStringLiteral("reached"), p99 <= slowestMs}});
        reading.value = std::max(reading.value, p99);
    }
    HELIOGRAPH_TRY(asking->release());
    reading.detail.insert(QStringLiteral("repetitions"), repetitions);
    reading.detail.insert(QStringLiteral("questions"), questions);
    return reading;
}

} // namespace

Result<Reading> scaleTime()
{
    const QTemporaryDir folder;
    QElapsedTimer making;
    making.start();
    HELIOGRAPH_ASSIGN(const storage::DatabaseUrl url, largeWorkspace(folder.path(), LargeShape()));
    const double seconds = double(making.elapsed()) / 1e3;
    HELIOGRAPH_ASSIGN(Reading reading, readingOf(url, {}));
    reading.detail.insert(QStringLiteral("made_s"), seconds);
    return reading;
}

Result<Reading> scaleTimeOnServer()
{
    HELIOGRAPH_ASSIGN(const auto url, storage::DatabaseUrl::parse(qEnvironmentVariable(largeServer)));
    QElapsedTimer making;
    making.start();
    HELIOGRAPH_TRY(ensureLargeWorkspace(url, LargeShape()));
    const double seconds = double(making.elapsed()) / 1e3;
    HELIOGRAPH_ASSIGN(Reading reading, readingOf(url, QStringLiteral(", PostgreSQL")));
    reading.detail.insert(QStringLiteral("made_s"), seconds);
    return reading;
}

} // namespace tests::bench
