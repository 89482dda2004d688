// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/services/importfixture.h"
#include "tests/support/errorline.h"

#include <QtTest>

using core::interfaces::ClientQuery;
using core::interfaces::ImportMode;
using core::services::ExportTarget;
using tests::aClient;
using tests::ImportFixture;

namespace {

/** Clients whose fields hold what CSV, spreadsheets and imports stumble over. */
void addDifficultClients(ImportFixture &f)
{
    const QStringList values{u"=cmd|' /C calc'!A0"_qs,
                             u"+7"_qs,
                             u"-1"_qs,
                             u"@SUM(1)"_qs,
                             u"--"_qs,
                             u"'=1"_qs,
                             u"''"_qs,
                             u"'"_qs,
                             u"a;b,c\td"_qs,
                             u"\"quoted\""_qs,
                             u"line\r\nbreak\nand\rmore"_qs,
                             u"Ёлка 😀"_qs,
                             u"1,5E+10"_qs,
                             u"0"_qs};
    int number = 0;
    for (const QString &value : values) {
        auto builder = aClient().phone(++number).attribute(u"name"_qs, value).attribute(u"имя"_qs, value);
        builder.attribute(u"phone"_qs, value).attribute(u"line"_qs, value).attribute(u"reason"_qs, value);
        builder.tags({value.simplified(), u"a|b"_qs, u"c\\"_qs}).consent(value);
        if (!f.workspace.clients.insert(builder.build()))
            qFatal("cannot add the test's client");
    }
    const QList<core::domain::Client> others{
        aClient().phone(++number).tags({u"Москва, центр"_qs}).operatorCode(u"903"_qs).timezone(u"Asia/Omsk"_qs),
        aClient().phone(++number).optedOut(tests::at("2026-01-02T03:04:05.678Z")),
        aClient().phone(++number).tags({u"--"_qs}), aClient().phone(++number)};
    for (const auto &client : others) {
        if (!f.workspace.clients.insert(client))
            qFatal("cannot add the test's client");
    }
}

} // namespace

class ExportServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesClientsAsTheyAreFiltered()
    {
        ImportFixture f;
        QVERIFY(
            f.workspace.clients.insert(aClient().phone(1).tags({u"vip"_qs, u"долг"_qs}).attribute(u"name"_qs, u"Анна"_qs)));
        QVERIFY(f.workspace.clients.insert(aClient().phone(2).attribute(u"city"_qs, u"Омск"_qs)));
        QVERIFY(
            f.workspace.clients.insert(aClient().phone(3).tags({u"vip"_qs}).optedOut(tests::at("2026-01-02T03:04:05Z"))));
        ClientQuery query;
        query.tags = {u"vip"_qs};
        QCOMPARE(*f.exports.exportClientsNow(query, {f.path(u"out.csv"_qs), ','}), 2);
        QCOMPARE(f.content(u"out.csv"_qs),
                 QByteArray("\xEF\xBB\xBFphone,operator_code,tags,timezone,opted_out,consent,city,name\r\n"
                            "79990000001,999,vip|долг,Europe/Moscow,,,,Анна\r\n"
                            "79990000003,999,vip,Europe/Moscow,2026-01-02T03:04:05Z,,,\r\n"));
    }

    void importingAnExportChangesNothing_data()
    {
        QTest::addColumn<ImportMode>("mode");
        QTest::addColumn<char>("delimiter");
        QTest::newRow("update") << ImportMode::Update << ';';
        QTest::newRow("replace") << ImportMode::Replace << ';';
        QTest::newRow("update, comma") << ImportMode::Update << ',';
    }
    void importingAnExportChangesNothing()
    {
        QFETCH(const ImportMode, mode);
        QFETCH(const char, delimiter);
        ImportFixture f;
        addDifficultClients(f);
        const auto before = f.workspace.data.clients;
        QCOMPARE(*f.exports.exportClientsNow({}, {f.path(u"all.csv"_qs), delimiter}), before.size());
        core::services::ImportRequest request;
        request.path = f.path(u"all.csv"_qs);
        request.mode = mode;
        f.clock.advance(std::chrono::hours{1});
        const auto report = f.run(request);
        QCOMPARE(tests::summary(report), u"new 0, changed 0, unchanged %1, double 0"_qs.arg(before.size()));
        QCOMPARE(f.workspace.data.clients, before);
    }

    void anExportFillsAnotherWorkspaceWithTheSame()
    {
        ImportFixture from;
        addDifficultClients(from);
        QVERIFY(from.exports.exportClientsNow({}, {from.path(u"all.csv"_qs), ';'}));
        ImportFixture to;
        QVERIFY(to.run(from.path(u"all.csv"_qs)));
        QCOMPARE(to.workspace.data.clients.size(), from.workspace.data.clients.size());
        for (const core::domain::Client &client : std::as_const(from.workspace.data.clients)) {
            const auto copy = *to.workspace.clients.findByPhone(client.phone);
            QVERIFY(copy);
            QCOMPARE(copy->attributes, client.attributes);
            QCOMPARE(copy->tags, client.tags);
            QCOMPARE(copy->consent, client.consent);
            QCOMPARE(copy->optedOutAt, client.optedOutAt);
        }
    }

    void readsPageByPage()
    {
        ImportFixture f;
        for (int i = 1; i <= 2500; ++i)
            QVERIFY(f.workspace.clients.insert(aClient().phone(i)));
        QList<qint64> told;
        QVERIFY(f.exports.exportClientsNow({}, {f.path(u"out.csv"_qs), ';'}, [&](qint64 done, qint64 total) {
            QCOMPARE(total, 2500);
            told.append(done);
        }));
        QCOMPARE(told, (QList<qint64>{1000, 2000, 2500}));
        QCOMPARE(f.content(u"out.csv"_qs).count('\n'), 2501);
    }

    void leavesNoFileWhenStopped()
    {
        ImportFixture f;
        for (int i = 1; i <= 1500; ++i)
            QVERIFY(f.workspace.clients.insert(aClient().phone(i)));
        std::stop_source stop;
        const auto stopped = f.exports.exportClientsNow(
            {}, {f.path(u"out.csv"_qs), ';'}, [&](qint64, qint64) { stop.request_stop(); }, stop.get_token());
        QCOMPARE(tests::errorLine(stopped.error()), u"Cancelled export.cancelled"_qs);
        QVERIFY(!QFile::exists(f.path(u"out.csv"_qs)));
    }

    void tellsWhatFailed()
    {
        ImportFixture f;
        QCOMPARE(f.exports.exportClientsNow({}, {u"/nonexistent/out.csv"_qs, ';'}).error().code, u"file.unwritable"_qs);
        f.workspace.executor.failReads(core::Error::make(core::ErrorKind::Unavailable, "database.lost"));
        QCOMPARE(f.exports.exportClientsNow({}, {f.path(u"out.csv"_qs), ';'}).error().code, u"database.lost"_qs);
        QVERIFY(!QFile::exists(f.path(u"out.csv"_qs)));
    }

    void writesXlsxByTheName()
    {
        ImportFixture f;
        QVERIFY(f.workspace.clients.insert(aClient().phone(1)));
        QCOMPARE(*f.exports.exportClientsNow({}, {f.path(u"out.xlsx"_qs), ';'}), 1);
        QVERIFY(f.content(u"out.xlsx"_qs).startsWith("PK"));
    }

    void writesTheMessagesOfAMailing()
    {
        ImportFixture f;
        const auto add = [&](core::MailingId mailing, qint64 id, int phone) -> core::domain::Message & {
            core::domain::Message &message = f.workspace.data.messages[core::MessageId{id}].message;
            message.id = core::MessageId{id};
            message.mailing = mailing;
            message.phone = tests::phoneNumber(phone);
            message.createdAt = tests::at("2026-11-20T09:00:00Z");
            return message;
        };
        core::domain::Message &sent = add(core::MailingId{5}, 70, 1);
        sent.status = core::domain::MessageStatus::Sent;
        sent.attempts = 1;
        sent.segments = 2;
        sent.sentAt = tests::at("2026-11-20T09:00:01.500Z");
        sent.gatewayMessageId = u"gw-1"_qs;
        core::domain::Message &failed = add(core::MailingId{5}, 71, 2);
        failed.status = core::domain::MessageStatus::Failed;
        failed.attempts = 8;
        failed.error = core::domain::MessageError{core::domain::AnswerKind::Transient, 500, u"=oops"_qs};
        add(core::MailingId{6}, 72, 3);

        core::interfaces::MessageQuery query;
        query.mailing = core::MailingId{5};
        QCOMPARE(*f.exports.exportMessagesNow(query, {f.path(u"out.csv"_qs), ';'}), 2);
        QCOMPARE(
            f.content(u"out.csv"_qs),
            QByteArray("\xEF\xBB\xBFid;mailing_id;phone;name;status;attempts;segments;created_at;sent_at;delivered_at;error;"
                       "answer;gateway_message_id\r\n"
                       "70;5;79990000001;;sent;1;2;2026-11-20T09:00:00Z;2026-11-20T09:00:01.500Z;;;;gw-1\r\n"
                       "71;5;79990000002;;failed;8;0;2026-11-20T09:00:00Z;;;HTTP 500;'=oops;\r\n"));
    }

    void worksOnAThreadOfThePool()
    {
        ImportFixture f;
        QVERIFY(f.workspace.clients.insert(aClient().phone(1)));
        auto clients = f.exports.exportClients({}, {f.path(u"clients.csv"_qs), ';'});
        QTRY_VERIFY(clients.isFinished());
        QCOMPARE(*clients.result(), 1);
        auto messages = f.exports.exportMessages({}, {f.path(u"messages.csv"_qs), ';'});
        QTRY_VERIFY(messages.isFinished());
        QCOMPARE(*messages.result(), 0);
    }
};

QTEST_GUILESS_MAIN(ExportServiceTest)
#include "exportservicetest.moc"
