// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/services/importfixture.h"
#include "tests/support/errorline.h"
#include "tests/support/logcapture.h"

#include <QtTest>

using core::interfaces::ImportMode;
using core::services::ImportRequest;
using tests::admin;
using tests::anOperator;
using tests::errorLine;
using tests::ImportFixture;
using tests::manyPhones;
using tests::phoneNumber;
using tests::request;
using tests::summary;

class ImportServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsAFile()
    {
        ImportFixture f;
        const auto report = f.run(f.file(u"Телефон;Имя;Метка;tz\n"
                                         "8 (999) 000-00-01;Анна;vip|долг;Asia/Omsk\n"
                                         "12;;;\n"
                                         "79990000002.0;Пётр;;\n"
                                         "+79990000001;Анна;;\n"_qs));
        QCOMPARE(summary(report), u"new 2, changed 0, unchanged 0, double 1, rejected 3 phone:too_short"_qs);
        QVERIFY(report->import.isValid());
        const auto anna = f.client(1);
        QVERIFY(anna);
        QCOMPARE(anna->tags, (QStringList{u"vip"_qs, u"долг"_qs}));
        QCOMPARE(anna->timezone, u"Asia/Omsk"_qs);
        QCOMPARE(anna->attributes.value(u"name"_qs), u"Анна"_qs);
        QCOMPARE(anna->owner, admin().user);
        QCOMPARE(anna->createdAt, f.clock.now());
        QCOMPARE(f.workspace.data.events.last().action, u"clients.import"_qs);
    }

    void theLogHasNoPhoneFromTheNameOfAFile()
    {
        ImportFixture f;
        const tests::LogCapture log;
        QVERIFY(f.run(f.file(u"phone\n79990000001\n"_qs, u"from 79990000002.csv"_qs)));
        const QString lines = log.lines().join(u'\n');
        QVERIFY2(lines.contains(uR"(file="from 7999***0002.csv")"_qs), qPrintable(lines));
        QVERIFY2(lines.contains(u"action=clients.import actor=local@localhost"_qs), qPrintable(lines));
    }

    void importsTheClientFiles()
    {
        ImportFixture f;
        const QString folder = QStringLiteral(HELIOGRAPH_TEST_DATA "/clients/");
        QCOMPARE(f.run(folder + u"excel-cp1251-semicolon.csv"_qs)->counts.added, 180);
        QCOMPARE(f.run(folder + u"title-utf8-bom-comma.csv"_qs)->counts.doubles, 4);
        const auto again = f.run(folder + u"excel-cp1251-semicolon.csv"_qs);
        QCOMPARE(again->counts.added, 0);
        QCOMPARE(again->counts.unchanged, 180);
        QCOMPARE(again->counts.totalRejected(), 12);
    }

    void tellsTheRowsBeforeAnUnclosedQuoteTogetherWithTheError()
    {
        ImportFixture f;
        const auto report = f.run(QStringLiteral(HELIOGRAPH_TEST_DATA "/clients/unclosed-quote.csv"));
        QCOMPARE(summary(report), u"new 40, changed 0, unchanged 0, double 0, stopped by csv.unclosed_quote"_qs);
        QCOMPARE(report->stoppedBy->args.value(0), u"42"_qs);
        QCOMPARE(f.workspace.data.clients.size(), 40);
    }

    void aDryRunCountsAndWritesNothing()
    {
        ImportFixture f;
        QVERIFY(f.run(f.file(u"phone;name\n79990000001;A\n79990000002;B\n"_qs)));
        const int writes = f.workspace.executor.writes();
        ImportRequest dry = request(f.file(u"phone;name\n79990000001;A\n79990000002;C\n79990000003;D\n;E\n"_qs));
        dry.dryRun = true;
        const auto report = f.run(dry);
        QCOMPARE(summary(report), u"new 1, changed 1, unchanged 1, double 0, rejected 5 phone:empty"_qs);
        QVERIFY(!report->import.isValid());
        QCOMPARE(f.workspace.executor.writes(), writes);
        QVERIFY(!f.client(3));
    }

    void treatsExistingClientsByTheMode_data()
    {
        QTest::addColumn<ImportMode>("mode");
        QTest::addColumn<QString>("counts");
        QTest::addColumn<QString>("city"); // had Omsk, the file says nothing
        QTest::addColumn<QString>("name"); // had A, the file says B
        QTest::newRow("update") << ImportMode::Update << u"new 0, changed 1, unchanged 0, double 0"_qs << u"Omsk"_qs
                                << u"B"_qs;
        QTest::newRow("skip") << ImportMode::Skip << u"new 0, changed 0, unchanged 1, double 0"_qs << u"Omsk"_qs << u"A"_qs;
        QTest::newRow("replace") << ImportMode::Replace << u"new 0, changed 1, unchanged 0, double 0"_qs << QString()
                                 << u"B"_qs;
    }
    void treatsExistingClientsByTheMode()
    {
        QFETCH(const ImportMode, mode);
        QFETCH(const QString, counts);
        ImportFixture f;
        QVERIFY(f.run(f.file(u"phone;name;city\n79990000001;A;Omsk\n"_qs)));
        ImportRequest second = request(f.file(u"phone;name;city\n79990000001;B;\n"_qs));
        second.mode = mode;
        QCOMPARE(summary(f.run(second)), counts);
        QTEST(f.client(1)->attributes.value(u"city"_qs), "city");
        QTEST(f.client(1)->attributes.value(u"name"_qs), "name");
    }

    void neverWeakensOptOutAndConsent()
    {
        ImportFixture f;
        QVERIFY(f.run(f.file(u"phone;opted_out;consent\n79990000001;2026-01-01T00:00:00Z;letter\n"_qs)));
        for (const ImportMode mode : {ImportMode::Update, ImportMode::Replace}) {
            ImportRequest weaker = request(f.file(u"phone;opted_out;consent\n79990000001;нет;--\n"_qs));
            weaker.mode = mode;
            QVERIFY(f.run(weaker));
            QCOMPARE(f.client(1)->optedOutAt, std::optional(tests::at("2026-01-01T00:00:00Z")));
            QCOMPARE(f.client(1)->consent, std::optional(u"letter"_qs));
        }
    }

    void givesEveryoneTheExtraTagAndTheZone()
    {
        ImportFixture f;
        ImportRequest with = request(f.file(u"phone;tags;tz\n79990000001;vip;\n79990000002;;Asia/Omsk\n"_qs));
        with.extraTags = {u" ноябрь "_qs};
        with.defaultTimezone = u"Asia/Tokyo"_qs;
        QVERIFY(f.run(with));
        QCOMPARE(f.client(1)->tags, (QStringList{u"vip"_qs, u"ноябрь"_qs}));
        QCOMPARE(f.client(2)->tags, QStringList{u"ноябрь"_qs});
        QCOMPARE(f.client(1)->timezone, u"Asia/Tokyo"_qs);
        QCOMPARE(f.client(2)->timezone, u"Asia/Omsk"_qs);
    }

    void refusesARowWhoseTagsLeaveNoRoomForTheExtraOne()
    {
        ImportFixture f;
        QStringList tags;
        for (int i = 0; i < 32; ++i)
            tags.append(u"t"_qs + QString::number(i));
        ImportRequest with = request(f.file(u"phone;tags\n79990000001;"_qs + tags.join(u'|') + u"\n79990000002;a\n"_qs));
        with.extraTags = {u"extra"_qs};
        QCOMPARE(summary(f.run(with)), u"new 1, changed 0, unchanged 0, double 0, rejected 2 tags"_qs);
        with.extraTags = {u"T5"_qs};
        QCOMPARE(summary(f.run(with)), u"new 1, changed 1, unchanged 0, double 0"_qs);
    }

    void readsDatesInTheWorkspacesZone()
    {
        ImportFixture f;
        QVERIFY(f.workspace.settings.set(u"zone"_qs, u"Asia/Omsk"_qs));
        QVERIFY(f.run(f.file(u"phone;opted out\n79990000001;2026-03-01\n"_qs)));
        QCOMPARE(f.client(1)->optedOutAt, std::optional(tests::at("2026-02-28T18:00:00Z")));
        QCOMPARE(f.client(1)->timezone, u"Asia/Omsk"_qs);
    }

    void writesRejectedRowsToBeMendedAndImported()
    {
        ImportFixture f;
        ImportRequest first =
            request(f.file(u"Клиенты\nphone,name\n79990000001,A\n12,\"B, b\"\n+9 912 345 67 89,C,extra\n"_qs));
        first.rejectsPath = f.path(u"rejects.csv"_qs);
        QCOMPARE(f.run(first)->counts.totalRejected(), 2);
        const QByteArray rejects = f.content(u"rejects.csv"_qs);
        QCOMPARE(rejects, QByteArray("\xEF\xBB\xBFphone,name,line,reason\r\n12,\"B, b\",4,phone:too_short\r\n"
                                     "'+9 912 345 67 89,C,5,phone:country\r\n"));

        QString mended = QString::fromUtf8(rejects);
        mended.replace(u"12,\"B"_qs, u"79990000002,\"B"_qs).replace(u"'+9 912 345 67 89"_qs, u"79990000003"_qs);
        QCOMPARE(summary(f.run(f.file(mended))), u"new 2, changed 0, unchanged 0, double 0"_qs);
        QCOMPARE(f.client(2)->attributes, (core::domain::Attributes{{u"name"_qs, u"B, b"_qs}}));
    }

    void doesNotWriteRejectedRowsIntoTheImportedFile()
    {
        ImportFixture f;
        ImportRequest onto = request(f.file(u"phone\n12\n"_qs));
        onto.rejectsPath = onto.path;
        QCOMPARE(errorLine(f.run(onto).error()), u"rejects rejects:same_file "_qs + onto.path);
        QCOMPARE(f.content(u"clients.csv"_qs), QByteArray("phone\n12\n"));
        onto.rejectsPath = u"/nonexistent/rejects.csv"_qs;
        QCOMPARE(summary(f.run(onto)), u"file.unwritable"_qs);
        QVERIFY(f.workspace.data.imports.isEmpty());
    }

    void remembersTheMappingPerSetOfHeaders()
    {
        ImportFixture f;
        ImportRequest mapped = request(f.file(u"phone;Балл\n79990000001;vip\n"_qs));
        mapped.mapping = f.imports.previewNow(mapped)->mapping;
        QVERIFY(mapped.mapping->assign(u"tags=Балл"_qs, {u"phone"_qs, u"Балл"_qs}));
        QVERIFY(!f.run(mapped)->mappingRecalled);
        const auto preview = f.imports.previewNow(request(f.file(u"Балл;phone\nx;79990000002\n"_qs)));
        QCOMPARE(core::csv::toText(preview->mapping.columns().value(0)), u"tags"_qs);
        const auto other = f.imports.previewNow(request(f.file(u"Балл;phone;name\nx;79990000002;y\n"_qs)));
        QCOMPARE(core::csv::toText(other->mapping.columns().value(0)), u"attribute:балл"_qs);
    }

    void forgetsAMappingThatNoRowWasUnderstoodWith()
    {
        ImportFixture f;
        ImportRequest mapped = request(f.file(u"phone;Балл\n79990000001;vip\n"_qs));
        mapped.mapping = f.imports.previewNow(mapped)->mapping;
        QVERIFY(mapped.mapping->assign(u"phone=Балл"_qs, {u"phone"_qs, u"Балл"_qs}));

        QCOMPARE(f.run(mapped)->counts.totalRejected(), 1);

        const ImportRequest plain = request(f.file(u"phone;Балл\n79990000001;vip\n"_qs));
        const auto report = f.run(plain);
        QVERIFY(!report->mappingRecalled);
        QCOMPARE(report->counts.added, 1);
        QVERIFY(f.run(plain)->mappingRecalled);
    }

    void forgetsWhatWasAssignedOnTheCommandLine()
    {
        ImportFixture f;
        ImportRequest mapped = request(f.file(u"phone;Балл\n79990000001;vip\n"_qs));
        mapped.assignments = {u"tags=Балл"_qs};
        QVERIFY(f.run(mapped));

        QVERIFY(!f.run(request(mapped.path))->mappingRecalled);
    }

    void previewShowsRowsAndVerdicts()
    {
        ImportFixture f;
        const auto preview = f.imports.previewNow(
            request(f.file(u"phone;tz\n79990000001;\n7,91E+10;\n79990000003;MSK\n8 999 000-00-01;\n"_qs)));
        QVERIFY(preview);
        QCOMPARE(preview->header, (QStringList{u"phone"_qs, u"tz"_qs}));
        QCOMPARE(preview->rows.size(), 4);
        QVERIFY(!preview->rows[0].rejected && preview->rows[0].doubleOf == 0);
        QCOMPARE(preview->rows[1].rejected, std::optional(core::csv::RejectReason::PhoneLostDigits));
        QCOMPARE(preview->rows[1].column, 0);
        QCOMPARE(preview->rows[2].rejected, std::optional(core::csv::RejectReason::Timezone));
        QCOMPARE(preview->rows[2].column, 1);
        QCOMPARE(preview->rows[3].doubleOf, 2);
        QCOMPARE(preview->rows[3].cells.value(0), u"8 999 000-00-01"_qs);
    }

    void previewStopsAfter200RowsAndFollowsTheOperator()
    {
        ImportFixture f;
        ImportRequest chosen = request(f.file(manyPhones(300)));
        QCOMPARE(f.imports.previewNow(chosen)->rows.size(), 200);
        chosen.format.headerLine = 0;
        QCOMPARE(f.imports.previewNow(chosen)->rows.front().cells, QStringList{u"phone"_qs});
        const auto broken = f.imports.previewNow(request(f.file(u"phone;name\n79990000001;\"x\n"_qs)));
        QCOMPARE(broken->stoppedBy->code, u"csv.unclosed_quote"_qs);
    }

    void stopsWhenAskedAndKeepsWhatIsIn()
    {
        ImportFixture f;
        f.workspace.executor.setAwaited(true);
        std::stop_source stop;
        connect(&f.workspace.feed, &core::interfaces::ChangeFeed::changed, this, [&] {
            if (f.workspace.data.clients.size() >= 400)
                stop.request_stop();
        });
        const auto report = f.imports.runNow(admin(), request(f.file(manyPhones(2000))), {}, stop.get_token());
        QVERIFY(report->cancelled);
        QVERIFY(report->counts.added >= 400 && report->counts.added < 2000);
        QCOMPARE(f.workspace.data.clients.size(), report->counts.added);

        const auto undone = f.imports.undo(admin(), report->import).result();
        QCOMPARE(*undone, report->counts.added);
        QVERIFY(f.workspace.data.clients.isEmpty());
    }

    void takesAnImportBack()
    {
        ImportFixture f;
        QVERIFY(f.run(f.file(u"phone;name\n79990000001;A\n"_qs)));
        const auto before = f.client(1);
        const auto report = f.run(f.file(u"phone;name\n79990000001;B\n"_qs + manyPhones(1500).mid(6)));
        QCOMPARE(summary(report), u"new 1499, changed 1, unchanged 0, double 1"_qs);
        QCOMPARE(*f.imports.undo(admin(), report->import).result(), 1500);
        QCOMPARE(f.workspace.data.clients.size(), 1);
        QCOMPARE(f.client(1)->attributes, before->attributes);
        QCOMPARE(f.workspace.data.events.last().action, u"clients.import_undo"_qs);
    }

    void doesNotTakeBackWhatSomebodyEdited()
    {
        ImportFixture f;
        const auto report = f.run(f.file(u"phone;name\n79990000001;A\n79990000002;B\n"_qs));
        auto edited = *f.client(2);
        edited.attributes.insert(u"name"_qs, u"by hand"_qs);
        QVERIFY(f.workspace.clients.update(edited));
        QCOMPARE(errorLine(f.imports.undo(admin(), report->import).result().error()), u"Conflict import.edited 1"_qs);
        QVERIFY(f.client(1));
    }

    void tellsWhatIsInWhenTheDatabaseFails()
    {
        ImportFixture f;
        f.workspace.executor.setAwaited(true);
        const core::Error full = core::Error::make(core::ErrorKind::Unavailable, "database.full");
        connect(&f.workspace.feed, &core::interfaces::ChangeFeed::changed, this, [&] {
            if (f.workspace.data.clients.size() >= 400)
                f.workspace.executor.failWrites(full);
        });
        const auto report = f.run(f.file(manyPhones(5000)));
        QVERIFY(report);
        QCOMPARE(report->stoppedBy, std::optional(full));
        QCOMPARE(f.workspace.data.clients.size(), report->counts.added);
        QVERIFY(report->counts.added >= 400 && report->counts.added < 5000);
    }

    void failsBeforeTheFirstRowIfTheDatabaseDoes()
    {
        ImportFixture f;
        f.workspace.executor.failWrites(core::Error::make(core::ErrorKind::Unavailable, "database.full"));
        QCOMPARE(summary(f.run(f.file(manyPhones(3)))), u"database.full"_qs);
        f.workspace.executor.failReads(core::Error::make(core::ErrorKind::Unavailable, "database.lost"));
        QCOMPARE(summary(f.run(f.file(manyPhones(3)))), u"database.lost"_qs);
    }

    void worksOnAThreadOfThePool()
    {
        ImportFixture f;
        const QString path = f.file(manyPhones(500));
        auto preview = f.imports.preview(request(path));
        QTRY_VERIFY(preview.isFinished());
        QCOMPARE(preview.result()->rows.size(), 200);
        auto report = f.imports.run(admin(), request(path));
        QTRY_VERIFY(report.isFinished());
        QCOMPARE(summary(report.result()), u"new 500, changed 0, unchanged 0, double 0"_qs);
    }

    void asksTheRightsOfTheActor()
    {
        ImportFixture f;
        const ImportRequest plain = request(f.file(manyPhones(1)));
        QCOMPARE(f.imports.runNow(tests::viewer(), plain).error().code, u"access.role"_qs);
        QCOMPARE(f.imports.undo(tests::viewer(), core::ImportId{1}).result().error().code, u"access.role"_qs);
        QVERIFY(f.imports.runNow(anOperator(), plain));

        QVERIFY(f.workspace.settings.set(u"clients_editable_by"_qs, u"owner"_qs));
        QCOMPARE(f.imports.runNow(anOperator(), plain).error().code, u"import.skip_only"_qs);
        ImportRequest skipping = plain;
        skipping.mode = ImportMode::Skip;
        QCOMPARE(summary(f.imports.runNow(anOperator(), skipping)), u"new 0, changed 0, unchanged 1, double 0"_qs);
        QVERIFY(f.imports.runNow(admin(), plain));
    }

    void ownersOnlyLetsOthersTakeNoImportBack()
    {
        ImportFixture f;
        const auto own = f.imports.runNow(anOperator(2), request(f.file(manyPhones(2))));
        QVERIFY(own);
        QVERIFY(f.workspace.settings.set(u"clients_editable_by"_qs, u"owner"_qs));

        QCOMPARE(errorLine(f.imports.undo(anOperator(3), own->import).result().error()),
                 u"PermissionDenied access.role clients.edit_others"_qs);
        QCOMPARE(f.imports.undo(anOperator(3), core::ImportId{987}).result().error().code, u"import.unknown"_qs);
        QCOMPARE(f.workspace.data.clients.size(), 2);
        QCOMPARE(*f.imports.undo(anOperator(2), own->import).result(), 2);
        QVERIFY(f.workspace.data.clients.isEmpty());
    }

    void refusesARequestThatCannotBeMeant()
    {
        ImportFixture f;
        ImportRequest bad = request(f.file(u"name;city\nA;B\n"_qs));
        QCOMPARE(errorLine(f.run(bad).error()), u"map map:phone"_qs);
        bad.assignments = {u"phone=Телефон"_qs};
        QCOMPARE(errorLine(f.run(bad).error()), u"map map:column Телефон"_qs);
        bad.assignments = {u"phone=1"_qs};
        bad.defaultTimezone = u"MSK"_qs;
        QCOMPARE(errorLine(f.run(bad).error()), u"timezone timezone MSK"_qs);
        QCOMPARE(summary(f.run(u"/nonexistent/clients.csv"_qs)), u"csv.unreadable"_qs);
    }
};

QTEST_GUILESS_MAIN(ImportServiceTest)
#include "importservicetest.moc"
