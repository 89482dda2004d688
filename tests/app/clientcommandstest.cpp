// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/eventlog.h"
#include "core/storage/workspace.h"
#include "tests/app/commandrunner.h"

using app::ExitCode;
using tests::CommandOutcome;
using tests::CommandRunner;

class ClientCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addTakesEveryField()
    {
        const CommandRunner runner;

        const QJsonObject client =
            runner.object(u"client add '8 (999) 000-00-01' --code 900 --tag vip --tag Юг --timezone Asia/Omsk "
                          "--attribute name=Анна --attribute city=Омск --consent 'form, 2024'"_qs);

        QCOMPARE(client.value(u"phone"_qs).toString(), u"79990000001"_qs);
        QCOMPARE(client.value(u"operator_code"_qs).toString(), u"900"_qs);
        QCOMPARE(client.value(u"tags"_qs).toArray(), (QJsonArray{u"vip"_qs, u"Юг"_qs}));
        QCOMPARE(client.value(u"timezone"_qs).toString(), u"Asia/Omsk"_qs);
        QCOMPARE(client.value(u"attributes"_qs).toObject().value(u"city"_qs).toString(), u"Омск"_qs);
        QCOMPARE(client.value(u"consent"_qs).toString(), u"form, 2024"_qs);
        QVERIFY(client.value(u"opted_out_at"_qs).isNull());
    }

    void aSecondOneIsAConflict()
    {
        const CommandRunner runner;
        QCOMPARE(runner.run(u"client add 79990000001"_qs).code, ExitCode::Done);

        const CommandOutcome again = runner.run(u"--json client add +79990000001"_qs);

        QCOMPARE(again.code, ExitCode::Failed);
        QCOMPARE(again.problem().value(u"status"_qs).toInt(), 409);
    }

    void allFieldErrorsAreToldAtOnce()
    {
        const CommandRunner runner;

        const CommandOutcome people = runner.run(u"client add 123 --timezone Mars/Olympus"_qs);
        QCOMPARE(people.code, ExitCode::Failed);
        QCOMPARE(people.err.trimmed().split(u'\n').size(), 2);
        QVERIFY(people.err.startsWith(u"PHONE: "_qs));

        const QJsonArray errors =
            runner.run(u"--json client add 123 --timezone Mars/Olympus"_qs).problem().value(u"errors"_qs).toArray();
        QCOMPARE(errors.size(), 2);
        QCOMPARE(errors.first().toObject().value(u"field"_qs).toString(), u"phone"_qs);
        QVERIFY(!errors.first().toObject().value(u"message"_qs).toString().isEmpty());
    }

    void setAddsAndTakesAway()
    {
        const CommandRunner runner;
        QVERIFY(!runner.object(u"client add 79990000001 --tag vip --tag old --attribute name=Anna --attribute city=Omsk"_qs)
                     .isEmpty());

        const QJsonObject set = runner.object(
            u"client set 79990000001 --tag new --untag OLD --attribute city= --attribute pet=cat --consent ''"_qs);

        QCOMPARE(set.value(u"tags"_qs).toArray(), (QJsonArray{u"vip"_qs, u"new"_qs}));
        const QJsonObject attributes = set.value(u"attributes"_qs).toObject();
        QCOMPARE(attributes.keys(), (QStringList{u"name"_qs, u"pet"_qs}));
    }

    void aTagIsPrintedAsItWasFirstWritten()
    {
        const CommandRunner runner;
        QVERIFY(!runner.object(u"client add 79990000001 --tag VIP"_qs).isEmpty());

        QCOMPARE(runner.object(u"client add 79990000002 --tag vip"_qs).value(u"tags"_qs).toArray(), QJsonArray{u"VIP"_qs});
        QVERIFY(!runner.object(u"client add 79990000003"_qs).isEmpty());
        QCOMPARE(runner.object(u"client set 79990000003 --tag Vip"_qs).value(u"tags"_qs).toArray(), QJsonArray{u"VIP"_qs});
    }

    void optOutAndInAreSeen()
    {
        const CommandRunner runner;
        QVERIFY(!runner.object(u"client add 79990000001"_qs).isEmpty());

        QVERIFY(runner.object(u"client opt-out 79990000001"_qs).value(u"opted_out_at"_qs).isString());
        QVERIFY(runner.object(u"client opt-in 79990000001"_qs).value(u"opted_out_at"_qs).isNull());
    }

    void deleteTakesItOutOfTheList()
    {
        const CommandRunner runner;
        QVERIFY(!runner.object(u"client add 79990000001"_qs).isEmpty());

        QCOMPARE(runner.run(u"client delete 8-999-000-00-01"_qs).code, ExitCode::Done);

        QCOMPARE(runner.run(u"client show 79990000001"_qs).code, ExitCode::Failed);
        QCOMPARE(runner.run(u"--json client list"_qs).out, u"[]\n"_qs);
    }

    void theListFilters()
    {
        const CommandRunner runner;
        QVERIFY(!runner.object(u"client add 79990000001 --tag vip --attribute name=Anna"_qs).isEmpty());
        QVERIFY(!runner.object(u"client add 79000000002"_qs).isEmpty());

        QCOMPARE(runner.run(u"--json client list"_qs).array().size(), 2);
        QCOMPARE(runner.run(u"--json client list --tag VIP"_qs).array().size(), 1);
        QCOMPARE(runner.run(u"--json client list --code 900"_qs).array().size(), 1);
        const QString table = runner.run(u"client list"_qs).out;
        QCOMPARE(table.trimmed().split(u'\n').size(), 3);
        QVERIFY(table.contains(u"Anna"_qs));
    }

    void whoActsStandsInTheHistory()
    {
        const CommandRunner runner;
        QVERIFY(!runner.object(u"client add 79990000001"_qs).isEmpty());
        const auto executor = core::storage::openDirectly(*core::storage::DatabaseUrl::parse(runner.database()));
        QVERIFY(executor);

        const auto page =
            (*executor)->read([](core::interfaces::UnitOfWork &unit) { return unit.events.page({}, {}); }).result();

        QCOMPARE(page->rows.size(), 1);
        QVERIFY2(page->rows.first().actor.startsWith(u"cli:"_qs), qPrintable(page->rows.first().actor));
        QCOMPARE(page->rows.first().action, u"client.add"_qs);
    }
};

QTEST_GUILESS_MAIN(ClientCommandsTest)
#include "clientcommandstest.moc"
