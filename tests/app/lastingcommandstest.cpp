// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/dispatchlock.h"
#include "tests/app/commandrunner.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <csignal>
#include <unistd.h>

using app::ExitCode;

namespace tests {

namespace {

/** A command that goes on until it is stopped: `said` is called with all of its output whenever there is more of it. */
class LastingCommand
{
public:
    ExitCode run(const QStringList &words, const std::function<void(const QString &)> &said)
    {
        for (QBuffer *stream : {&m_out, &m_err})
            stream->open(QIODevice::WriteOnly);
        m_in.open(QIODevice::ReadOnly);
        QObject::connect(&m_out, &QBuffer::bytesWritten, &m_out, [&] { said(out()); });
        // A command that says nothing shall fail the test, not hang it.
        QTimer::singleShot(std::chrono::seconds{30}, &m_out, [] { QCoreApplication::exit(1); });
        const app::CommandLine line = app::parsedCommandLine(words, app::commandTable());
        return app::run(line, app::commandTable(), {m_in, m_out, m_err});
    }

    [[nodiscard]] QString out() const { return QString::fromUtf8(m_out.data()); }
    [[nodiscard]] QString err() const { return QString::fromUtf8(m_err.data()); }

private:
    QBuffer m_in;
    QBuffer m_out;
    QBuffer m_err;
};

QByteArray request(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
{
    return method + ' ' + path +
           " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

} // namespace

/** `serve` and `simulator`: what runs until it is told to stop. */
class LastingCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        runner.emplace();
        qputenv("HELIOGRAPH_LOG_DIR", runner->path(u"log"_qs).toLocal8Bit());
    }

    void cleanup() { runner.reset(); }

    void serveSendsUntilSigterm()
    {
        LastingCommand serve;

        const ExitCode code = serve.run(serveWords(), [](const QString &) { ::kill(::getpid(), SIGTERM); });

        QCOMPARE(code, ExitCode::Done);
        QVERIFY2(serve.out().startsWith(u"Sending."_qs), qPrintable(serve.out()));
        QVERIFY(QFile::exists(runner->path(u"workspace.db"_qs)));
    }

    void serveSaysWhenAnotherSendsAndTakesOver()
    {
        QVERIFY(runner->run(u"statistics"_qs).code == ExitCode::Done);
        auto other = *core::storage::DispatchLock::tryTake(*core::storage::DatabaseUrl::parse(runner->database()));
        QVERIFY(other);
        LastingCommand serve;

        const ExitCode code = serve.run(serveWords(), [&other](const QString &said) {
            if (other)
                other.reset();
            else if (said.contains(u"\nSending."_qs))
                ::kill(::getpid(), SIGTERM);
        });

        QCOMPARE(code, ExitCode::Done);
        QVERIFY2(serve.out().startsWith(u"Not sending: another process"_qs), qPrintable(serve.out()));
        QCOMPARE(serve.out().count(u'\n'), 2);
    }

    void serveNeedsAWorkspaceItCanOpen()
    {
        LastingCommand serve;

        const ExitCode code =
            serve.run({u"serve"_qs, u"--database"_qs, u"sqlite:/proc/nowhere/workspace.db"_qs}, [](const QString &) {});

        QCOMPARE(code, ExitCode::Failed);
        QVERIFY(serve.out().isEmpty());
        QVERIFY(!serve.err().isEmpty());
    }

    void theSimulatorAnswersWithTheFaultsItWasGiven()
    {
        LastingCommand simulator;
        QTcpSocket socket;
        QByteArray answer;
        connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
        connect(&socket, &QTcpSocket::disconnected, &socket, [] { QCoreApplication::quit(); });

        const ExitCode code = simulator.run(
            {u"--json"_qs, u"simulator"_qs, u"--port"_qs, u"0"_qs, u"--status"_qs, u"503=100%"_qs, u"--retry-after"_qs,
             u"7"_qs},
            [&socket](const QString &out) {
                const QUrl url(QJsonDocument::fromJson(out.toUtf8()).object()[u"url"_qs].toString());
                socket.connectToHost(url.host(), quint16(url.port()));
                socket.write(request("POST", url.path().toLatin1() + '5', R"({"id":5,"phone":79990000001,"text":"Hi"})"));
            });

        QCOMPARE(code, ExitCode::Done);
        QVERIFY2(answer.startsWith("HTTP/1.1 503 "), answer.constData());
        QVERIFY2(answer.toLower().contains("\r\nretry-after: 7\r\n"), answer.constData());
    }

    void theSimulatorSaysWhereItAnswers()
    {
        LastingCommand simulator;

        const ExitCode code =
            simulator.run({u"simulator"_qs, u"--port"_qs, u"0"_qs}, [](const QString &) { ::kill(::getpid(), SIGTERM); });

        QCOMPARE(code, ExitCode::Done);
        QVERIFY2(simulator.out().contains(QRegularExpression(u"http://127\\.0\\.0\\.1:[1-9]\\d*/v1/send/"_qs)),
                 qPrintable(simulator.out()));
    }

    void theDemoSaysWhatIsNewAndTheNumbersAtTheEnd()
    {
        LastingCommand demo;

        const ExitCode code = demo.run({u"--json"_qs, u"demo"_qs, u"--clients"_qs, u"3"_qs}, [](const QString &) {});

        QCOMPARE(code, ExitCode::Done);
        const QJsonObject statistics = QJsonDocument::fromJson(demo.out().toUtf8()).object();
        QCOMPARE(statistics[u"state"_qs].toString(), u"finished"_qs);
        QCOMPARE(statistics[u"total"_qs].toInt(), 3);
        QStringList said = demo.err().split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(said.size() >= 2);
        const qsizetype lines = said.size();
        said.removeDuplicates();
        QCOMPARE(said.size(), lines);
    }

    void aPortThatIsTakenIsSaid()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        LastingCommand simulator;

        const ExitCode code =
            simulator.run({u"simulator"_qs, u"--port"_qs, QString::number(taken.serverPort())}, [](const QString &) {});

        QCOMPARE(code, ExitCode::Failed);
        QVERIFY2(simulator.err().contains(QString::number(taken.serverPort())), qPrintable(simulator.err()));
        QVERIFY(simulator.out().isEmpty());
    }

private:
    [[nodiscard]] QStringList serveWords() const { return {u"serve"_qs, u"--database"_qs, runner->database()}; }

    std::optional<CommandRunner> runner;
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::LastingCommandsTest)
#include "lastingcommandstest.moc"
