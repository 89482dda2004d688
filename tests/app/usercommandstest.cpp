// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// user, token.

#include "tests/app/commandrunner.h"

#include "core/interfaces/userrepository.h"
#include "core/secrets/tokenmaker.h"
#include "core/storage/workspace.h"

#include <QDirIterator>

using app::ExitCode;
using core::interfaces::UnitOfWork;
using tests::CommandOutcome;
using tests::CommandRunner;

class UserCommandsTest : public QObject
{
    Q_OBJECT

private:
    static constexpr const char *password = "swordfish-1234";

    static CommandOutcome add(const CommandRunner &runner, const QString &email = u"anna@example.org"_qs)
    {
        return runner.run(u"--json user add %1 --name Anna --role operator --password-stdin"_qs.arg(email),
                          QByteArray(password) + "\n");
    }

    /** What the database knows of a user. */
    template <typename F>
    static auto looked(const CommandRunner &runner, F work)
    {
        const auto executor = core::storage::openDirectly(*core::storage::DatabaseUrl::parse(runner.database()));
        return *(*executor)->read(work).result();
    }

    static QByteArray hashOf(const CommandRunner &runner, qint64 user)
    {
        return looked(runner, [user](UnitOfWork &unit) { return unit.users.passwordHash(core::UserId{user}); });
    }

    static QStringList emails(const CommandRunner &runner)
    {
        QStringList emails;
        for (const QJsonValue user : runner.run(u"--json user list"_qs).array())
            emails.append(user.toObject().value(u"email"_qs).toString());
        return emails;
    }

private Q_SLOTS:
    void addTakesEveryField()
    {
        const CommandRunner runner;

        const QJsonObject user = add(runner, u"Anna@Example.org"_qs).object();

        QCOMPARE(user.value(u"email"_qs).toString(), u"anna@example.org"_qs);
        QCOMPARE(user.value(u"name"_qs).toString(), u"Anna"_qs);
        QCOMPARE(user.value(u"role"_qs).toString(), u"operator"_qs);
        QCOMPARE(user.value(u"active"_qs).toBool(), true);
        QCOMPARE(hashOf(runner, user.value(u"id"_qs).toInteger()).left(10), QByteArray("$argon2id$"));
    }

    void theNumberOfANewUserIsPrinted()
    {
        const CommandRunner runner;

        const CommandOutcome outcome =
            runner.run(u"user add anna@example.org --name 'Анна Иванова' --role viewer --password-stdin"_qs,
                       QByteArray(password) + "\r\n");

        QCOMPARE(outcome.code, ExitCode::Done);
        QCOMPARE(outcome.out, u"2\n"_qs);
        QVERIFY(runner.run(u"user list"_qs)
                    .out.contains(QRegularExpression(u"2 +anna@example.org +Анна Иванова +viewer +yes"_qs)));
        QCOMPARE(emails(runner), (QStringList{u"anna@example.org"_qs, u"local@localhost"_qs}));
    }

    void passwordsAreNeverPrintedAndNotInTheFile()
    {
        const CommandRunner runner;
        const QByteArray input = QByteArray(password) + "\n";
        QString said = add(runner).out;
        for (const QString &words :
             {u"user passwd anna@example.org"_qs, u"--json user passwd anna@example.org --password-stdin"_qs,
              u"user list"_qs, u"--json user list"_qs,
              u"--verbose user add x --name Bert --role viewer --password-stdin"_qs}) {
            const CommandOutcome outcome = runner.run(words, input);
            said += outcome.out + outcome.err;
        }

        QVERIFY(!said.isEmpty());
        QVERIFY(!said.contains(QLatin1String(password)));
        QVERIFY(!said.contains(u"argon2"_qs));
        QDirIterator files(QFileInfo(runner.path(u"x"_qs)).path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(password), qPrintable(file.fileName()));
        }
    }

    void wrongFieldsAreNamedByTheirOptions()
    {
        const CommandRunner runner;

        const CommandOutcome outcome =
            runner.run(u"user add anna --name Anna2 --role viewer --password-stdin"_qs, "short\n");

        QCOMPARE(outcome.code, ExitCode::Failed);
        QCOMPARE(outcome.err, u"EMAIL: “anna” is not an e-mail address. Write for instance anna@example.org.\n"
                              "--name: A name consists of letters, blanks, - and '.\n"
                              "--password-stdin: The password is too short: at least 10 characters.\n"_qs);
        QCOMPARE(emails(runner), QStringList{u"local@localhost"_qs});
    }

    void wrongUsageIsRefused_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("no password") << u"user add anna@example.org --name Anna --role viewer"_qs;
        QTest::newRow("no name") << u"user add anna@example.org --role viewer --password-stdin"_qs;
        QTest::newRow("no role") << u"user add anna@example.org --name Anna --password-stdin"_qs;
        QTest::newRow("unknown role") << u"user add anna@example.org --name Anna --role root --password-stdin"_qs;
        QTest::newRow("no address") << u"user add --name Anna --role viewer --password-stdin"_qs;
        QTest::newRow("whose password") << u"user passwd"_qs;
        QTest::newRow("whose token") << u"token create"_qs;
        QTest::newRow("days in words") << u"token create --user local@localhost --days ten"_qs;
        QTest::newRow("which token") << u"token revoke"_qs;
        QTest::newRow("a token by its name") << u"token revoke nightly"_qs;
    }

    void wrongUsageIsRefused()
    {
        QFETCH(QString, words);
        const CommandRunner runner;
        QCOMPARE(runner.run(words, QByteArray(password) + "\n").code, ExitCode::WrongUsage);
    }

    void anAddressThatIsTakenIsAConflict()
    {
        const CommandRunner runner;
        QCOMPARE(add(runner).code, ExitCode::Done);

        QCOMPARE(add(runner, u"ANNA@example.org"_qs).problem().value(u"status"_qs).toInt(), 409);
    }

    void passwdChangesThePasswordOfOneUser()
    {
        const CommandRunner runner;
        QCOMPARE(add(runner).code, ExitCode::Done);
        const QByteArray before = hashOf(runner, 2);

        QCOMPARE(runner.run(u"user passwd local@localhost"_qs, "another password\n").code, ExitCode::Done);
        QCOMPARE(hashOf(runner, 2), before);
        QVERIFY(!hashOf(runner, 1).isEmpty());

        const CommandOutcome changed = runner.run(u"user passwd Anna@example.org"_qs, "another password\n");
        QCOMPARE(changed.code, ExitCode::Done);
        QCOMPARE(changed.out, u"The password of anna@example.org is stored; its sessions have ended.\n"_qs);
        QVERIFY(hashOf(runner, 2) != before);
    }

    void passwdRefusesWhatCannotBe()
    {
        const CommandRunner runner;

        QCOMPARE(runner.run(u"--json user passwd nobody@example.org"_qs, "another password\n")
                     .problem()
                     .value(u"status"_qs)
                     .toInt(),
                 404);
        QCOMPARE(runner.run(u"--json user passwd local@localhost"_qs, "short\n").problem().value(u"status"_qs).toInt(), 422);
        QCOMPARE(runner.run(u"user passwd local@localhost"_qs).code, ExitCode::Failed); // nothing came in
        QVERIFY(hashOf(runner, 1).isEmpty());
    }

    void aTokenIsPrintedOnce()
    {
        const CommandRunner runner;
        QCOMPARE(add(runner).code, ExitCode::Done);

        const CommandOutcome made = runner.run(u"token create --user Anna@example.org --name nightly --days 30"_qs);
        QCOMPARE(made.code, ExitCode::Done);
        const QString token = made.out.trimmed();
        QCOMPARE(token.size(), 43);

        const CommandOutcome list = runner.run(u"token list"_qs);
        const QString json = runner.run(u"--json token list"_qs).out;
        QVERIFY(list.out.contains(QRegularExpression(u"1 +anna@example.org +script +nightly"_qs)));
        QVERIFY(!list.out.contains(token) && !json.contains(token));
        const QByteArray hash = core::secrets::TokenMaker().hash(token);
        const auto found = looked(runner, [hash](UnitOfWork &unit) { return unit.users.findTokenByHash(hash); });
        QVERIFY(found);
        QCOMPARE(found->user.email, u"anna@example.org"_qs);
        QVERIFY(found->token.expiresAt);
    }

    void aTokenIsAnObject()
    {
        const CommandRunner runner;

        const QJsonObject made = runner.object(u"token create --user local@localhost"_qs);
        QCOMPARE(made.value(u"token"_qs).toString().size(), 43);
        QCOMPARE(made.value(u"kind"_qs).toString(), u"script"_qs);
        QVERIFY(made.value(u"expires_at"_qs).isNull() && made.value(u"name"_qs).isNull());

        const QJsonArray list = runner.run(u"--json token list"_qs).array();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.first().toObject().value(u"id"_qs).toInt(), made.value(u"id"_qs).toInt());
        QCOMPARE(list.first().toObject().value(u"email"_qs).toString(), u"local@localhost"_qs);
        QVERIFY(!list.first().toObject().contains(u"token"_qs));
    }

    void aTokenIsRevokedByItsNumber()
    {
        const CommandRunner runner;
        const QString id = QString::number(runner.object(u"token create --user local@localhost"_qs).value(u"id"_qs).toInt());

        QCOMPARE(runner.run(u"token revoke "_qs + id).out, u"The token %1 of local@localhost is revoked.\n"_qs.arg(id));

        QVERIFY(runner.run(u"--json token list"_qs).array().isEmpty());
        QCOMPARE(runner.run(u"--json token revoke "_qs + id).problem().value(u"status"_qs).toInt(), 404);
        QCOMPARE(runner.run(u"token revoke nightly"_qs).err.section(u'\n', 0, 0),
                 u"ID: “nightly” is not a number of a token. 'heliograph token list' shows the numbers."_qs);
    }

    void tokensNeedAUserAndDaysWithinBounds()
    {
        const CommandRunner runner;

        QCOMPARE(runner.run(u"--json token create --user nobody@example.org"_qs).problem().value(u"status"_qs).toInt(), 404);
        const CommandOutcome outcome = runner.run(u"token create --user local@localhost --days 3651"_qs);
        QCOMPARE(outcome.code, ExitCode::Failed);
        QCOMPARE(outcome.err, u"--days: Enter a number from 1 to 3650.\n"_qs);
        QVERIFY(runner.run(u"--json token list"_qs).array().isEmpty());
    }
};

QTEST_GUILESS_MAIN(UserCommandsTest)
#include "usercommandstest.moc"
