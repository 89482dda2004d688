// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/postgresrefusal.h"

#include <QtTest>

using Refusal = core::storage::PostgresRefusal;

namespace tests {

class PostgresRefusalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhyNoConnectionCameAbout_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("refusal");
        const auto row = [](const char *name, const QString &words, Refusal refusal) {
            QTest::newRow(name) << words << int(refusal);
        };
        const QString failed = u"connection to server on socket \"/tmp/.s.PGSQL.5432\" failed: "_qs;
        row("nothing there", failed + u"No such file or directory\n\tIs the server running locally?\n"_qs,
            Refusal::NoAnswer);
        row("nobody listens", failed + u"Connection refused\n"_qs, Refusal::NoAnswer);
        row("no such host", u"could not translate host name \"db\" to address: Name or service not known\n"_qs,
            Refusal::NoAnswer);
        row("silence", u"timeout expired"_qs, Refusal::NoAnswer);
        row("nothing said", {}, Refusal::NoAnswer);
        row("no encryption", failed + u"server does not support SSL, but SSL was required\n"_qs, Refusal::NotEncrypted);
        row("Russian, no encryption", failed + u"затребовано подключение через SSL, но сервер не поддерживает SSL\n"_qs,
            Refusal::NotEncrypted);
        row("no password", failed + u"fe_sendauth: no password supplied\n"_qs, Refusal::NoEntry);
        row("wrong password", failed + u"FATAL:  password authentication failed for user \"anna\"\n"_qs, Refusal::NoEntry);
        row("pg_hba.conf", failed + u"FATAL:  no pg_hba.conf entry for host \"10.0.0.7\", user \"anna\"\n"_qs,
            Refusal::NoEntry);
        row("no such role", failed + u"FATAL:  role \"anna\" does not exist\n"_qs, Refusal::NoEntry);
        row("no such database", failed + u"FATAL:  database \"w\" does not exist\n"_qs, Refusal::NoDatabase);
        row("starts", failed + u"FATAL:  the database system is starting up\n"_qs, Refusal::NotNow);
        row("recovers", failed + u"FATAL:  the database system is in recovery mode\n"_qs, Refusal::NotNow);
        row("full", failed + u"FATAL:  sorry, too many clients already\n"_qs, Refusal::NoRoom);
        row("Russian password", u"ВАЖНО:  пользователь \"anna\" не прошёл проверку подлинности (по паролю)\n"_qs,
            Refusal::NoEntry);
        row("Russian database", u"ВАЖНО:  база данных \"w\" не существует\n"_qs, Refusal::NoDatabase);
        row("Russian start", u"ВАЖНО:  система баз данных запускается\n"_qs, Refusal::NotNow);
        row("another language", u"FATAL:  Passwort-Authentifizierung für Benutzer »anna« fehlgeschlagen\n"_qs,
            Refusal::NoEntry);
    }

    void tellsWhyNoConnectionCameAbout()
    {
        QFETCH(const QString, words);
        QTEST(int(core::storage::postgresRefusal(words)), "refusal");
    }
};

} // namespace tests

QTEST_APPLESS_MAIN(tests::PostgresRefusalTest)
#include "postgresrefusaltest.moc"
