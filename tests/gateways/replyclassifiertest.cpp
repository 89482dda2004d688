// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gateways/replyclassifier.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using namespace core;
using namespace core::gateways;
using namespace std::chrono_literals;
using core::domain::AnswerKind;

Q_DECLARE_METATYPE(std::optional<core::Milliseconds>)

namespace tests {

namespace {

/** "yes" accepts, "no" refuses. */
Verdict readWord(int, const QByteArray &body)
{
    if (body == "yes")
        return Verdict::Accepted;
    return body == "no" ? Verdict::Refused : Verdict::Unreadable;
}

const Instant now = tests::at("2026-11-20T09:00:00Z");

} // namespace

class ReplyClassifierTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheWholeTable_data();
    void readsTheWholeTable();
    void namesEveryStatusOfItsClass();
    void keepsTheBeginningOfTheAnswer();
    void keepsWhatTheNetworkSaidWhenThereWasNoAnswer();
    void tellsRetryAfterOnlyWhenThrottled();
    void readsRetryAfter_data();
    void readsRetryAfter();
};

void ReplyClassifierTest::readsTheWholeTable_data()
{
    using Network = QNetworkReply;
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<AnswerKind>("kind");

    const auto status = [](const char *name, int code, const char *body, AnswerKind kind, const char *retryAfter = "") {
        HttpOutcome outcome;
        outcome.status = code;
        outcome.body = body;
        outcome.retryAfter = retryAfter;
        outcome.written = true;
        outcome.error = code >= 400 ? Network::UnknownContentError : Network::NoError;
        QTest::newRow(name) << outcome << kind;
    };
    status("says yes", 200, "yes", AnswerKind::Accepted);
    status("says no", 200, "no", AnswerKind::Refused);
    status("unreadable", 200, "maybe", AnswerKind::BadAnswer);
    status("empty", 200, "", AnswerKind::BadAnswer);
    status("no content", 204, "", AnswerKind::BadAnswer);
    status("moved permanently", 301, "", AnswerKind::Misconfigured);
    status("moved", 302, "yes", AnswerKind::Misconfigured);
    status("temporary redirect", 307, "", AnswerKind::Misconfigured);
    status("bad request", 400, "", AnswerKind::Rejected);
    status("unauthorized", 401, "yes", AnswerKind::RefusedUs);
    status("payment required", 402, "", AnswerKind::RefusedUs);
    status("forbidden", 403, "", AnswerKind::RefusedUs);
    status("not found", 404, "", AnswerKind::Misconfigured);
    status("method not allowed", 405, "", AnswerKind::Misconfigured);
    status("request timeout", 408, "", AnswerKind::Transient);
    status("conflict", 409, "", AnswerKind::Rejected);
    status("gone", 410, "", AnswerKind::Rejected);
    status("too large", 413, "", AnswerKind::Rejected);
    status("uri too long", 414, "", AnswerKind::Rejected);
    status("unsupported media", 415, "", AnswerKind::Misconfigured);
    status("unprocessable", 422, "", AnswerKind::Rejected);
    status("too early", 425, "", AnswerKind::Transient);
    status("too many", 429, "", AnswerKind::Throttled);
    status("too many with pause", 429, "", AnswerKind::Throttled, "7");
    status("legal reasons", 451, "", AnswerKind::Rejected);
    status("server error", 500, "yes", AnswerKind::Transient);
    status("unavailable", 503, "", AnswerKind::Transient);
    status("unavailable with pause", 503, "", AnswerKind::Throttled, "7");
    status("unavailable with nonsense", 503, "", AnswerKind::Transient, "soon");
    status("gateway timeout with pause", 504, "", AnswerKind::Transient, "7");
    status("no such status", 999, "yes", AnswerKind::BadAnswer);

    const auto silence = [](const char *name, Network::NetworkError error, bool written, AnswerKind kind) {
        HttpOutcome outcome;
        outcome.error = error;
        outcome.written = written;
        QTest::newRow(name) << outcome << kind;
    };
    silence("no such host", Network::HostNotFoundError, false, AnswerKind::Transient);
    silence("refused", Network::ConnectionRefusedError, false, AnswerKind::Transient);
    silence("reset before it was written", Network::RemoteHostClosedError, false, AnswerKind::Transient);
    silence("deadline before it was written", Network::OperationCanceledError, false, AnswerKind::Transient);
    silence("reset after it was written", Network::RemoteHostClosedError, true, AnswerKind::Timeout);
    silence("would have been repeated by Qt", Network::ContentReSendError, true, AnswerKind::Timeout);
    silence("deadline after it was written", Network::OperationCanceledError, true, AnswerKind::Timeout);
    silence("untrusted certificate", Network::SslHandshakeFailedError, false, AnswerKind::Misconfigured);
    silence("unknown scheme", Network::ProtocolUnknownError, false, AnswerKind::Misconfigured);
    silence("no HTTP", Network::ProtocolFailure, true, AnswerKind::BadAnswer);

    HttpOutcome half{200, {}, "yes", false, true, Network::RemoteHostClosedError, {}};
    QTest::newRow("success cut in the middle") << half << AnswerKind::Timeout;
    half.error = Network::OperationCanceledError;
    QTest::newRow("success at the deadline") << half << AnswerKind::Timeout;
    half.status = 500;
    QTest::newRow("failure at the deadline") << half << AnswerKind::Transient;
    QTest::newRow("success too long") << HttpOutcome{200, {}, "yes", true, true, Network::NoError, {}}
                                      << AnswerKind::BadAnswer;
    QTest::newRow("rejection too long") << HttpOutcome{400, {}, "no", true, true, Network::NoError, {}}
                                        << AnswerKind::Rejected;
}

void ReplyClassifierTest::readsTheWholeTable()
{
    QFETCH(const HttpOutcome, outcome);
    QFETCH(const AnswerKind, kind);

    const auto answer = classify(outcome, readWord, now);
    QCOMPARE(answer.kind, kind);
    QCOMPARE(answer.httpStatus, outcome.status);
}

void ReplyClassifierTest::namesEveryStatusOfItsClass()
{
    for (int status = 300; status < 600; ++status) {
        const AnswerKind kind = classify({status, {}, "yes", false, true, QNetworkReply::NoError, {}}, readWord, now).kind;
        QVERIFY2(kind != AnswerKind::Accepted && kind != AnswerKind::Refused && kind != AnswerKind::BadAnswer,
                 qPrintable(QString::number(status)));
    }
}

void ReplyClassifierTest::keepsTheBeginningOfTheAnswer()
{
    HttpOutcome outcome{
        400, {}, QString(600, u'ж').toUtf8(), false, true, QNetworkReply::UnknownContentError, QStringLiteral("x")};
    QCOMPARE(classify(outcome, readWord, now).text, QString(500, u'ж'));
    outcome.body.clear();
    QCOMPARE(classify(outcome, readWord, now).text, QStringLiteral("x"));
}

void ReplyClassifierTest::keepsWhatTheNetworkSaidWhenThereWasNoAnswer()
{
    const HttpOutcome outcome{
        0, {}, {}, false, false, QNetworkReply::ConnectionRefusedError, QStringLiteral("Connection refused")};
    QCOMPARE(classify(outcome, readWord, now).text, QStringLiteral("Connection refused"));
}

void ReplyClassifierTest::tellsRetryAfterOnlyWhenThrottled()
{
    HttpOutcome outcome{429, "5", {}, false, true, QNetworkReply::UnknownContentError, {}};
    QCOMPARE(classify(outcome, readWord, now).retryAfter, std::optional<Milliseconds>(5s));
    outcome.status = 500;
    QCOMPARE(classify(outcome, readWord, now).retryAfter, std::optional<Milliseconds>());
    outcome.status = 429;
    outcome.retryAfter.clear();
    QCOMPARE(classify(outcome, readWord, now).retryAfter, std::optional<Milliseconds>());
}

void ReplyClassifierTest::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<std::optional<Milliseconds>>("pause");

    using Pause = std::optional<Milliseconds>;
    QTest::newRow("seconds") << QByteArray("120") << Pause(2min);
    QTest::newRow("at once") << QByteArray("0") << Pause(0ms);
    QTest::newRow("blanks around") << QByteArray(" 5 ") << Pause(5s);
    QTest::newRow("exactly the cap") << QByteArray("900") << Pause(15min);
    QTest::newRow("over the cap") << QByteArray("901") << Pause(15min);
    QTest::newRow("more than a number holds") << QByteArray("99999999999999999999") << Pause(15min);
    QTest::newRow("date") << QByteArray("Fri, 20 Nov 2026 09:01:30 GMT") << Pause(90s);
    QTest::newRow("date as it was written once") << QByteArray("Friday, 20-Nov-26 09:01:30 GMT") << Pause(90s);
    QTest::newRow("date as C writes it") << QByteArray("Fri Nov 20 09:01:30 2026") << Pause(90s);
    QTest::newRow("date as C writes it, one digit") << QByteArray("Sun Nov  1 09:01:30 2026") << Pause(0ms);
    QTest::newRow("date without a zone") << QByteArray("Fri, 20 Nov 2026 09:01:30") << Pause();
    QTest::newRow("date over the cap") << QByteArray("Sat, 21 Nov 2026 09:00:00 GMT") << Pause(15min);
    QTest::newRow("date in the past") << QByteArray("Fri, 20 Nov 2026 08:00:00 GMT") << Pause(0ms);
    QTest::newRow("negative") << QByteArray("-5") << Pause();
    QTest::newRow("fraction") << QByteArray("1.5") << Pause();
    QTest::newRow("words") << QByteArray("soon") << Pause();
    QTest::newRow("nothing") << QByteArray() << Pause();
}

void ReplyClassifierTest::readsRetryAfter()
{
    QFETCH(const QByteArray, header);
    QFETCH(const std::optional<Milliseconds>, pause);
    QCOMPARE(parseRetryAfter(header, now), pause);
}

} // namespace tests

QTEST_GUILESS_MAIN(tests::ReplyClassifierTest)
#include "replyclassifiertest.moc"
