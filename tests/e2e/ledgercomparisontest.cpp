// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/ledgercomparison.h"

#include <QJsonDocument>
#include <QtTest>

namespace tests {

namespace {

/** JSON, written with ' for ". */
QByteArray quoted(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QJsonArray arrayOf(const QByteArray &elements)
{
    return QJsonDocument::fromJson('[' + elements + ']').array();
}

} // namespace

/** The judge of the other tests: it must see each thing that can go wrong. */
class LedgerComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QByteArray>("ledger");
        QTest::addColumn<QString>("wrong"); ///< blank: nothing

        const QByteArray accepted = quoted("{'id':1,'phone':7,'text':'a','accepted':true}");
        const QByteArray refused = quoted("{'id':1,'phone':7,'text':'a','accepted':false}");
        const QByteArray again = refused + ',' + accepted;
        const auto row = [](const char *name, const QByteArray &log, const QByteArray &ledger, const char *wrong) {
            QTest::newRow(name) << log << ledger << QString::fromLatin1(wrong);
        };
        const auto one = [](const QByteArray &status, const QByteArray &attempts = "1") {
            return quoted("{'id':1,'status':'") + status + quoted("','attempts':") + attempts + '}';
        };
        row("sent", accepted, one("sent"), "");
        row("sent after a repeat", again, one("sent", "2"), "");
        row("failed", refused, one("failed"), "");
        row("unknown and accepted", accepted, one("unknown"), "");
        row("expired before anything went out", "", one("expired", "0"), "");
        row("left pending", "", one("pending", "0"), "lost 1");
        row("left sending", refused, one("sending"), "lost 1");
        row("sent without acceptance", refused, one("sent"), "untrue 1");
        row("failed though accepted", accepted, one("failed"), "untrue 1");
        row("expired though accepted", accepted, one("expired"), "untrue 1");
        row("one phone under two ids", accepted + quoted(",{'id':2,'phone':7,'text':'a','accepted':true}"),
            one("sent") + quoted(",{'id':2,'status':'sent','attempts':1}"), "phones under two ids 1");
        row("one id for two phones", accepted + quoted(",{'id':1,'phone':8,'text':'a','accepted':false}"), one("sent", "2"),
            "ids under two messages 1");
        row("one id with two texts", accepted + quoted(",{'id':1,'phone':7,'text':'b','accepted':false}"), one("sent", "2"),
            "ids under two messages 1");
        row("accepted twice", accepted + ',' + accepted, one("sent", "2"), "accepted twice 1");
        row("more requests than attempts", again + ',' + refused, one("sent", "2"), "requests without an attempt 1");
        row("a request of nobody", accepted, "", "of no message 1");
    }

    void seesWhatIsWrong()
    {
        QFETCH(const QByteArray, log);
        QFETCH(const QByteArray, ledger);
        QFETCH(const QString, wrong);
        const QJsonArray messages = arrayOf(ledger);
        // All attempts but an accepted one have a line in the log.
        QHash<qint64, qint64> unaccepted;
        for (const QJsonValue &message : messages)
            unaccepted.insert(message[u"id"].toInteger(),
                              message[u"attempts"].toInteger() - (message[u"status"].toString() == u"sent" ? 1 : 0));

        const auto comparison = LedgerComparison::of(arrayOf(log), messages, unaccepted);
        QCOMPARE(comparison.isSound(), wrong.isEmpty());
        QVERIFY2(comparison.text().contains(wrong), qPrintable(comparison.text()));
    }

    void anInterruptedAttemptIsOneThatWasStored()
    {
        const QJsonArray log =
            arrayOf(quoted("{'id':1,'phone':7,'text':'a','accepted':true},{'id':1,'phone':7,'text':'a','accepted':false}"));
        const QJsonArray ledger = arrayOf(quoted("{'id':1,'status':'sent','attempts':1}"));
        QVERIFY(LedgerComparison::of(log, ledger, {{1, 1}}).isSound());
        QCOMPARE(LedgerComparison::of(log, ledger, {}).unforeseen, 1);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::LedgerComparisonTest)
#include "ledgercomparisontest.moc"
