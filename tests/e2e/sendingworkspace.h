// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A program with clients, a simulator beside it and a gateway that leads there: all that a mailing needs.
 */
#pragma once

#include "tests/e2e/ledgercomparison.h"
#include "tests/e2e/program.h"

#include <QJsonObject>
#include <QStringList>

namespace tests {

/** "a b" → {"a", "b"}: arguments without blanks of their own. */
[[nodiscard]] QStringList words(const QString &line);

/** Failures are failures of the running test (QTest::currentTestFailed()). Thread: one. */
class SendingWorkspace
{
public:
    /**
     * Imports as many clients, all with the tag `e2e`.
     * @param database  as `--database` takes it; blank: an SQLite file of its own
     */
    SendingWorkspace(const QString &binary, int clients, const QString &database = {});

    [[nodiscard]] Program &program() { return m_program; }

    /** @param faults  options of `heliograph simulator` */
    void startSimulator(const QString &faults);
    void changeFaults(const QJsonObject &faults) const;
    /** Messages that the simulator has accepted up to now. */
    [[nodiscard]] qint64 accepted() const;
    /** Requests that have reached it up to now. */
    [[nodiscard]] qint64 requests() const;

    /** Requests with an id that it had accepted before. */
    [[nodiscard]] qint64 repeats() const;

    /** The first one is the default. @param options  of `gateway add` */
    void addGateway(const QString &options = {});
    /** To all clients, from now on. @param options  of `mailing create` @return its id, 0 if it was refused */
    qint64 createMailing(const QString &options = {}, const QString &text = QStringLiteral("Hello {phone}"));
    /** Until the mailing is finished. */
    void waitFor(qint64 mailing, std::chrono::seconds longest = std::chrono::seconds(120)) const;

    /** What the simulator was asked, request by request. */
    [[nodiscard]] QJsonArray log() const;
    /** By status. */
    [[nodiscard]] QJsonObject statistics(qint64 mailing) const;
    [[nodiscard]] LedgerComparison comparison(qint64 mailing) const;
    /** What `heliograph check` has to say; blank: nothing is wrong. */
    [[nodiscard]] QByteArray problems() const;

private:
    /** By message. */
    [[nodiscard]] QHash<qint64, qint64> unacceptedAttempts(const QJsonArray &ledger) const;
    [[nodiscard]] QString simulatorUrl(const QString &path) const;

    Program m_program;
    QString m_database;
    std::unique_ptr<QProcess> m_simulator;
    int m_port = 0;
};

/** Writes a file of clients 79991000000, 79991000001, …, with the column tag. */
[[nodiscard]] bool writeClients(const QString &path, int number);

} // namespace tests
