// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/desktopsettings.h"
#include "tests/support/errorcode.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace core::settings;

namespace tests {

class DesktopSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void readsDefaultsWithoutAFile();
    void keepsEveryValueForTheNextStart();
    void keepsColumnsPerTable();
    void readsNonsenseAsDefaults();
    void keepsKeysOfOtherVersions();
    void makesTheFolderOfTheFile();
    void writesNothingWhenNothingChanges();
    void saysWhenTheFileCannotBeWritten();
    void saysWhenTheFileIsAFolder();
    void refusesToOverwriteADamagedFile_data();
    void refusesToOverwriteADamagedFile();
    void acceptsCommentsAndLongLines();
    void prefersTheOptionToTheEnvironment();
    void documentsEveryKeyThatItWrites();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("heliograph.ini")); }
    void write(const QByteArray &text) const;
    [[nodiscard]] static bool setEverything(DesktopSettings &settings);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void DesktopSettingsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void DesktopSettingsTest::write(const QByteArray &text) const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

bool DesktopSettingsTest::setEverything(DesktopSettings &settings)
{
    return settings.setDatabaseUrl(QStringLiteral("sqlite:/data/рассылки, и ещё.db")) &&
           settings.setLanguage(Language::Russian) && settings.setLook(Look::Dark) &&
           settings.setWindowGeometry(QByteArray("\x00\x01\xff", 3)) && settings.setWindowState("state") &&
           settings.setColumns(QStringLiteral("clientsTable"), "columns") &&
           settings.setLastFolder(QStringLiteral("/home/анна")) && settings.setTrayHintShown(true) &&
           settings.setStartsAtLogin(true) && settings.setDoesNotSend(true) && settings.setRestEnabled(true) &&
           settings.setRestAddress(QStringLiteral("0.0.0.0:8443")) &&
           settings.setRestCertificate(QStringLiteral("/tls/цепочка.pem")) &&
           settings.setRestKey(QStringLiteral("/tls/key, private.pem")) && settings.setRestInsecure(true) &&
           settings.setLogFiles(7) && settings.setLogMegabytes(3);
}

void DesktopSettingsTest::readsDefaultsWithoutAFile()
{
    const DesktopSettings settings(path());
    QVERIFY(settings.check());
    QCOMPARE(settings.databaseUrl(), QString());
    QCOMPARE(settings.language(), Language::System);
    QCOMPARE(settings.look(), Look::System);
    QVERIFY(settings.windowGeometry().isEmpty());
    QVERIFY(settings.columns(QStringLiteral("clientsTable")).isEmpty());
    QVERIFY(!settings.isTrayHintShown());
    QVERIFY(!settings.startsAtLogin());
    QVERIFY(!settings.doesNotSend());
    QVERIFY(!settings.isRestEnabled());
    QCOMPARE(settings.restAddress(), QStringLiteral("127.0.0.1:8080"));
    QVERIFY(settings.restCertificate().isEmpty());
    QVERIFY(settings.restKey().isEmpty());
    QVERIFY(!settings.isRestInsecure());
    QCOMPARE(settings.logFiles(), 20);
    QCOMPARE(settings.logMegabytes(), 50);
    QVERIFY(!QFile::exists(path()));
}

void DesktopSettingsTest::keepsEveryValueForTheNextStart()
{
    {
        DesktopSettings settings(path());
        QVERIFY(setEverything(settings));
    }
    const DesktopSettings settings(path());
    QCOMPARE(settings.databaseUrl(), QStringLiteral("sqlite:/data/рассылки, и ещё.db"));
    QCOMPARE(settings.language(), Language::Russian);
    QCOMPARE(settings.look(), Look::Dark);
    QCOMPARE(settings.windowGeometry(), QByteArray("\x00\x01\xff", 3));
    QCOMPARE(settings.windowState(), QByteArray("state"));
    QCOMPARE(settings.columns(QStringLiteral("clientsTable")), QByteArray("columns"));
    QCOMPARE(settings.lastFolder(), QStringLiteral("/home/анна"));
    QVERIFY(settings.isTrayHintShown());
    QVERIFY(settings.startsAtLogin());
    QVERIFY(settings.doesNotSend());
    QVERIFY(settings.isRestEnabled());
    QCOMPARE(settings.restAddress(), QStringLiteral("0.0.0.0:8443"));
    QCOMPARE(settings.restCertificate(), QStringLiteral("/tls/цепочка.pem"));
    QCOMPARE(settings.restKey(), QStringLiteral("/tls/key, private.pem"));
    QVERIFY(settings.isRestInsecure());
    QCOMPARE(settings.logFiles(), 7);
    QCOMPARE(settings.logMegabytes(), 3);
}

void DesktopSettingsTest::keepsColumnsPerTable()
{
    DesktopSettings settings(path());
    QVERIFY(settings.setColumns(QStringLiteral("clientsTable"), "a"));
    QVERIFY(settings.setColumns(QStringLiteral("messagesTable"), "b"));
    QCOMPARE(settings.columns(QStringLiteral("clientsTable")), QByteArray("a"));
    QCOMPARE(settings.columns(QStringLiteral("messagesTable")), QByteArray("b"));
}

void DesktopSettingsTest::readsNonsenseAsDefaults()
{
    write("[General]\nlanguage=klingon\nlook=5\nstart_at_login=\n[rest]\naddress=\nenabled=\n[log]\nfiles=0\nmegabytes="
          "many\n");
    const DesktopSettings settings(path());
    QCOMPARE(settings.language(), Language::System);
    QCOMPARE(settings.look(), Look::System);
    QVERIFY(!settings.startsAtLogin());
    QVERIFY(!settings.isRestEnabled());
    QCOMPARE(settings.restAddress(), QStringLiteral("127.0.0.1:8080"));
    QCOMPARE(settings.logFiles(), 20);
    QCOMPARE(settings.logMegabytes(), 50);
}

void DesktopSettingsTest::keepsKeysOfOtherVersions()
{
    write("[General]\nlanguage=en\n[future]\nthing=42\n");
    DesktopSettings settings(path());
    QVERIFY(settings.setLook(Look::Light));
    const QSettings file(path(), QSettings::IniFormat);
    QCOMPARE(file.value(QStringLiteral("future/thing")).toInt(), 42);
    QCOMPARE(file.value(QStringLiteral("language")).toString(), QStringLiteral("en"));
}

void DesktopSettingsTest::makesTheFolderOfTheFile()
{
    DesktopSettings settings(m_folder->filePath(QStringLiteral("new/folder/heliograph.ini")));
    QVERIFY(settings.setLanguage(Language::English));
    QVERIFY(QFile::exists(settings.path()));
}

void DesktopSettingsTest::writesNothingWhenNothingChanges()
{
    DesktopSettings settings(path());
    QVERIFY(setEverything(settings));
    const QDateTime before = QDateTime::fromSecsSinceEpoch(1'700'000'000);
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(before, QFileDevice::FileModificationTime));
    }
    QVERIFY(setEverything(settings));
    QCOMPARE(QFileInfo(path()).lastModified(), before);
}

void DesktopSettingsTest::saysWhenTheFileCannotBeWritten()
{
    // A file stands where the folder should be: not even an administrator can write below it.
    write("");
    DesktopSettings settings(path() + QStringLiteral("/heliograph.ini"));
    const auto status = settings.setLanguage(Language::English);
    QVERIFY(!status);
    QCOMPARE(errorKind(status), QStringLiteral("Unavailable"));
    QCOMPARE(errorCode(status), QStringLiteral("settings.unwritable"));
    QCOMPARE(status.error().args, QStringList{settings.path()});
}

void DesktopSettingsTest::saysWhenTheFileIsAFolder()
{
    const auto status = DesktopSettings(m_folder->path()).check();
    QVERIFY(!status);
    QCOMPARE(errorCode(status), QStringLiteral("settings.unreadable"));
}

void DesktopSettingsTest::refusesToOverwriteADamagedFile_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("merge mark") << QByteArray("[General]\nlanguage=en\n<<<<<<< mine\n");
    QTest::newRow("open section") << QByteArray("[General\nlanguage=en\n");
    QTest::newRow("no settings at all") << QByteArray("%PDF-1.4\n\x00\x01\n");
}

void DesktopSettingsTest::refusesToOverwriteADamagedFile()
{
    QFETCH(QByteArray, text);
    write(text);
    DesktopSettings settings(path());
    QCOMPARE(errorCode(settings.check()), QStringLiteral("settings.damaged"));
    QCOMPARE(errorKind(settings.setLook(Look::Dark)), QStringLiteral("Corrupt"));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
}

void DesktopSettingsTest::acceptsCommentsAndLongLines()
{
    write("; by hand\r\n\r\n[General]\r\nlast_folder=/a \\\r\n  folder\r\nlook=dark\r\n");
    const DesktopSettings settings(path());
    QVERIFY(settings.check());
    QCOMPARE(settings.look(), Look::Dark);
}

void DesktopSettingsTest::prefersTheOptionToTheEnvironment()
{
    QVERIFY(DesktopSettings::pathFrom({}).endsWith(QStringLiteral("/heliograph.ini")));
    qputenv("HELIOGRAPH_CONFIG", "/etc/from-environment.ini");
    QCOMPARE(DesktopSettings::pathFrom({}), QStringLiteral("/etc/from-environment.ini"));
    QCOMPARE(DesktopSettings::pathFrom(QStringLiteral("/etc/from-option.ini")), QStringLiteral("/etc/from-option.ini"));
    qunsetenv("HELIOGRAPH_CONFIG");
}

void DesktopSettingsTest::documentsEveryKeyThatItWrites()
{
    DesktopSettings settings(path());
    QVERIFY(setEverything(settings));
    QStringList documented;
    for (const SettingDoc &doc : settingDocs()) {
        QVERIFY2(doc.meaning[0] != '\0', doc.key);
        documented += QString::fromLatin1(doc.key).replace(QStringLiteral("TABLE"), QStringLiteral("clientsTable"));
    }
    QStringList written = QSettings(path(), QSettings::IniFormat).allKeys();
    documented.sort();
    written.sort();
    QCOMPARE(documented, written);
}

} // namespace tests

QTEST_GUILESS_MAIN(tests::DesktopSettingsTest)
#include "desktopsettingstest.moc"
