// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/ledgercomparison.h"

#include <QSet>

namespace tests {

namespace {

/** What the gateway knows of an id. */
struct Requested
{
    qint64 times = 0;
    qint64 accepted = 0;
    QSet<QString> contents; ///< phone and text
};

bool claimsAcceptance(const QString &status)
{
    return status == QLatin1String("sent") || status == QLatin1String("delivered");
}

enum class Truth { Lost, Untrue, True };

Truth truthOf(const QString &status, bool accepted)
{
    if (status == QLatin1String("pending") || status == QLatin1String("sending"))
        return Truth::Lost;
    if (status == QLatin1String("unknown"))
        return Truth::True;
    return claimsAcceptance(status) == accepted ? Truth::True : Truth::Untrue;
}

} // namespace

LedgerComparison LedgerComparison::of(const QJsonArray &log, const QJsonArray &ledger,
                                      const QHash<qint64, qint64> &unaccepted)
{
    LedgerComparison comparison;
    QHash<qint64, Requested> byId;
    QHash<qint64, QSet<qint64>> idsOfPhone;
    for (const QJsonValue &entry : log) {
        const qint64 id = entry[u"id"].toInteger();
        const qint64 phone = entry[u"phone"].toInteger();
        Requested &requested = byId[id];
        ++requested.times;
        requested.accepted += entry[u"accepted"].toBool() ? 1 : 0;
        requested.contents.insert(QString::number(phone) + entry[u"text"].toString());
        idsOfPhone[phone].insert(id);
        comparison.lastRequestAt = std::max(comparison.lastRequestAt, entry[u"t"].toInteger());
    }
    comparison.requests = log.size();
    comparison.messages = ledger.size();
    for (const QSet<qint64> &ids : std::as_const(idsOfPhone))
        comparison.phonesTwice += ids.size() > 1 ? 1 : 0;
    for (const Requested &requested : std::as_const(byId)) {
        comparison.idsTwice += requested.contents.size() > 1 ? 1 : 0;
        comparison.acceptedTwice += requested.accepted > 1 ? 1 : 0;
    }
    for (const QJsonValue &message : ledger) {
        const qint64 id = message[u"id"].toInteger();
        const QString status = message[u"status"].toString();
        const Requested requested = byId.take(id);
        const Truth truth = truthOf(status, requested.accepted > 0);
        comparison.lost += truth == Truth::Lost ? 1 : 0;
        comparison.untrue += truth == Truth::Untrue ? 1 : 0;
        comparison.attempts += message[u"attempts"].toInteger();
        const qint64 intents = unaccepted.value(id) + (claimsAcceptance(status) ? 1 : 0);
        comparison.unforeseen += std::max<qint64>(0, requested.times - intents);
    }
    comparison.toldByNobody = byId.size();
    return comparison;
}

bool LedgerComparison::isSound() const
{
    return lost + untrue + phonesTwice + idsTwice + acceptedTwice + unforeseen + toldByNobody == 0;
}

QString LedgerComparison::text() const
{
    return QStringLiteral(
               "%1 messages, %2 attempts, %3 requests; lost %4, untrue %5, phones under two ids %6, ids under two "
               "messages %7, accepted twice %8, requests without an attempt %9, of no message %10")
        .arg(messages)
        .arg(attempts)
        .arg(requests)
        .arg(lost)
        .arg(untrue)
        .arg(phonesTwice)
        .arg(idsTwice)
        .arg(acceptedTwice)
        .arg(unforeseen)
        .arg(toldByNobody);
}

} // namespace tests
