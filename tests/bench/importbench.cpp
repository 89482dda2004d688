// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// import_ratio, import_peak_mb: the real program imports a million clients; the sqlite3 shell does what the database has to.

#include "core/storage/workspace.h"
#include "tests/bench/measure.h"
#include "tests/bench/sqliteshell.h"
#include "tests/e2e/program.h"

#include <QFile>
#include <QRandomGenerator>
#include <sys/resource.h>

namespace tests::bench {

using namespace core;

namespace {

constexpr int clients = 1'000'000;

/** Two lower-case letters: the shell folds ASCII only, and both sides shall keep the same words. */
QByteArray letters(quint32 number)
{
    const QChar two[]{QChar(u'а' + char16_t(number % 32)), QChar(u'а' + char16_t(number / 32 % 32))};
    return QString(two, 2).toUtf8();
}

/** Phones in no order, two words of a name (200 and 1000 different ones), a tag, a zone. */
bool writeFile(const QString &path, int rows)
{
    constexpr qint64 prime = 999'999'937; // i * step mod prime is different for every i
    constexpr qint64 step = 618'033'989;
    static const QList<QByteArray> tags{"весна", "vip", "дача", "новые", "опт"};
    static const QList<QByteArray> zones{"Europe/Moscow", "Asia/Omsk", "Asia/Yekaterinburg", "Asia/Vladivostok",
                                         "Europe/Samara"};
    QRandomGenerator chance(1);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("phone;name;tags;timezone\n");
    for (int i = 1; i <= rows; ++i)
        file.write(QByteArray::number(79'000'000'000 + i * step % prime) + ";имя" + letters(chance.bounded(200)) +
                   " фамилия" + letters(chance.bounded(1000)) + ';' + tags[chance.bounded(5)] + ';' +
                   zones[chance.bounded(5)] + '\n');
    return file.flush();
}

/** Into the same tables with the same indexes: clients, their tags, their words; no journal to take it back by. */
QString shellScript(const QString &file)
{
    return QStringLiteral(R"(
CREATE TABLE temp.rows (phone TEXT, name TEXT, tags TEXT, timezone TEXT);
.mode csv
.separator ;
.import --schema temp --skip 1 "%1" rows
BEGIN;
INSERT INTO timezones (name) SELECT DISTINCT timezone FROM temp.rows WHERE true ON CONFLICT DO NOTHING;
INSERT INTO tags (label, folded) SELECT DISTINCT tags, lower(tags) FROM temp.rows WHERE true ON CONFLICT DO NOTHING;
INSERT INTO clients (phone, operator_code, timezone_id, attributes, owner_id, import_id, created_at, updated_at)
SELECT CAST(r.phone AS INTEGER), substr(r.phone, 2, 3), z.id, json_object('name', r.name), 1, 1, 1767225600000, 1767225600000
FROM temp.rows r JOIN timezones z ON z.name = r.timezone WHERE true
ON CONFLICT (phone) DO UPDATE SET timezone_id = excluded.timezone_id, attributes = excluded.attributes,
                                  import_id = excluded.import_id, updated_at = excluded.updated_at;
INSERT INTO client_tags (client_id, tag_id, position)
SELECT c.id, t.id, 0
FROM temp.rows r JOIN clients c ON c.phone = CAST(r.phone AS INTEGER) JOIN tags t ON t.folded = lower(r.tags) WHERE true
ON CONFLICT DO NOTHING;
INSERT INTO client_words (word, client_id)
SELECT lower(substr(r.name, 1, instr(r.name, ' ') - 1)), c.id
FROM temp.rows r JOIN clients c ON c.phone = CAST(r.phone AS INTEGER)
UNION ALL
SELECT lower(substr(r.name, instr(r.name, ' ') + 1)), c.id
FROM temp.rows r JOIN clients c ON c.phone = CAST(r.phone AS INTEGER)
UNION ALL
SELECT lower(r.tags), c.id FROM temp.rows r JOIN clients c ON c.phone = CAST(r.phone AS INTEGER) WHERE true
ON CONFLICT DO NOTHING;
COMMIT;
)")
        .arg(file);
}

/** Equal for databases with equal rows. */
const QString fingerprint = QStringLiteral(
    "SELECT (SELECT count(*) FROM clients) || ' ' || (SELECT sum(phone) FROM clients) || ' ' || (SELECT count(*) FROM "
    "client_tags) || ' ' || (SELECT count(*) FROM client_words) || ' ' || (SELECT count(DISTINCT word) FROM "
    "client_words);\n");

Failure failed(const char *code, const QString &detail)
{
    return Failure(Error::make(ErrorKind::Internal, code, {}, detail));
}

/** Seconds. */
Result<double> importByProgram(const Program &program, const QString &file, const QString &database)
{
    QElapsedTimer timer;
    timer.start();
    const Outcome done = program.run(
        {QStringLiteral("import"), file, QStringLiteral("--database"), QStringLiteral("sqlite:") + database}, {}, 600'000);
    if (done.exitCode != 0)
        return failed("bench.command", QString::fromUtf8(done.err));
    return double(timer.nsecsElapsed()) / 1e9;
}

/** The most memory that any child process so far had at once, in MB (10⁶ bytes). */
double peakOfChildren()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return double(usage.ru_maxrss) * 1024 / 1e6;
}

} // namespace

Result<Reading> importRatio()
{
    const Program program(QStringLiteral(HELIOGRAPH_BINARY));
    const QString file = program.path(QStringLiteral("clients.csv"));
    const QString ours = program.path(QStringLiteral("ours.db"));
    const QString bare = program.path(QStringLiteral("bare.db"));
    if (!writeFile(file, clients))
        return failed("bench.file", file);
    HELIOGRAPH_TRY(storage::prepareDatabase(storage::DatabaseUrl::sqliteFile(bare)));

    HELIOGRAPH_ASSIGN(const auto shell, SqliteShell(bare).run(shellScript(file)));
    HELIOGRAPH_ASSIGN(const double seconds, importByProgram(program, file, ours));

    HELIOGRAPH_ASSIGN(const auto expected, SqliteShell(bare).run(fingerprint));
    HELIOGRAPH_ASSIGN(const auto found, SqliteShell(ours).run(fingerprint));
    if (expected.out != found.out)
        return failed("bench.other_rows", expected.out + found.out);
    return Reading{seconds / shell.seconds,
                   {{QStringLiteral("rows"), clients},
                    {QStringLiteral("seconds"), seconds},
                    {QStringLiteral("shell_seconds"), shell.seconds},
                    {QStringLiteral("rows_per_second"), clients / seconds}}};
}

Result<Reading> importPeak()
{
    const Program program(QStringLiteral(HELIOGRAPH_BINARY));
    const QString one = program.path(QStringLiteral("one.csv"));
    const QString all = program.path(QStringLiteral("all.csv"));
    const QString database = program.path(QStringLiteral("workspace.db"));
    if (!writeFile(one, 1) || !writeFile(all, clients))
        return failed("bench.file", all);
    HELIOGRAPH_TRY(importByProgram(program, one, database));
    const double idle = peakOfChildren();
    HELIOGRAPH_TRY(importByProgram(program, all, database));
    const double peak = peakOfChildren();
    return Reading{peak - idle, {{QStringLiteral("idle_mb"), idle}, {QStringLiteral("peak_mb"), peak}}};
}

} // namespace tests::bench
