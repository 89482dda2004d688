// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The real program in a directory of its own: its own home, database, key and logs.
 *
 * For end-to-end tests. Nothing outside of the directory is touched.
 */
#pragma once

#include <QJsonDocument>
#include <QMap>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <functional>
#include <memory>

namespace tests {

/** What a command left behind. */
struct Outcome
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

/** What a process that is started finds different from its parent. */
struct Surroundings
{
    QMap<QString, QString> environment; ///< beside what every program gets
    /** Runs in the child before the program does; only what is safe between fork and exec. */
    std::function<void()> inChild;
};

/** Thread: one. */
class Program
{
public:
    /** @param binary  path of the heliograph executable; HELIOGRAPH_TEST_BINARY in the environment takes its place */
    explicit Program(const QString &binary);
    /** Where HELIOGRAPH_TEST_LOGS names a folder, the log files go there instead of being lost. */
    ~Program();
    Q_DISABLE_COPY_MOVE(Program)

    /** Runs a command to its end; kills it after `timeoutMs`. */
    Outcome run(const QStringList &arguments, const QByteArray &input = {}, int timeoutMs = 60'000) const;
    /** Starts a command that goes on; killed when the pointer goes. */
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments,
                                                  QProcess::ProcessChannelMode mode = QProcess::ForwardedErrorChannel) const;
    /** From now on, for everything that is started. */
    void setSurroundings(Surroundings surroundings) { m_surroundings = std::move(surroundings); }
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }

private:
    [[nodiscard]] std::unique_ptr<QProcess> prepared(const QStringList &arguments) const;

    QString m_binary;
    QTemporaryDir m_directory;
    Surroundings m_surroundings;
};

/** A loopback port that was free a moment ago. */
[[nodiscard]] int freePort();

/** The JSON that a GET of a loopback address answers; null if there was none for 20 s. */
[[nodiscard]] QJsonDocument fetchJson(const QString &url);
/** The same for a POST of an object. */
QJsonDocument postJson(const QString &url, const QJsonObject &object);

} // namespace tests
