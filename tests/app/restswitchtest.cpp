// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/restswitch.h"

#include "app/backend.h"
#include "core/settings/desktopsettings.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUrl>
#include <QtTest>

using app::Backend;
using app::RestSwitch;
using core::interfaces::RestState;
using Phase = RestState::Phase;

namespace tests {

/** The REST interface of the window over a real backend: it is where the settings say. */
class RestSwitchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder.emplace();
        qputenv("HELIOGRAPH_KEY_FILE", folder->filePath(u"workspace.key"_qs).toLocal8Bit());
        settings.emplace(folder->filePath(u"heliograph.ini"_qs));
        const auto url = core::storage::DatabaseUrl::sqliteFile(folder->filePath(u"workspace.db"_qs));
        auto opened = Backend::open(url, clock);
        QVERIFY(opened);
        backend = std::move(*opened);
        rest.emplace(*backend, *settings, clock, app::RestUse::AsSet);
    }

    void cleanup()
    {
        rest.reset();
        backend.reset();
        settings.reset();
        folder.reset();
    }

    void isOffUntilItIsSwitchedOn()
    {
        rest->apply();
        QCOMPARE(rest->state(), RestState{});
    }

    void answersWhereTheSettingsSay()
    {
        switchOn(u"127.0.0.1:0"_qs);
        QCOMPARE(rest->state().phase, Phase::Starting);
        QTRY_COMPARE(rest->state().phase, Phase::Listening);
        QVERIFY(rest->state().url.startsWith(u"http://127.0.0.1:"));
        const QByteArray answer = health();
        QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.constData());
    }

    void switchedOffItFreesThePort()
    {
        switchOn(u"127.0.0.1:0"_qs);
        QTRY_COMPARE(rest->state().phase, Phase::Listening);
        const quint16 port = quint16(QUrl(rest->state().url).port());
        QTcpServer other;
        QVERIFY(!other.listen(QHostAddress::LocalHost, port));

        QVERIFY(settings->setRestEnabled(false));
        rest->apply();

        QTRY_COMPARE(rest->state().phase, Phase::Off);
        QVERIFY2(other.listen(QHostAddress::LocalHost, port), qPrintable(other.errorString()));
    }

    void aPortThatIsTakenIsSaidAndTriedAgain()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        switchOn(addressOf(taken));
        QTRY_COMPARE(rest->state().phase, Phase::Failed);
        QCOMPARE(rest->state().error.code, u"rest.listen"_qs);
        QCOMPARE(rest->state().error.args.value(0), addressOf(taken));

        taken.close();
        rest->apply();

        QTRY_COMPARE(rest->state().phase, Phase::Listening);
    }

    void movesToAnotherAddress()
    {
        switchOn(u"127.0.0.1:0"_qs);
        QTRY_COMPARE(rest->state().phase, Phase::Listening);
        const QString before = rest->state().url;
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const QString address = addressOf(other);
        other.close();

        switchOn(address);

        QCOMPARE(rest->state().phase, Phase::Starting);
        QTRY_COMPARE(rest->state().url, u"http://"_qs + address);
        QVERIFY(health().startsWith("HTTP/1.1 200 "));
        QTcpServer old;
        QVERIFY(old.listen(QHostAddress::LocalHost, quint16(QUrl(before).port())));
    }

    void theLastOfManyWordsHolds()
    {
        switchOn(u"127.0.0.1:0"_qs);
        QVERIFY(settings->setRestEnabled(false));
        rest->apply();
        switchOn(u"127.0.0.1:0"_qs);
        QTRY_COMPARE(rest->state().phase, Phase::Listening);
        QVERIFY(health().startsWith("HTTP/1.1 200 "));
        rest->apply();
        QVERIFY(settings->setRestEnabled(false));
        rest->apply();
        QTRY_COMPARE(rest->state().phase, Phase::Off);
    }

    void inTheDemoNoPortIsOpenedWhateverIsSet()
    {
        QTcpServer own;
        QVERIFY(own.listen(QHostAddress::LocalHost)); // by the window with the person's own workspace
        QVERIFY(settings->setRestAddress(addressOf(own)) && settings->setRestEnabled(true));
        RestSwitch demo(*backend, *settings, clock, app::RestUse::Never);
        QSignalSpy changed(&demo, &RestSwitch::stateChanged);

        demo.apply();

        QCOMPARE(demo.state().phase, Phase::Off);
        QCOMPARE(demo.state().error.code, u"rest.demo"_qs);
        QCOMPARE(changed.size(), 1);
        QVERIFY(settings->setRestEnabled(false));
        demo.apply();
        QCOMPARE(demo.state(), RestState{});
        QSignalSpy stopped(&demo, &RestSwitch::stopped);
        demo.stop();
        QTRY_COMPARE(stopped.size(), 1);
    }

    void saysWhatIsWrongWithTheSettings_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("code");
        QTest::newRow("no address") << u"here"_qs << QString() << QString() << u"listen"_qs << u"rest:address"_qs;
        QTest::newRow("plain HTTP for all")
            << u"0.0.0.0:0"_qs << QString() << QString() << u"listen"_qs << u"rest:needs_tls"_qs;
        QTest::newRow("no key") << u"127.0.0.1:0"_qs << u"/a"_qs << QString() << u"tls-key"_qs << u"json:missing"_qs;
        QTest::newRow("no certificate") << u"127.0.0.1:0"_qs << QString() << u"/a"_qs << u"tls-certificate"_qs
                                        << u"json:missing"_qs;
        QTest::newRow("no such file") << u"127.0.0.1:0"_qs << u"/nowhere/a"_qs << u"/nowhere/b"_qs << QString()
                                      << u"rest.certificate"_qs;
    }

    void saysWhatIsWrongWithTheSettings()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, certificate);
        QFETCH(const QString, key);
        QFETCH(const QString, field);
        QFETCH(const QString, code);
        QVERIFY(settings->setRestCertificate(certificate) && settings->setRestKey(key));
        switchOn(address);
        QTRY_COMPARE(rest->state().phase, Phase::Failed);
        const core::Error error = rest->state().error;
        QCOMPARE(error.fields.isEmpty() ? QString() : error.fields.first().field, field);
        QCOMPARE(error.fields.isEmpty() ? error.code : error.fields.first().code, code);
    }

    void endsForGoodAndSaysSo_data()
    {
        QTest::addColumn<bool>("isOn");
        QTest::newRow("on") << true;
        QTest::newRow("off") << false;
    }

    void endsForGoodAndSaysSo()
    {
        QFETCH(const bool, isOn);
        if (isOn)
            switchOn(u"127.0.0.1:0"_qs);
        QSignalSpy stopped(&*rest, &RestSwitch::stopped);

        rest->stop();

        QCOMPARE(stopped.count(), 0); // who listens may destroy it
        QTRY_COMPARE(stopped.count(), 1);
        rest->apply();
        QCOMPARE(rest->state().phase, Phase::Off);
    }

private:
    void switchOn(const QString &address)
    {
        QVERIFY(settings->setRestEnabled(true) && settings->setRestAddress(address));
        rest->apply();
    }

    static QString addressOf(const QTcpServer &server) { return u"127.0.0.1:%1"_qs.arg(server.serverPort()); }

    /** The whole answer to GET /healthz. */
    [[nodiscard]] QByteArray health() const
    {
        const QUrl url(rest->state().url);
        QTcpSocket socket;
        socket.connectToHost(url.host(), quint16(url.port()));
        socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        if (!QTest::qWaitFor([&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }))
            return "no end: " + socket.readAll();
        return socket.readAll();
    }

    core::SystemClock clock;
    std::optional<QTemporaryDir> folder;
    std::optional<core::settings::DesktopSettings> settings;
    std::unique_ptr<Backend> backend;
    std::optional<RestSwitch> rest;
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::RestSwitchTest)
#include "restswitchtest.moc"
