// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Runs commands in this process on a workspace in a temporary folder.
 */
#pragma once

#include "app/commandline.h"
#include "app/commandtable.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

namespace tests {

struct CommandOutcome
{
    app::ExitCode code = app::ExitCode::Failed;
    QString out;
    QString err;

    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(out.toUtf8()).array(); }
    [[nodiscard]] QJsonObject problem() const { return QJsonDocument::fromJson(err.toUtf8()).object(); }
};

/** A workspace of its own, with its key in a file: no keyring, no home directory. */
class CommandRunner
{
public:
    CommandRunner()
    {
        qputenv("HELIOGRAPH_KEY_FILE", path(u"workspace.key"_qs).toLocal8Bit());
        qputenv("HELIOGRAPH_CONFIG", path(u"heliograph.ini"_qs).toLocal8Bit());
        qputenv("HELIOGRAPH_LOG_DIR", path(u"log"_qs).toLocal8Bit());
        qunsetenv("HELIOGRAPH_DATABASE");
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString database() const { return u"sqlite:"_qs + path(u"workspace.db"_qs); }

    /** Words with single blanks between; texts with blanks in ''. The database option is added. */
    CommandOutcome run(const QString &words, const QByteArray &input = {}) const
    {
        return runWords(QStringList{u"--database"_qs, database()} + split(words), input);
    }

    /** The same with --json, and it must succeed. */
    QJsonObject object(const QString &words, const QByteArray &input = {}) const
    {
        const CommandOutcome outcome = run(u"--json "_qs + words, input);
        if (outcome.code != app::ExitCode::Done)
            qWarning().noquote() << words << "failed:" << outcome.err;
        return outcome.object();
    }

    static CommandOutcome runWords(const QStringList &words, const QByteArray &input = {})
    {
        QByteArray given = input;
        QBuffer in(&given);
        QBuffer out;
        QBuffer err;
        in.open(QIODevice::ReadOnly);
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        const app::CommandLine line = app::parsedCommandLine(words, app::commandTable());
        CommandOutcome outcome;
        outcome.code = app::run(line, app::commandTable(), {in, out, err});
        outcome.out = QString::fromUtf8(out.data());
        outcome.err = QString::fromUtf8(err.data());
        return outcome;
    }

    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s cannot be written", qPrintable(file.fileName()));
        return file.fileName();
    }

private:
    static QStringList split(const QString &words)
    {
        QStringList list;
        static const QRegularExpression word(u"'([^']*)'|(\\S+)"_qs);
        for (auto match = word.globalMatch(words); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            list.append(found.captured(2).isEmpty() ? found.captured(1) : found.captured(2));
        }
        return list;
    }

    QTemporaryDir m_folder;
};

} // namespace tests
