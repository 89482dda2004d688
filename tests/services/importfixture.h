// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A workspace in memory with the services of import and export, and files to work on.
 */
#pragma once

#include "core/services/exportservice.h"
#include "core/services/importservice.h"
#include "tests/services/actors.h"
#include "tests/support/builders.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/manualclock.h"

#include <QFile>
#include <QTemporaryDir>

namespace tests {

struct ImportFixture
{
    ManualClock clock{"2026-11-20T09:00:00Z"};
    FakeWorkspace workspace;
    core::services::ImportService imports{workspace.executor, clock};
    core::services::ExportService exports{workspace.executor};
    QTemporaryDir folder;

    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }

    /** Writes a file and returns its path. */
    [[nodiscard]] QString file(const QString &text, const QString &name = QStringLiteral("clients.csv")) const
    {
        QFile written(path(name));
        if (!written.open(QIODevice::WriteOnly) || written.write(text.toUtf8()) < 0)
            qFatal("cannot write the test's file");
        return written.fileName();
    }

    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile read(path(name));
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }

    core::Result<core::csv::ImportReport> run(const core::services::ImportRequest &request)
    {
        return imports.runNow(admin(), request);
    }

    core::Result<core::csv::ImportReport> run(const QString &path)
    {
        core::services::ImportRequest request;
        request.path = path;
        return run(request);
    }

    [[nodiscard]] std::optional<core::domain::Client> client(int number)
    {
        return *workspace.clients.findByPhone(phoneNumber(number));
    }
};

/** "new 2, changed 0, unchanged 0, double 1, rejected 3 phone:empty" with every refused row. */
[[nodiscard]] inline QString summary(const core::Result<core::csv::ImportReport> &report)
{
    if (!report)
        return report.error().code;
    const core::csv::ImportCounts &counts = report->counts;
    QString text = QStringLiteral("new %1, changed %2, unchanged %3, double %4")
                       .arg(counts.added)
                       .arg(counts.changed)
                       .arg(counts.unchanged)
                       .arg(counts.doubles);
    for (const core::csv::RejectedRow &row : report->rejected)
        text += QStringLiteral(", rejected %1 %2").arg(row.line).arg(core::csv::toText(row.reason));
    if (report->stoppedBy)
        text += QStringLiteral(", stopped by ") + report->stoppedBy->code;
    if (report->cancelled)
        text += QStringLiteral(", cancelled");
    return text;
}

inline core::services::ImportRequest request(const QString &path)
{
    core::services::ImportRequest request;
    request.path = path;
    return request;
}

/** `count` phones under a header. */
inline QString manyPhones(int count)
{
    QString text = QStringLiteral("phone\n");
    for (int i = 1; i <= count; ++i)
        text += phoneNumber(i).text() + u'\n';
    return text;
}

} // namespace tests
