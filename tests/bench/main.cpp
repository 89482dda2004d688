// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench [NAME...]: takes the measures (all usual ones without a name) and prints one line of JSON for each.

#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <cstdio>

namespace {

using namespace tests::bench;

/** A bar is what the value has to reach (`AtLeast`) or not to exceed. */
struct Row
{
    enum Direction { AtLeast, AtMost };

    const char *name;
    Measure measure;
    const char *unit;
    Direction direction;
    double bar;
    const char *variable = nullptr; ///< of the environment; without it, the measure is taken only where its name is given
};

constexpr Row rows[] = {
    {"dispatch_local_ratio", dispatchLocalRatio, "of the bare loop", Row::AtLeast, 0.90},
    {"dispatch_latency_ratio", dispatchLatencyRatio, "of the bare loop", Row::AtLeast, 0.95},
    {"engine_rate", engineRate, "messages/s", Row::AtLeast, 60'000},
    {"serve_peak_mb", servePeak, "MB", Row::AtMost, 120},
    {"import_ratio", importRatio, "times the sqlite3 shell", Row::AtMost, 2.0},
    {"import_peak_mb", importPeak, "MB above idle", Row::AtMost, 100},
    {"audience_ratio", audienceRatio, "times the sqlite3 shell", Row::AtMost, 3.0},
    {"bytes_per_message", bytesPerMessage, "bytes", Row::AtMost, 250},
    {"statistics_ms", statisticsTime, "ms", Row::AtMost, 1.0},
    {"scale_ms", scaleTime, "ms, slowest p99", Row::AtMost, 100},
    {"scale_ms_postgresql", scaleTimeOnServer, "ms, slowest p99", Row::AtMost, 100, largeServer},
    {"server_ratio", serverRatio, "PostgreSQL over SQLite", Row::AtLeast, 0},
};

bool isUsual(const Row &row)
{
    return !row.variable || qEnvironmentVariableIsSet(row.variable);
}

bool take(const Row &row)
{
    const core::Result<Reading> reading = row.measure();
    if (!reading) {
        std::fprintf(stderr, "%s: %s %s\n", row.name, qPrintable(reading.error().code), qPrintable(reading.error().detail));
        return false;
    }
    const bool reached = row.direction == Row::AtLeast ? reading->value >= row.bar : reading->value <= row.bar;
    const QJsonObject line{
        {QStringLiteral("name"), QLatin1String(row.name)},
        {QStringLiteral("value"), reading->value},
        {QStringLiteral("unit"), QLatin1String(row.unit)},
        {QStringLiteral("bar"), (row.direction == Row::AtLeast ? QStringLiteral(">= ") : QStringLiteral("<= ")) +
                                    QString::number(row.bar, 'g', 10)},
        {QStringLiteral("reached"), reached},
        {QStringLiteral("detail"), reading->detail}};
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList wanted = QCoreApplication::arguments().mid(1);
    if (wanted == QStringList{QStringLiteral("--list")}) {
        for (const Row &row : rows) {
            if (isUsual(row))
                std::printf("%s\n", row.name);
        }
        return 0;
    }
    bool taken = true;
    for (const Row &row : rows) {
        if (wanted.isEmpty() ? isUsual(row) : wanted.contains(QLatin1String(row.name)))
            taken = take(row) && taken;
    }
    return taken ? 0 : 1;
}
