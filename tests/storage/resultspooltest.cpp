// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/resultspool.h"

#include "tests/support/builders.h"
#include "tests/support/logcapture.h"
#include "tests/support/manualclock.h"

#include <QtTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tests {

using core::InstanceId;
using core::MessageId;
using core::domain::AnswerKind;
using core::domain::MessageStatus;
using core::interfaces::MessageOutcome;
using core::interfaces::SpooledOutcomes;
using core::storage::DatabaseUrl;
using core::storage::ResultSpool;

namespace {

const core::Instant answered = at("2024-03-01T09:00:00.123Z");

MessageOutcome accepted(qint64 id)
{
    return {.id = MessageId{id}, .status = MessageStatus::Sent, .at = answered};
}

/** Nothing left out that an outcome can hold. */
MessageOutcome refused(qint64 id, AnswerKind kind, const QString &words)
{
    MessageOutcome outcome{.id = MessageId{id}, .status = MessageStatus::Pending, .at = answered, .attemptCounts = false};
    outcome.nextAttemptAt = answered + std::chrono::seconds{2};
    outcome.attempt = core::domain::Attempt{3, answered, kind, 503, words};
    outcome.error = core::domain::MessageError{kind, 503, words};
    outcome.gatewayMessageId = u"gw-7"_qs;
    outcome.firm = true;
    outcome.requestId = 4'000'000'001;
    return outcome;
}

QList<qint64> idsOf(const QList<SpooledOutcomes> &spooled)
{
    QList<qint64> ids;
    for (const SpooledOutcomes &part : spooled) {
        for (const MessageOutcome &outcome : part.outcomes)
            ids << outcome.id.value;
    }
    return ids;
}

/** No file grows beyond `bytes`, as on a disk with so much space. */
class SmallDisk
{
public:
    explicit SmallDisk(qint64 bytes)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{rlim_t(bytes), m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(SmallDisk)

private:
    rlimit m_before = {};
};

} // namespace

/** What is kept while the database is away, and who finds it. */
class ResultSpoolTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] DatabaseUrl file() const { return DatabaseUrl::sqliteFile(path(u"w.db"_qs)); }
    [[nodiscard]] QString spoolFile() const { return path(u"w.db.w-1.results"_qs); }
    static DatabaseUrl server(const QString &name = u"sms"_qs)
    {
        return *DatabaseUrl::parse(u"postgresql://somebody@db.example/"_qs + name);
    }
    [[nodiscard]] std::unique_ptr<ResultSpool> spool(const DatabaseUrl &url, const QString &workspace = u"w-1"_qs) const
    {
        return std::make_unique<ResultSpool>(url, workspace, path(u"data"_qs));
    }
    [[nodiscard]] QList<qint64> left(const DatabaseUrl &url) const { return idsOf(*spool(url)->takeOver()); }
    static void addUrls()
    {
        QTest::addColumn<bool>("isServer");
        QTest::newRow("beside a file") << false;
        QTest::newRow("of a server") << true;
    }
    [[nodiscard]] DatabaseUrl url() const
    {
        QFETCH(const bool, isServer);
        return isServer ? server() : file();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsWhatWasAppendedUntilItIsCleared_data() { addUrls(); }
    void keepsWhatWasAppendedUntilItIsCleared()
    {
        const DatabaseUrl url = this->url();
        auto first = spool(url);
        QVERIFY(first->takeOver()->isEmpty());
        QVERIFY(first->append({accepted(1), accepted(2)}, InstanceId{5}));
        QVERIFY(first->append({accepted(3)}, InstanceId{6}));
        first.reset();

        auto second = spool(url);
        const auto found = second->takeOver();
        QCOMPARE(found->size(), 2);
        QCOMPARE(found->at(0).by, InstanceId{5});
        QCOMPARE(found->at(1).by, InstanceId{6});
        QCOMPARE(idsOf(*found), (QList<qint64>{1, 2, 3}));
        second.reset(); // died before it was written

        auto third = spool(url);
        QCOMPARE(idsOf(*third->takeOver()), (QList<qint64>{1, 2, 3}));
        QVERIFY(third->clear());
        QVERIFY(third->append({accepted(4)}, InstanceId{7}));
        third.reset();
        QCOMPARE(left(url), QList<qint64>{4});
    }

    void outlivesAProcessThatIsKilled_data() { addUrls(); }
    void outlivesAProcessThatIsKilled()
    {
        const DatabaseUrl url = this->url();
        const pid_t owner = ::fork();
        QVERIFY(owner >= 0);
        if (owner == 0) {
            const auto spool = this->spool(url);
            const bool done = spool->takeOver() && spool->append({accepted(1)}, InstanceId{5});
            ::kill(::getpid(), done ? SIGKILL : SIGTERM);
        }
        int status = 0;
        QCOMPARE(::waitpid(owner, &status, 0), owner);
        QCOMPARE(WTERMSIG(status), SIGKILL);
        QCOMPARE(left(url), QList<qint64>{1});
    }

    void keepsAllOfAnOutcomeButWords()
    {
        const MessageOutcome outcome = refused(9, AnswerKind::Throttled, u"Hello Anna, 79990000001"_qs);
        QVERIFY(spool(file())->append({outcome, accepted(10)}, InstanceId{5}));
        const auto found = spool(file())->takeOver();
        QCOMPARE(idsOf(*found), (QList<qint64>{9, 10}));
        const MessageOutcome &read = found->at(0).outcomes.at(0);
        QCOMPARE(read.status, outcome.status);
        QCOMPARE(read.at, outcome.at);
        QCOMPARE(read.attemptCounts, false);
        QCOMPARE(read.nextAttemptAt, outcome.nextAttemptAt);
        QCOMPARE(*read.attempt, (core::domain::Attempt{3, answered, AnswerKind::Throttled, 503, {}}));
        QCOMPARE(*read.error, (core::domain::MessageError{AnswerKind::Throttled, 503, {}}));
        QCOMPARE(read.gatewayMessageId, u"gw-7"_qs);
        QCOMPARE(read.firm, true);
        QCOMPARE(read.requestId, 4'000'000'001);
        const MessageOutcome &plain = found->at(0).outcomes.at(1);
        QVERIFY(plain.attemptCounts && !plain.firm && !plain.nextAttemptAt && !plain.attempt && !plain.error);

        QFile content(spoolFile());
        QVERIFY(content.open(QIODevice::ReadOnly));
        const QByteArray bytes = content.readAll();
        QVERIFY2(!bytes.contains("Anna") && !bytes.contains("79990000001"), bytes);
    }

    void keepsTheNameOfAMissingField()
    {
        QVERIFY(spool(file())->append({refused(9, AnswerKind::Template, u"name"_qs)}, InstanceId{5}));
        QCOMPARE(spool(file())->takeOver()->at(0).outcomes.at(0).error->answer, u"name"_qs);
    }

    void aHalfWrittenLastLineTakesNoOtherWithIt()
    {
        QVERIFY(spool(file())->append({accepted(1), accepted(2), accepted(3)}, InstanceId{5}));
        QVERIFY(QFile::resize(spoolFile(), QFileInfo(spoolFile()).size() - 7));
        const LogCapture log;
        QCOMPARE(left(file()), (QList<qint64>{1, 2}));
        QCOMPARE(log.lines().size(), 1);
        QVERIFY2(log.lines().first().contains(u"event=results_damaged"_qs), qPrintable(log.lines().first()));
        QVERIFY(log.lines().first().contains(u"lines=1 "_qs));
    }

    void linesThatAreNotOursAreSkipped_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("zeros") << QByteArray(64, '\0');
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("no message") << QByteArray(R"({"by":1,"id":0,"status":2,"at":1})");
        QTest::newRow("no time") << QByteArray(R"({"by":1,"id":5,"status":2})");
        QTest::newRow("no such status") << QByteArray(R"({"by":1,"id":5,"status":10,"at":1})");
        QTest::newRow("no such kind") << QByteArray(R"({"by":1,"id":5,"status":5,"at":1,"error":{"kind":12}})");
    }

    void linesThatAreNotOursAreSkipped()
    {
        QFETCH(const QByteArray, line);
        QVERIFY(spool(file())->append({accepted(1)}, InstanceId{5}));
        QFile content(spoolFile());
        QVERIFY(content.open(QIODevice::Append));
        content.write(line + '\n');
        content.close();
        QVERIFY(spool(file())->append({accepted(2)}, InstanceId{5}));
        const LogCapture log;
        QCOMPARE(left(file()), (QList<qint64>{1, 2}));
        QCOMPARE(log.lines().size(), 1);
    }

    void aFullDiskLeavesNothingHalf()
    {
        auto full = spool(file());
        QVERIFY(full->append({accepted(1)}, InstanceId{5}));
        {
            const SmallDisk disk(QFileInfo(spoolFile()).size() + 20);
            const auto refusal = full->append({accepted(2)}, InstanceId{5});
            QVERIFY(!refusal);
            QCOMPARE(refusal.error().code, u"results.unwritable"_qs);
        }
        QVERIFY(full->append({accepted(3)}, InstanceId{5}));
        full.reset();
        const LogCapture log;
        QCOMPARE(left(file()), (QList<qint64>{1, 3}));
        QCOMPARE(log.lines(), QStringList());
    }

    void isForItsOwnerAlone_data() { addUrls(); }
    void isForItsOwnerAlone()
    {
        const DatabaseUrl url = this->url();
        QVERIFY(spool(url)->append({accepted(1)}, InstanceId{5}));
        QFETCH(const bool, isServer);
        const QString file = isServer ? path(u"data/w-1-sms.results.1"_qs) : spoolFile();
        QVERIFY(QFile::exists(file));
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(file) & others));
    }

    void makesNoFileWhileAllIsWell()
    {
        const auto calm = spool(file());
        QVERIFY(calm->takeOver()->isEmpty());
        QVERIFY(calm->clear());
        QVERIFY(!QFile::exists(spoolFile()));
    }

    void leavesToTheLivingWhatIsTheirs()
    {
        auto first = spool(server());
        QVERIFY(first->append({accepted(1)}, InstanceId{5}));
        auto second = spool(server());
        QVERIFY(second->takeOver()->isEmpty());
        QVERIFY(second->append({accepted(2)}, InstanceId{6}));
        QVERIFY(second->clear());
        QVERIFY(second->append({accepted(3)}, InstanceId{6}));
        first.reset();
        QCOMPARE(left(server()), QList<qint64>{1}); // the second one lives
        second.reset();
        QCOMPARE(left(server()), (QList<qint64>{1, 3}));
    }

    void oneTakesOverWhatSeveralLeft()
    {
        auto first = spool(server());
        auto second = spool(server());
        QVERIFY(first->append({accepted(1)}, InstanceId{5}));
        QVERIFY(second->append({accepted(2)}, InstanceId{6}));
        first.reset();
        second.reset();
        const auto heir = spool(server());
        QCOMPARE(idsOf(*heir->takeOver()), (QList<qint64>{1, 2}));
        QVERIFY(left(server()).isEmpty()); // it has begun with them
        QVERIFY(heir->clear());
        QVERIFY(left(server()).isEmpty());
    }

    void clearsNothingThatNobodyHasTakenOver()
    {
        QVERIFY(spool(file())->append({accepted(1)}, InstanceId{5}));
        const auto careless = spool(file());
        QVERIFY(careless->append({accepted(2)}, InstanceId{6}));
        QVERIFY(careless->clear());
        QCOMPARE(left(file()), QList<qint64>{1});
    }

    void isAnotherOneForAnotherWorkspace()
    {
        QVERIFY(spool(server())->append({accepted(1)}, InstanceId{5}));
        QVERIFY(spool(server(), u"w-2"_qs)->takeOver()->isEmpty());
        QVERIFY(spool(server(u"sms_copy"_qs))->takeOver()->isEmpty());
        QVERIFY(spool(server(u"SMS"_qs))->takeOver()->isEmpty());
        QVERIFY(spool(file())->takeOver()->isEmpty());
        QCOMPARE(left(server()), QList<qint64>{1});
        // Another workspace was put in the place of the file.
        QVERIFY(spool(file())->append({accepted(2)}, InstanceId{5}));
        QVERIFY(spool(file(), u"w-2"_qs)->takeOver()->isEmpty());
        QCOMPARE(left(file()), QList<qint64>{2});
    }

    void saysWhereItCannotBe()
    {
        const auto nowhere = spool(DatabaseUrl::sqliteFile(path(u"missing/w.db"_qs)));
        QVERIFY(nowhere->takeOver()->isEmpty());
        const auto refusal = nowhere->append({accepted(1)}, InstanceId{5});
        QVERIFY(!refusal);
        QCOMPARE(refusal.error().kind, core::ErrorKind::Unavailable);
        QCOMPARE(refusal.error().code, u"results.unwritable"_qs);
        QVERIFY(refusal.error().args.first().endsWith(u"missing/w.db.w-1.results"_qs));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ResultSpoolTest)
#include "resultspooltest.moc"
