// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * SIGTERM and SIGINT as a Qt signal, so that a process can finish what is in flight.
 */
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <memory>

namespace app {

/** One at a time. A second signal while the first is being obeyed ends the process as usual. Thread: main. */
class TerminationSignals : public QObject
{
    Q_OBJECT

public:
    explicit TerminationSignals(QObject *parent = nullptr);
    ~TerminationSignals() override;

Q_SIGNALS:
    void received();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace app
