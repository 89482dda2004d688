// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/workspace.h"
#include "tests/storage/postgresserver.h"

#include <QProcess>
#include <QtTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tests {

using core::storage::DatabaseUrl;

namespace {

/** On the loopback; it was free a moment ago. */
int freePort()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    const bool bound = ::bind(descriptor, reinterpret_cast<sockaddr *>(&address), size) == 0 &&
                       ::getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    ::close(descriptor);
    return bound ? ntohs(address.sin_port) : 0;
}

} // namespace

/** `sslmode=verify-full` against a server whose certificate the test has made. */
class ServerTlsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_server;
    int m_port = 0;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    void openssl(const QString &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(u"openssl"_qs, arguments.split(u' '));
        QVERIFY2(process.waitForFinished() && process.exitCode() == 0, process.readAllStandardError());
    }

    /** An authority that signs a certificate for localhost. */
    void makeCertificates(const QString &authority, const QString &server) const
    {

        openssl(u"req -x509 -subj /CN=authority -keyout %1.key -out %1.crt"_qs.arg(authority) +
                u" -newkey rsa:2048 -nodes -days 2"_qs);
        openssl(u"req -subj /CN=localhost -keyout %1.key -out %1.csr"_qs.arg(server) + u" -newkey rsa:2048 -nodes"_qs);
        QFile names(path(u"names"_qs));
        QVERIFY(names.open(QIODevice::WriteOnly));
        names.write("subjectAltName=DNS:localhost\n");
        names.close();
        openssl(u"x509 -req -in %2.csr -CA %1.crt -CAkey %1.key -CAcreateserial -days 2 -extfile names -out %2.crt"_qs.arg(
            authority, server));
    }

    [[nodiscard]] core::Status connectTo(const QString &host, const QString &options) const
    {
        return core::storage::prepareDatabase(
            *DatabaseUrl::parse(u"postgresql://heliograph@%1:%2/postgres?%3"_qs.arg(host).arg(m_port).arg(options)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        makeCertificates(u"authority"_qs, u"server"_qs);
        openssl(u"req -x509 -subj /CN=stranger -keyout stranger.key -out stranger.crt -newkey rsa:2048 -nodes -days 2"_qs);
        m_port = freePort();
        m_server = std::make_unique<PostgresServer>(
            QStringList{u"--copy"_qs, path(u"server.crt"_qs), u"--copy"_qs, path(u"server.key"_qs),
                        u"listen_addresses = 'localhost'"_qs, u"port = %1"_qs.arg(m_port), u"ssl = on"_qs,
                        u"ssl_cert_file = 'server.crt'"_qs, u"ssl_key_file = 'server.key'"_qs, u"fsync = off"_qs});
    }

    void trustsACertificateOfTheNamedAuthorityForThisHost()
    {
        const core::Status opened =
            connectTo(u"localhost"_qs, u"sslmode=verify-full&sslrootcert="_qs + path(u"authority.crt"_qs));
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
    }

    void refusesACertificateOfAnotherAuthority()
    {
        const core::Status opened =
            connectTo(u"localhost"_qs, u"sslmode=verify-full&sslrootcert="_qs + path(u"stranger.crt"_qs));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, u"database.certificate"_qs);
    }

    void refusesACertificateForAnotherHost()
    {
        const core::Status opened =
            connectTo(u"127.0.0.1"_qs, u"sslmode=verify-full&sslrootcert="_qs + path(u"authority.crt"_qs));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, u"database.certificate"_qs);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ServerTlsTest)
#include "servertlstest.moc"
