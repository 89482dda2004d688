// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One window per workspace and desktop: a second start raises the first.
 */
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace app {

/** Thread: main. */
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /** @param workspace  what tells workspaces apart: the database URL */
    explicit SingleInstance(const QString &workspace, QObject *parent = nullptr);

    /** True: another window was found and asked to come forward; this process should end. */
    [[nodiscard]] bool handOver() const;
    /** Answers later starts. False: it cannot listen; the window works, but a second start opens a second one. */
    bool listen();

Q_SIGNALS:
    void raiseRequested();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace app
