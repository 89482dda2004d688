// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/mailingrepository.h"
#include "core/storage/workspace.h"
#include "tests/app/commandrunner.h"

using app::ExitCode;
using tests::CommandOutcome;
using tests::CommandRunner;

class MailingCommandsTest : public QObject
{
    Q_OBJECT

private:
    /** A workspace with a gateway and two clients. */
    struct Fixture : CommandRunner
    {
        Fixture()
        {
            object(u"setting set zone Europe/Moscow"_qs);
            object(u"gateway add main --kind http-json --url http://127.0.0.1:9/"_qs);
            object(u"client add 79990000001 --tag vip --attribute name=Anna"_qs);
            object(u"client add 79000000002"_qs);
        }

        QString create(const QString &options) const { return run(u"mailing create "_qs + options).out.trimmed(); }
    };

private Q_SLOTS:
    void createPrintsTheNumber()
    {
        const Fixture f;

        const CommandOutcome created = f.run(u"mailing create --text 'Sale on Friday'"_qs);

        QCOMPARE(created.code, ExitCode::Done);
        QVERIFY(created.out.trimmed().toLongLong() > 0);
        const QJsonObject shown = f.object(u"mailing show "_qs + created.out.trimmed());
        QCOMPARE(shown.value(u"state"_qs).toString(), u"scheduled"_qs);
        QCOMPARE(shown.value(u"name"_qs).toString(), u"Sale on Friday"_qs);
        QCOMPARE(shown.value(u"statistics"_qs).toObject().value(u"by_status"_qs).toObject().size(), 10);
    }

    void everyOptionIsHeard()
    {
        const Fixture f;

        const QJsonObject created = f.object(
            u"mailing create --text Hello --name Spring --code 999 --code 900 --tag vip --tag new --exclude-tag old "
            u"--all-tags "
            "--start 2099-01-01T12:00 --end 2099-01-01T20:00+05:00 --window 09:00-18:00 --weekdays 1-5 --repeat weekly "
            "--repeat-until 2099-06-01T00:00Z --rate 2.5 --priority high --gateway main --live --draft"_qs);

        QCOMPARE(created.value(u"state"_qs).toString(), u"draft"_qs);
        QCOMPARE(created.value(u"name"_qs).toString(), u"Spring"_qs);
        const QJsonObject filter = created.value(u"filter"_qs).toObject();
        QCOMPARE(filter.value(u"operator_codes"_qs).toArray(), (QJsonArray{u"999"_qs, u"900"_qs}));
        QCOMPARE(filter.value(u"tags"_qs).toArray(), (QJsonArray{u"vip"_qs, u"new"_qs}));
        QCOMPARE(filter.value(u"excluded_tags"_qs).toArray(), QJsonArray{u"old"_qs});
        QCOMPARE(filter.value(u"tags_mode"_qs).toString(), u"all"_qs);
        QCOMPARE(created.value(u"start_at"_qs).toString(), u"2099-01-01T09:00:00Z"_qs); // Moscow
        QCOMPARE(created.value(u"end_at"_qs).toString(), u"2099-01-01T15:00:00Z"_qs);
        const QJsonObject window = created.value(u"window"_qs).toObject();
        QCOMPARE(window.value(u"from"_qs).toString(), u"09:00"_qs);
        QCOMPARE(window.value(u"weekdays"_qs).toArray(), (QJsonArray{1, 2, 3, 4, 5}));
        QCOMPARE(created.value(u"repeat"_qs).toString(), u"weekly"_qs);
        QCOMPARE(created.value(u"repeat_until"_qs).toString(), u"2099-06-01T00:00:00Z"_qs);
        QCOMPARE(created.value(u"rate_limit"_qs).toDouble(), 2.5);
        QCOMPARE(created.value(u"priority"_qs).toString(), u"high"_qs);
        QCOMPARE(created.value(u"audience_mode"_qs).toString(), u"live"_qs);
        QVERIFY(created.value(u"gateway"_qs).toInt() > 0);
    }

    void showTellsPeopleWhatMattersOfIt_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("line");

        QTest::newRow("everybody") << QString() << u"audience  everybody"_qs;
        QTest::newRow("codes") << u"--code 999 --code 900"_qs << u"audience  operator code 999, 900"_qs;
        QTest::newRow("any tag") << u"--tag vip --tag a"_qs << u"audience  any of the tags vip, a"_qs;
        QTest::newRow("all tags") << u"--tag vip --tag a --all-tags"_qs << u"audience  all of the tags vip, a"_qs;
        QTest::newRow("excluded") << u"--code 999 --exclude-tag a"_qs
                                  << u"audience  operator code 999; without the tags a"_qs;
        QTest::newRow("gateway") << u"--gateway main"_qs << u"gateway   main"_qs;
        QTest::newRow("no gateway yet") << u"--draft"_qs << u"gateway"_qs;
        QTest::newRow("any hour") << QString() << u"window    any hour"_qs;
        QTest::newRow("hours and days") << u"--window 09:00-18:00 --weekdays 6-1"_qs << u"window    09:00-18:00 1,6,7"_qs;
        QTest::newRow("days") << u"--weekdays 1,2"_qs << u"window    1,2"_qs;
        QTest::newRow("no repetition") << QString() << u"repeat    none"_qs;
        QTest::newRow("no end of it") << u"--repeat weekly"_qs << u"repeat    weekly"_qs;
    }

    void showTellsPeopleWhatMattersOfIt()
    {
        QFETCH(QString, options);
        QFETCH(QString, line);
        const Fixture f;

        const QString shown = f.run(u"mailing show "_qs + f.create(u"--text Hello "_qs + options)).out;

        QVERIFY2(shown.split(u'\n').contains(line), qPrintable(shown));
    }

    void setChangesWhatIsNamedOnly()
    {
        const Fixture f;
        const QString id = f.create(u"--text Hello --window 09:00-18:00 --rate 5 --tag vip"_qs);

        const QJsonObject set = f.object(u"mailing set %1 --weekdays 6,7 --rate none --text Bye"_qs.arg(id));

        QCOMPARE(set.value(u"text"_qs).toString(), u"Bye"_qs);
        QVERIFY(set.value(u"rate_limit"_qs).isNull());
        QCOMPARE(set.value(u"window"_qs).toObject().value(u"from"_qs).toString(), u"09:00"_qs);
        QCOMPARE(set.value(u"window"_qs).toObject().value(u"weekdays"_qs).toArray(), (QJsonArray{6, 7}));
        QCOMPARE(set.value(u"filter"_qs).toObject().value(u"tags"_qs).toArray(), QJsonArray{u"vip"_qs});
        QVERIFY(f.object(u"mailing set %1 --window none"_qs.arg(id)).value(u"window"_qs).isNull());
    }

    void actionsLeadThroughTheStates()
    {
        const Fixture f;
        const QString id = f.create(u"--text Hello --draft"_qs);
        const auto state = [&f, &id](const QString &action) {
            return f.object(u"mailing %1 %2"_qs.arg(action, id)).value(u"state"_qs).toString();
        };

        QCOMPARE(state(u"start"_qs), u"scheduled"_qs);
        QCOMPARE(state(u"pause"_qs), u"paused"_qs);
        QCOMPARE(state(u"resume"_qs), u"scheduled"_qs);
        QCOMPARE(state(u"cancel"_qs), u"cancelled"_qs);
        QCOMPARE(f.run(u"mailing pause "_qs + id).code, ExitCode::Failed);
        QCOMPARE(state(u"delete"_qs), u"cancelled"_qs);
        QVERIFY(f.run(u"--json mailing list"_qs).array().isEmpty());
    }

    void startTakesATimeOfTheWorkspacesZone()
    {
        const Fixture f;
        const QString id = f.create(u"--text Hello --draft --end 2099-12-31T00:00"_qs);

        const QJsonObject started = f.object(u"mailing start %1 --at 2099-01-01T12:00"_qs.arg(id));

        QCOMPARE(started.value(u"start_at"_qs).toString(), u"2099-01-01T09:00:00Z"_qs);
    }

    void aRefusalNamesFieldAndReason()
    {
        const Fixture f;

        const CommandOutcome missing = f.run(u"mailing create --text 'Hello {name}'"_qs);
        QCOMPARE(missing.code, ExitCode::Failed);
        QVERIFY2(missing.err.startsWith(u"--text: 1 clients"_qs), qPrintable(missing.err));

        QVERIFY2(missing.err.contains(u"\n--allow-missing-fields: although some clients lack"_qs), qPrintable(missing.err));

        QCOMPARE(f.run(u"mailing create --text 'Hello {name}' --allow-missing-fields"_qs).code, ExitCode::Done);
        const CommandOutcome twin = f.run(u"--json mailing create --text 'Hello {name}' --allow-missing-fields"_qs);
        QCOMPARE(twin.problem().value(u"status"_qs).toInt(), 409);
        QVERIFY(!twin.err.contains(u"--allow"_qs)); // machines know the fields of REST
        const QString said = f.run(u"mailing create --text 'Hello {name}' --allow-missing-fields"_qs).err;
        QVERIFY2(said.contains(u"\n--allow-duplicate: although the same is sent"_qs), qPrintable(said));
        QCOMPARE(f.run(u"mailing create --text 'Hello {name}' --allow-missing-fields --allow-duplicate"_qs).code,
                 ExitCode::Done);
    }

    void errorsSpeakOfOptions_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("begin"); // of what people read
        QTest::addColumn<QString>("field"); // of what machines read

        QTest::newRow("end") << u"mailing create --text One --end 2001-01-01T00:00"_qs << u"--end: "_qs << u"end_at"_qs;
        QTest::newRow("no time") << u"mailing create --text One --end soon"_qs << u"--end: “soon”"_qs << u"end_at"_qs;
        QTest::newRow("skipped time") << u"mailing create --text One --start 2011-03-27T02:30 --end 2099-01-01T00:00"_qs
                                      << u"--start: “2011-03-27T02:30” does not exist"_qs << u"start_at"_qs;
        QTest::newRow("rate") << u"mailing create --text One --rate -1"_qs << u"--rate: "_qs << u"rate_limit"_qs;
        QTest::newRow("code") << u"mailing create --text One --code 12"_qs << u"--code: “12”"_qs
                              << u"filter.operator_codes"_qs;
        QTest::newRow("window") << u"mailing create --text One --window 09:00-09:00"_qs << u"--window to: "_qs
                                << u"window.to"_qs;
        QTest::newRow("weekdays") << u"mailing create --text One --weekdays 8"_qs << u"--weekdays: “8”"_qs
                                  << u"window.weekdays"_qs;
        QTest::newRow("until") << u"mailing create --text One --repeat daily --repeat-until 2001-01-01"_qs
                               << u"--repeat-until: "_qs << u"repeat_until"_qs;
        QTest::newRow("argument") << u"mailing show first"_qs << u"ID: “first”"_qs << u"ID"_qs;
        QTest::newRow("tag") << u"client add 79990000009 --attribute '1=x'"_qs << u"--attribute"_qs << u"attributes"_qs;
        QTest::newRow("phone") << u"client add 123"_qs << u"PHONE: "_qs << u"phone"_qs;
        QTest::newRow("gateway") << u"gateway add other --kind pigeon"_qs << u"--kind: "_qs << u"kind"_qs;
        QTest::newRow("setting") << u"setting set zone Mars/Olympus"_qs << u"zone: "_qs << u"zone"_qs;
    }

    void errorsSpeakOfOptions()
    {
        QFETCH(QString, words);
        QFETCH(QString, begin);
        QFETCH(QString, field);
        const Fixture f;

        const QString said = f.run(words).err;
        QVERIFY2(said.startsWith(begin), qPrintable(said));
        const QJsonArray errors = f.run(u"--json "_qs + words).problem().value(u"errors"_qs).toArray();
        QVERIFY(errors.first().toObject().value(u"field"_qs).toString().startsWith(field));
    }

    void repeatUntilADayIsThatDayToo()
    {
        const Fixture f;

        const QJsonObject created = f.object(u"mailing create --text One --start 2099-01-01T12:00 --end 2099-01-01T13:00 "
                                             "--repeat daily --repeat-until 2099-01-24"_qs);

        QCOMPARE(created.value(u"repeat_until"_qs).toString(), u"2099-01-24T20:59:59.999Z"_qs); // Moscow
        const QString id = QString::number(created.value(u"id"_qs).toInteger());
        QVERIFY(f.run(u"mailing show "_qs + id).out.contains(u"daily until 2099-01-24T23:59:59"_qs));
        QVERIFY(f.object(u"mailing set %1 --repeat-until none"_qs.arg(id)).value(u"repeat_until"_qs).isNull());
        QCOMPARE(f.run(u"mailing set %1 --repeat-until 2099-02-30"_qs.arg(id)).code, ExitCode::WrongUsage);
    }

    void aDeletedMailingIsToldAndListedOnRequest()
    {
        const Fixture f;
        const QString id = f.create(u"--text One"_qs);
        QVERIFY(!f.object(u"mailing show "_qs + id).contains(u"archived_at"_qs));

        QCOMPARE(f.run(u"mailing delete "_qs + id).out, id + u"  cancelled, deleted\n"_qs);

        QVERIFY(f.run(u"mailing show "_qs + id).out.contains(u"cancelled, deleted\n"_qs));
        QVERIFY(f.object(u"mailing show "_qs + id).value(u"archived_at"_qs).isString());
        QCOMPARE(f.run(u"--json mailing list"_qs).out, u"[]\n"_qs);
        QCOMPARE(f.run(u"--json mailing list --deleted"_qs).array().size(), 1);
        QVERIFY(f.run(u"mailing list --deleted"_qs).out.contains(u"cancelled, deleted"_qs));
    }

    void labelsThatNobodyHasAreWarnedOf_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("warnings");

        const QString tag = u"Warning: no client has the tag “%1”.\n"_qs;
        const QString code = u"Warning: no client has the operator code “%1”.\n"_qs;
        QTest::newRow("known ones") << u"mailing create --text One --tag VIP --code 999"_qs << QString();
        QTest::newRow("tag and code") << u"mailing create --text One --tag vip --tag vpi --code 123"_qs
                                      << tag.arg(u"vpi"_qs) + code.arg(u"123"_qs);
        QTest::newRow("excluded") << u"mailing create --text One --exclude-tag blokced"_qs << tag.arg(u"blokced"_qs);
        QTest::newRow("set") << u"mailing set 1 --tag nosuch"_qs << tag.arg(u"nosuch"_qs);
        QTest::newRow("list") << u"client list --tag nosuch --code 111"_qs << tag.arg(u"nosuch"_qs) + code.arg(u"111"_qs);
        QTest::newRow("for machines too") << u"--json client list --tag nosuch"_qs << tag.arg(u"nosuch"_qs);
    }

    void labelsThatNobodyHasAreWarnedOf()
    {
        QFETCH(QString, words);
        QFETCH(QString, warnings);
        const Fixture f;
        QCOMPARE(f.create(u"--text First --draft"_qs), u"1"_qs);

        const CommandOutcome outcome = f.run(words);

        QCOMPARE(outcome.code, ExitCode::Done);
        QCOMPARE(outcome.err, warnings);
    }

    void withoutAGatewayNothingIsScheduled()
    {
        const CommandRunner runner;

        const CommandOutcome refused = runner.run(u"--json mailing create --text Hello"_qs);

        QCOMPARE(refused.code, ExitCode::Failed);
        QCOMPARE(refused.problem().value(u"type"_qs).toString(), u"urn:heliograph:gateway.none"_qs);
        QCOMPARE(runner.run(u"mailing create --text Hello --draft"_qs).code, ExitCode::Done);
    }

    void theListIsAnArrayNewestFirst()
    {
        const Fixture f;
        const QString first = f.create(u"--text One"_qs);
        const QString second = f.create(u"--text Two --draft"_qs);

        const QJsonArray list = f.run(u"--json mailing list"_qs).array();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.first().toObject().value(u"id"_qs).toInteger(), second.toLongLong());
        QCOMPARE(f.run(u"--json mailing list --state scheduled"_qs).array().size(), 1);
        QCOMPARE(f.run(u"--json mailing list --state paused"_qs).array().size(), 0);
        QVERIFY(f.run(u"mailing list"_qs).out.contains(first));
    }

    void messagesOfAnUnknownMailingAreNoEmptyList()
    {
        const Fixture f;

        QCOMPARE(f.run(u"mailing messages 4711"_qs).code, ExitCode::Failed);
        QCOMPARE(f.run(u"--json mailing messages %1 --status failed"_qs.arg(f.create(u"--text One"_qs))).array().size(), 0);
        QCOMPARE(f.run(u"mailing messages 1 --status lost"_qs).code, ExitCode::WrongUsage);
    }

    void aBlankLabelIsNoSelectionOfEverybody_data()
    {
        QTest::addColumn<QString>("words");

        QTest::newRow("tag") << u"mailing create --text Hello --tag ''"_qs;
        QTest::newRow("blanks") << u"mailing create --text Hello --tag '  '"_qs;
        QTest::newRow("excluded tag") << u"mailing create --text Hello --exclude-tag ''"_qs;
        QTest::newRow("code") << u"mailing create --text Hello --code ''"_qs;
        QTest::newRow("set") << u"mailing set 1 --tag ''"_qs;
        QTest::newRow("list") << u"client list --tag ''"_qs;
        QTest::newRow("list by code") << u"client list --code ''"_qs;
        QTest::newRow("client") << u"client set 79990000001 --untag ''"_qs;
        QTest::newRow("client's code") << u"client add 79990000003 --code ''"_qs;
        QTest::newRow("import") << u"import file.csv --tag ''"_qs;
    }

    void aBlankLabelIsNoSelectionOfEverybody()
    {
        QFETCH(QString, words);
        const Fixture f;

        QCOMPARE(f.run(words).code, ExitCode::WrongUsage);
    }

    void everybodyForgetsTheSelection()
    {
        const Fixture f;
        const QString id = f.create(u"--text Hello --tag vip --exclude-tag old --code 999 --draft"_qs);

        const QJsonObject filter = f.object(u"mailing set %1 --everybody"_qs.arg(id)).value(u"filter"_qs).toObject();

        QVERIFY(filter.value(u"tags"_qs).toArray().isEmpty());
        QVERIFY(filter.value(u"excluded_tags"_qs).toArray().isEmpty());
        QVERIFY(filter.value(u"operator_codes"_qs).toArray().isEmpty());
    }

    void hoursAndWeekdaysAreTakenAwayOneByOne()
    {
        const Fixture f;
        const QString id = f.create(u"--text Hello --window 09:00-18:00 --weekdays 1-5 --draft"_qs);
        const auto window = [&f, &id](const QString &options) {
            return f.object(u"mailing set %1 %2"_qs.arg(id, options)).value(u"window"_qs);
        };

        const QJsonObject hours = window(u"--weekdays none"_qs).toObject();
        QCOMPARE(hours.value(u"from"_qs).toString(), u"09:00"_qs);
        QVERIFY(!hours.value(u"weekdays"_qs).toArray().contains(1) || hours.value(u"weekdays"_qs).toArray().size() == 7);
        const QJsonObject days = window(u"--window none --weekdays 1-5"_qs).toObject();
        QCOMPARE(days.value(u"weekdays"_qs).toArray(), (QJsonArray{1, 2, 3, 4, 5}));
        QVERIFY(!days.value(u"from"_qs).isString());
        QVERIFY(window(u"--weekdays none"_qs).isNull());
    }

    void whatIsNoNumberIsWrongUsage_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("sentence");

        QTest::newRow("word") << u"mailing show first"_qs << u"“first” is not a number of a mailing"_qs;
        QTest::newRow("negative") << u"mailing show -1"_qs << u"“-1” is not a number of a mailing"_qs;
        QTest::newRow("negative twice") << u"mailing pause -12"_qs << u"“-12” is not a number of a mailing"_qs;
        QTest::newRow("no text") << u"mailing create --draft"_qs << u"--text is missing"_qs;
        QTest::newRow("no --stdin") << u"key set"_qs << u"--stdin is missing"_qs;
    }

    void whatIsNoNumberIsWrongUsage()
    {
        QFETCH(QString, words);
        QFETCH(QString, sentence);
        const Fixture f;

        const CommandOutcome outcome = f.run(words);

        QCOMPARE(outcome.code, ExitCode::WrongUsage);
        QVERIFY2(outcome.err.contains(sentence), qPrintable(outcome.err));
    }

    void retrySaysHowManyGoAgain()
    {
        const Fixture f;
        const QString id = f.create(u"--text One"_qs);
        const auto executor = core::storage::openDirectly(*core::storage::DatabaseUrl::parse(f.database()));
        QVERIFY(executor);
        const auto finish = [&id](core::interfaces::UnitOfWork &unit) -> core::Status {
            HELIOGRAPH_ASSIGN(auto mailing, unit.mailings.find(core::MailingId{id.toLongLong()}));
            mailing.state = core::domain::MailingState::Finished;
            return unit.mailings.update(mailing);
        };
        QVERIFY((*executor)->write(core::interfaces::Lane::Interactive, finish).result());

        const CommandOutcome outcome = f.run(u"mailing retry "_qs + id);

        QCOMPARE(outcome.code, ExitCode::Done);
        QCOMPARE(outcome.out.trimmed(), u"0 message(s) to send again"_qs);
        QCOMPARE(f.run(u"mailing retry %1 --status delivered"_qs.arg(id)).code, ExitCode::WrongUsage);
    }

    void retryOfADraftIsRefused()
    {
        const Fixture f;
        const QString id = f.create(u"--text One --draft"_qs);

        QCOMPARE(f.run(u"--json mailing retry %1"_qs.arg(id)).problem().value(u"status"_qs).toInt(), 409);
    }

    void waitEndsWithTheTimeout()
    {
        const Fixture f;
        const QString id = f.create(u"--text One"_qs);

        const CommandOutcome outcome = f.run(u"--json mailing wait %1 --timeout 0"_qs.arg(id));

        QCOMPARE(outcome.code, ExitCode::Failed);
        QCOMPARE(outcome.problem().value(u"type"_qs).toString(), u"urn:heliograph:mailing.wait_timeout"_qs);
    }

    void waitEndsWhenTheMailingIsFinished()
    {
        const Fixture f;
        const core::MailingId id{f.create(u"--text One"_qs).toLongLong()};
        const auto executor = core::storage::openDirectly(*core::storage::DatabaseUrl::parse(f.database()));
        QVERIFY(executor);
        // Another process finishes it while the command waits.
        QTimer::singleShot(0, this, [&executor, id] {
            (*executor)->write(core::interfaces::Lane::Interactive,
                               [id](core::interfaces::UnitOfWork &unit) -> core::Status {
                                   HELIOGRAPH_ASSIGN(auto mailing, unit.mailings.find(id));
                                   mailing.state = core::domain::MailingState::Finished;
                                   return unit.mailings.update(mailing);
                               });
        });

        const QJsonObject statistics = f.object(u"mailing wait %1 --timeout 60"_qs.arg(id.text()));

        QCOMPARE(statistics.value(u"state"_qs).toString(), u"finished"_qs);
        QCOMPARE(statistics.value(u"total"_qs).toInt(), 0);
    }

    void timesForPeopleAreOfTheWorkspacesZone()
    {
        const Fixture f;
        const QString id = f.create(u"--text One --start 2099-01-01T09:00Z --end 2099-01-02T09:00Z"_qs);

        QVERIFY(f.run(u"mailing show "_qs + id).out.contains(u"2099-01-01T12:00:00"_qs));
        QVERIFY(f.run(u"mailing list"_qs).out.contains(u"2099-01-01T12:00:00"_qs));
    }

    void waitDoesNotWaitForWhatWillNeverFinish()
    {
        const Fixture f;
        const QString id = f.create(u"--text One"_qs);
        QVERIFY(!f.object(u"mailing cancel "_qs + id).isEmpty());

        QCOMPARE(f.run(u"--json mailing wait "_qs + id).problem().value(u"status"_qs).toInt(), 409);
    }

    void theStatisticsCountStates()
    {
        const Fixture f;
        f.create(u"--text One"_qs);

        const QJsonObject statistics = f.object(u"statistics"_qs);

        QCOMPARE(statistics.value(u"mailings_by_state"_qs).toObject().value(u"scheduled"_qs).toInt(), 1);
        QCOMPARE(statistics.value(u"mailings"_qs).toArray().size(), 1);
        QVERIFY(f.run(u"statistics"_qs).out.contains(u"One"_qs));
    }
};

QTEST_GUILESS_MAIN(MailingCommandsTest)
#include "mailingcommandstest.moc"
