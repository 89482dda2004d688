// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/rest/restfixture.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QThreadPool>
#include <QtTest>

using core::interfaces::Lane;
using core::interfaces::UnitOfWork;
using core::rest::ApiResponse;
using tests::Caller;
using tests::json;
using tests::jsonOf;
using tests::outcome;
using tests::placeOf;
using tests::RestFixture;

namespace {

const QByteArray twoClients = "phone;tags;name\n79990000001;vip;Анна\n79990000002;;Boris\n";

/** Nobody writes while it lives: imports begin and come no further. */
class HeldWriter
{
public:
    explicit HeldWriter(RestFixture &rest)
        : m_job(rest.workspace->executor().write(Lane::Interactive, [this](UnitOfWork &) -> core::Status {
              m_release.acquire();
              return {};
          }))
    {}
    ~HeldWriter()
    {
        m_release.release();
        m_job.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(HeldWriter)

private:
    QSemaphore m_release;
    QFuture<core::Status> m_job;
};

} // namespace

class ImportRoutesTest : public QObject
{
    Q_OBJECT

private:
    static QJsonValue field(const ApiResponse &response, const char *name)
    {
        return jsonOf(response).value(QLatin1String(name));
    }

    /** The import as it is told once it has ended. */
    static QJsonObject ended(const Caller &caller, const QByteArray &place)
    {
        QJsonObject import;
        const bool hasEnded = QTest::qWaitFor(
            [&] {
                import = jsonOf(caller.get(place));
                return import.value(u"state") != u"running"_qs;
            },
            60'000);
        return hasEnded ? import : QJsonObject();
    }

    /** "rows 3, new 2, …", without what there is none of. */
    static QString counts(const QJsonObject &import)
    {
        QStringList counts;
        for (const char *name : {"rows", "new", "changed", "unchanged", "double", "rejected"}) {
            if (const qint64 count = import.value(QLatin1String(name)).toInteger(); count > 0)
                counts << u"%1 %2"_qs.arg(QLatin1String(name)).arg(count);
        }
        return counts.join(u", "_qs);
    }

    static QByteArray contentOf(const ApiResponse &response)
    {
        QFile file(response.file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : response.body;
    }

    static int clients(const Caller &caller) { return field(caller.get("/api/v1/clients?count=true"), "count").toInt(); }

private Q_SLOTS:
    /** As on a small machine: two imports fill the pool. */
    void initTestCase() { QThreadPool::globalInstance()->setMaxThreadCount(core::rest::ImportJobs::mostRunning); }

    void anImportRunsAndIsFoundAtItsPlace()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);

        const auto accepted = owner.post("/api/v1/imports", twoClients);

        QCOMPARE(outcome(accepted), u"202"_qs);
        const qint64 id = field(accepted, "id").toInteger();
        QCOMPARE(placeOf(accepted), "/api/v1/imports/" + QByteArray::number(id));
        const QJsonObject import = ended(owner, placeOf(accepted));
        QCOMPARE(import.value(u"id").toInteger(), id);
        QCOMPARE(import.value(u"state").toString(), u"finished"_qs);
        QCOMPARE(import.value(u"mode").toString(), u"update"_qs);
        QCOMPARE(counts(import), u"rows 2, new 2"_qs);
        QCOMPARE(import.value(u"bytes_read").toInteger(), twoClients.size());
        QCOMPARE(import.value(u"bytes_total").toInteger(), twoClients.size());
        QCOMPARE(import.value(u"finished_at").toString(), u"2024-03-01T08:00:00Z"_qs);
        QCOMPARE(import.value(u"problem"), QJsonValue(QJsonValue::Null));
        const QJsonObject client =
            field(owner.get("/api/v1/clients?phone=79990000001"), "results").toArray().first().toObject();
        QCOMPARE(client.value(u"attributes"), QJsonValue(QJsonObject{{u"name"_qs, u"Анна"_qs}}));
        QCOMPARE(client.value(u"owner").toInteger(), rest.owner.id.value);
    }

    void refusedRowsAreToldAndCanBeFetched()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);

        const QByteArray place =
            placeOf(owner.post("/api/v1/imports", twoClients + "123;;Cut\n79990000001;;Double\n;;Blank\n"));

        const QJsonObject import = ended(owner, place);
        QCOMPARE(counts(import), u"rows 5, new 2, double 1, rejected 2"_qs);
        QCOMPARE(import.value(u"reasons"), QJsonValue(QJsonObject{{u"phone:too_short"_qs, 1}, {u"phone:empty"_qs, 1}}));
        const auto rejects = owner.get(place + "/rejects");
        QCOMPARE(outcome(rejects), u"200"_qs);
        QVERIFY(tests::headerOf(rejects, "Content-Disposition").startsWith("attachment"));
        const QByteArray rows = contentOf(rejects);
        QVERIFY2(rows.contains("123;;Cut"), rows);
        QVERIFY2(rows.contains("Blank"), rows);
        QVERIFY2(!rows.contains("Double"), rows);
    }

    void whatIsToldOfTheFileIsDone_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("expected");

        const QByteArray unnamed = "A;B\n79990000001;Анна\n79990000005;Vera\n";
        QTest::newRow("as it is") << QByteArray() << twoClients << u"rows 2, new 1, changed 1"_qs;
        QTest::newRow("skip") << QByteArray("?mode=skip") << twoClients << u"rows 2, new 1, unchanged 1"_qs;
        QTest::newRow("replace") << QByteArray("?mode=replace") << twoClients << u"rows 2, new 1, changed 1"_qs;
        QTest::newRow("columns by name") << QByteArray("?map.phone=A&map.name=B") << unnamed
                                         << u"rows 2, new 1, changed 1"_qs;
        QTest::newRow("columns by number")
            << QByteArray("?map.phone=1&map.ignore=2") << unnamed << u"rows 2, new 1, unchanged 1"_qs;
        QTest::newRow("columns of another script")
            << QByteArray("?map.phone=%D0%A2%D0%B5%D0%BB") << QByteArray("Тел;x\n79990000005;1\n") << u"rows 1, new 1"_qs;
    }
    void whatIsToldOfTheFileIsDone()
    {
        QFETCH(const QByteArray, query);
        QFETCH(const QByteArray, file);
        QFETCH(const QString, expected);
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        QCOMPARE(outcome(owner.post("/api/v1/clients", json("{'phone':'79990000001','tag':'old'}"))), u"201"_qs);

        const auto accepted = owner.post("/api/v1/imports" + query, file);

        QCOMPARE(outcome(accepted), u"202"_qs);
        QCOMPARE(counts(ended(owner, placeOf(accepted))), expected);
    }

    void everyClientOfTheFileGetsTheTags()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);

        ended(owner, placeOf(owner.post("/api/v1/imports?tag=autumn&tag=%D0%AE%D0%B3", twoClients)));

        QCOMPARE(field(owner.get("/api/v1/clients?tag=autumn&count=true"), "count"), QJsonValue(2));
        QCOMPARE(field(owner.get("/api/v1/clients?tag=%D0%AE%D0%B3&count=true"), "count"), QJsonValue(2));
        QCOMPARE(field(owner.get("/api/v1/clients?tag=vip&count=true"), "count"), QJsonValue(1));
    }

    void aTrialRunWritesNothing()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const QByteArray place = placeOf(owner.post("/api/v1/imports?dry_run=true", twoClients));

        const QJsonObject import = ended(owner, place);

        QCOMPARE(counts(import), u"rows 2, new 2"_qs);
        QCOMPARE(import.value(u"dry_run"), QJsonValue(true));
        QCOMPARE(clients(owner), 0);
        QCOMPARE(outcome(owner.post(place + "/undo")), u"409 import.nothing"_qs);
    }

    void whatCanBeToldBeforeTheFirstRowIsRefusedAtOnce_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("expected");

        QTest::newRow("empty") << QByteArray() << QByteArray() << u"422 csv.empty"_qs;
        QTest::newRow("blank") << QByteArray() << QByteArray("\n\n") << u"422 csv.empty"_qs;
        QTest::newRow("no phones") << QByteArray() << QByteArray("name;city\nAnna;Tomsk\n") << u"422 input.invalid: map"_qs;
        QTest::newRow("no such column") << QByteArray("?map.phone=Telephone") << twoClients << u"422 input.invalid: map"_qs;
        QTest::newRow("no such field") << QByteArray("?map.1=name") << twoClients << u"422 input.invalid: map"_qs;
        QTest::newRow("tag") << "?tag=" + QByteArray(65, 'x') << twoClients << u"422 input.invalid: tags"_qs;
        QTest::newRow("workbook") << QByteArray() << QByteArray("PK\x03\x04") + QByteArray(100, '\0')
                                  << u"422 csv.spreadsheet"_qs;
        QTest::newRow("picture") << QByteArray() << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + QByteArray(100, '\0')
                                 << u"422 csv.binary"_qs;
        QTest::newRow("parameters") << QByteArray("?mode=merge&dry_run=1&colour=red") << twoClients
                                    << u"400 request.parameter: mode, dry_run, colour"_qs;
        QTest::newRow("NUL in a parameter")
            << QByteArray("?map.phone=%00") << twoClients << u"400 request.parameter: map.phone"_qs;
    }
    void whatCanBeToldBeforeTheFirstRowIsRefusedAtOnce()
    {
        QFETCH(const QByteArray, query);
        QFETCH(const QByteArray, file);
        QFETCH(const QString, expected);
        RestFixture rest;
        const Caller owner(rest, rest.owner);

        const auto refused = owner.post("/api/v1/imports" + query, file);

        QCOMPARE(outcome(refused), expected);
        QVERIFY2(!refused.body.contains(QDir::tempPath().toUtf8()),
                 refused.body); // where files lie here is nobody's business
        QCOMPARE(clients(owner), 0);
    }

    void onlyCsvIsTaken()
    {
        RestFixture rest;

        QCOMPARE(outcome(rest.call("POST", "/api/v1/imports", "{}", rest.owner.token, "application/json")),
                 u"415 request.media_type"_qs);
    }

    void whatEndsAnImportLaterIsToldByIt()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        QFile file(QStringLiteral(HELIOGRAPH_TEST_DATA "/clients/unclosed-quote.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));

        const QJsonObject import = ended(owner, placeOf(owner.post("/api/v1/imports", file.readAll())));

        QCOMPARE(import.value(u"state").toString(), u"failed"_qs);
        QCOMPARE(import.value(u"problem").toObject().value(u"type").toString(), u"urn:heliograph:csv.unclosed_quote"_qs);
        QCOMPARE(import.value(u"new").toInt(), 40);
        QCOMPARE(clients(owner), 40);
    }

    void anImportIsTakenBackOnce()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const QByteArray place = placeOf(owner.post("/api/v1/imports", twoClients));
        QCOMPARE(counts(ended(owner, place)), u"rows 2, new 2"_qs);

        const auto undone = owner.post(place + "/undo");

        QCOMPARE(outcome(undone), u"200"_qs);
        QCOMPARE(field(undone, "undone"), QJsonValue(true));
        QCOMPARE(field(owner.get(place), "undone"), QJsonValue(true));
        QCOMPARE(clients(owner), 0);
        QCOMPARE(outcome(owner.post(place + "/undo")), u"409 import.nothing"_qs);
        QCOMPARE(outcome(owner.post(place + "/cancel")), u"409 import.over"_qs);
    }

    void whatWasEditedSinceIsNotTakenBack()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const QByteArray place = placeOf(owner.post("/api/v1/imports", twoClients));
        QCOMPARE(ended(owner, place).value(u"state").toString(), u"finished"_qs);
        rest.clock.advance(std::chrono::seconds{1});
        const qint64 client = tests::idsOf(owner.get("/api/v1/clients?phone=79990000001")).value(0);
        QCOMPARE(outcome(owner.patch("/api/v1/clients/" + QByteArray::number(client), json("{'tags':['new']}"))), u"200"_qs);

        QCOMPARE(outcome(owner.post(place + "/undo")), u"409 import.edited"_qs);
        QCOMPARE(clients(owner), 2);
    }

    void whatRunsCanOnlyBeCancelled()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        QCOMPARE(clients(owner), 0); // is known by its token from now on, and needs no write for that
        QByteArray place;
        {
            const HeldWriter held(rest);
            place = placeOf(owner.post("/api/v1/imports", twoClients));
            QCOMPARE(field(owner.get(place), "state"), QJsonValue(u"running"_qs));
            QCOMPARE(field(owner.get(place), "finished_at"), QJsonValue(QJsonValue::Null));
            QCOMPARE(outcome(owner.get(place + "/rejects")), u"409 import.running"_qs);
            QCOMPARE(outcome(owner.post(place + "/undo")), u"409 import.running"_qs);
            QCOMPARE(outcome(owner.post(place + "/cancel")), u"200"_qs);
        }
        QCOMPARE(ended(owner, place).value(u"state").toString(), u"cancelled"_qs);
        QCOMPARE(clients(owner), 0);
        QCOMPARE(outcome(owner.get(place + "/rejects")), u"200"_qs);
    }

    void twoRunAtATime()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        QCOMPARE(clients(owner), 0);
        QByteArrayList places;
        {
            const HeldWriter held(rest);
            for (int i = 0; i < core::rest::ImportJobs::mostRunning; ++i)
                places << placeOf(owner.post("/api/v1/imports", "phone\n7999000000" + QByteArray::number(i) + '\n'));
            QCOMPARE(outcome(owner.post("/api/v1/imports", twoClients)), u"429 import.busy"_qs);
        }
        for (const QByteArray &place : std::as_const(places))
            QCOMPARE(counts(ended(owner, place)), u"rows 1, new 1"_qs);
        QCOMPARE(outcome(owner.post("/api/v1/imports", twoClients)), u"202"_qs);
    }

    void theLastOnesAreKept()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        QByteArrayList places;
        for (int i = 0; i <= core::rest::ImportJobs::mostKept; ++i) {
            places << placeOf(owner.post("/api/v1/imports?dry_run=true", twoClients));
            QCOMPARE(ended(owner, places.last()).value(u"state").toString(), u"finished"_qs);
        }

        QCOMPARE(QSet<QByteArray>(places.begin(), places.end()).size(), core::rest::ImportJobs::mostKept + 1);
        QCOMPARE(outcome(owner.get(places[0])), u"404 import.unknown"_qs);
        QCOMPARE(outcome(owner.get(places[1])), u"200"_qs);
        QCOMPARE(outcome(owner.get(places.last())), u"200"_qs);
    }

    void whatIsNotThereIsNotFound()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);

        for (const char *part : {"", "/rejects"})
            QCOMPARE(outcome(admin.get(QByteArray("/api/v1/imports/7") + part)), u"404 import.unknown"_qs);
        for (const char *action : {"/cancel", "/undo"})
            QCOMPARE(outcome(admin.post(QByteArray("/api/v1/imports/7") + action)), u"404 import.unknown"_qs);
    }

    void whereClientsAreKeptToTheirOwnersAnOperatorMayOnlySkip()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const Caller admin(rest, rest.admin);
        QCOMPARE(outcome(admin.patch("/api/v1/settings", json("{'clients_editable_by':'owner'}"))), u"200"_qs);

        QCOMPARE(outcome(owner.post("/api/v1/imports", twoClients)), u"403 import.skip_only"_qs);
        QCOMPARE(outcome(owner.post("/api/v1/imports?mode=skip", twoClients)), u"202"_qs);
        QCOMPARE(outcome(admin.post("/api/v1/imports", twoClients)), u"202"_qs);
    }
};

QTEST_GUILESS_MAIN(ImportRoutesTest)
#include "importroutestest.moc"
