// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Compares what a gateway was asked with what the program believes.
 *
 * The two sides are the simulator's `GET /_log` and the list of `mailing messages --json` with the log of attempts. For
 * end-to-end tests.
 */
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QString>

namespace tests {

/** All numbers but the first four are wrong unless they are 0. */
struct LedgerComparison
{
    qint64 messages = 0;
    qint64 requests = 0;
    qint64 attempts = 0;      ///< that count, in the ledger
    qint64 lastRequestAt = 0; ///< ms since 1970

    qint64 lost = 0;          ///< messages without a final status
    qint64 untrue = 0;        ///< sent but never accepted, or accepted but called failed, expired or cancelled
    qint64 phonesTwice = 0;   ///< phones that were requested under two ids
    qint64 idsTwice = 0;      ///< ids that were requested for two phones or with two texts
    qint64 acceptedTwice = 0; ///< ids that were accepted by two requests
    qint64 unforeseen = 0;    ///< requests without an attempt in the ledger
    qint64 toldByNobody = 0;  ///< requests with ids that no message has

    /** @param unaccepted  by message: attempts in its log, those that did not count as well; accepted ones have no line */
    static LedgerComparison of(const QJsonArray &log, const QJsonArray &ledger, const QHash<qint64, qint64> &unaccepted);

    [[nodiscard]] bool isSound() const;
    /** For the one who has to find the cause. */
    [[nodiscard]] QString text() const;
};

} // namespace tests
