// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/desktopsettings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <array>

namespace core::settings {

namespace {

constexpr char databaseKey[] = "database";
constexpr char languageKey[] = "language";
constexpr char lookKey[] = "look";
constexpr char lastFolderKey[] = "last_folder";
constexpr char startAtLoginKey[] = "start_at_login";
constexpr char doNotSendKey[] = "do_not_send";
constexpr char restEnabledKey[] = "rest/enabled";
constexpr char restAddressKey[] = "rest/address";
constexpr char restCertificateKey[] = "rest/certificate";
constexpr char restKeyKey[] = "rest/key";
constexpr char restInsecureHttpKey[] = "rest/insecure_http";
constexpr char logFilesKey[] = "log/files";
constexpr char logMegabytesKey[] = "log/megabytes";
constexpr char trayHintKey[] = "tray/hint_shown";
constexpr char geometryKey[] = "window/geometry";
constexpr char stateKey[] = "window/state";
constexpr char columnsKey[] = "columns/TABLE";

constexpr char standardRestAddress[] = "127.0.0.1:8080";

// clang-format off
constexpr SettingDoc docs[] = {
    {databaseKey, "sqlite:PATH, postgresql://USER@HOST/NAME", "", QT_TRANSLATE_NOOP("Settings", "The workspace's database; without it workspace.db in the data folder. The password of a server stands in HELIOGRAPH_DATABASE_PASSWORD, a pgpass file, or the keyring (service heliograph, entry \"database USER@HOST/NAME\").")},
    {languageKey, "system, ru, en", "system", QT_TRANSLATE_NOOP("Settings", "Language of the window and of the messages in the terminal.")},
    {lookKey, "system, light, dark", "system", QT_TRANSLATE_NOOP("Settings", "Colours of the window.")},
    {lastFolderKey, "PATH", "", QT_TRANSLATE_NOOP("Settings", "The folder in which a file was last chosen.")},
    {startAtLoginKey, "true, false", "false", QT_TRANSLATE_NOOP("Settings", "Whether the program starts in the tray when the user signs in.")},
    {doNotSendKey, "true, false", "false", QT_TRANSLATE_NOOP("Settings", "Whether the window leaves sending to the other programs that work on the workspace.")},
    {restEnabledKey, "true, false", "false", QT_TRANSLATE_NOOP("Settings", "Whether the window answers REST.")},
    {restAddressKey, "ADDRESS:PORT", standardRestAddress, QT_TRANSLATE_NOOP("Settings", "Where the window answers REST.")},
    {restCertificateKey, "PATH", "", QT_TRANSLATE_NOOP("Settings", "Certificate chain (PEM) of the REST interface; without it plain HTTP.")},
    {restKeyKey, "PATH", "", QT_TRANSLATE_NOOP("Settings", "The private key (PEM) of this certificate.")},
    {restInsecureHttpKey, "true, false", "false", QT_TRANSLATE_NOOP("Settings", "Whether REST is answered over plain HTTP beyond this machine as well.")},
    {logFilesKey, "1..1000", "20", QT_TRANSLATE_NOOP("Settings", "How many log files are kept, the present one included.")},
    {logMegabytesKey, "1..10000", "50", QT_TRANSLATE_NOOP("Settings", "How large a log file becomes before the next one is begun, in megabytes.")},
    {trayHintKey, "true, false", "false", QT_TRANSLATE_NOOP("Settings", "Whether it has been explained that closing the window goes on in the tray.")},
    {geometryKey, "@ByteArray", "", QT_TRANSLATE_NOOP("Settings", "Place and size of the window.")},
    {stateKey, "@ByteArray", "", QT_TRANSLATE_NOOP("Settings", "Arrangement inside the window.")},
    {columnsKey, "@ByteArray", "", QT_TRANSLATE_NOOP("Settings", "Widths, order and visibility of the columns of one table.")},
};
// clang-format on

// Indexed by the enum.
constexpr std::array languageNames{"system", "ru", "en"};
constexpr std::array lookNames{"system", "light", "dark"};

template <std::size_t N>
int indexOf(const std::array<const char *, N> &names, const QString &text)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (text.compare(QLatin1String(names[i]), Qt::CaseInsensitive) == 0)
            return static_cast<int>(i);
    }
    return 0;
}

/** A number within the bounds; else `standard`. */
int numberOf(const QVariant &value, int most, int standard)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= 1 && number <= most ? number : standard;
}

/** QSettings tells only the first reader of a file that a line made no sense to it; the next one gets its cache. */
bool isIni(QFile &file)
{
    bool continued = false;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        const bool senseless = line.startsWith('[') ? !line.endsWith(']') : !line.contains('=');
        if (senseless && !continued && !line.isEmpty() && !line.startsWith(';'))
            return false;
        continued = line.endsWith('\\');
    }
    return true;
}

QString columnsKeyOf(const QString &table)
{
    return QStringLiteral("columns/") + table;
}

} // namespace

DesktopSettings::DesktopSettings(QString path) : m_path(std::move(path)) {}

QString DesktopSettings::pathFrom(const QString &option)
{
    if (!option.isEmpty())
        return QFileInfo(option).absoluteFilePath();
    const QString environment = qEnvironmentVariable("HELIOGRAPH_CONFIG");
    if (!environment.isEmpty())
        return QFileInfo(environment).absoluteFilePath();
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation))
        .filePath(QStringLiteral("heliograph.ini"));
}

Status DesktopSettings::check() const
{
    const QFileInfo info(m_path);
    if (!info.exists())
        return {};
    QFile file(m_path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return Failure(Error::make(ErrorKind::Unavailable, "settings.unreadable", {m_path}));
    if (!isIni(file))
        return Failure(Error::make(ErrorKind::Corrupt, "settings.damaged", {m_path}));
    return {};
}

QVariant DesktopSettings::read(const QString &key) const
{
    return QSettings(m_path, QSettings::IniFormat).value(key);
}

Status DesktopSettings::write(const QString &key, const QVariant &value)
{
    // A file that a person damaged while editing is theirs to mend; writing would drop what could not be read.
    HELIOGRAPH_TRY(check());
    // An object per write: QSettings never forgets an error, and the file is cached behind it anyway.
    QSettings file(m_path, QSettings::IniFormat);
    if (file.contains(key) && file.value(key).toByteArray() == value.toByteArray())
        return {};
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    file.setValue(key, value);
    file.sync();
    if (file.status() != QSettings::NoError)
        return Failure(Error::make(ErrorKind::Unavailable, "settings.unwritable", {m_path}));
    return {};
}

QString DesktopSettings::databaseUrl() const
{
    return read(QLatin1String(databaseKey)).toString();
}

Status DesktopSettings::setDatabaseUrl(const QString &url)
{
    return write(QLatin1String(databaseKey), url);
}

Language DesktopSettings::language() const
{
    return static_cast<Language>(indexOf(languageNames, read(QLatin1String(languageKey)).toString()));
}

Status DesktopSettings::setLanguage(Language language)
{
    return write(QLatin1String(languageKey), toText(language));
}

Look DesktopSettings::look() const
{
    return static_cast<Look>(indexOf(lookNames, read(QLatin1String(lookKey)).toString()));
}

Status DesktopSettings::setLook(Look look)
{
    return write(QLatin1String(lookKey), toText(look));
}

QByteArray DesktopSettings::windowGeometry() const
{
    return read(QLatin1String(geometryKey)).toByteArray();
}

Status DesktopSettings::setWindowGeometry(const QByteArray &geometry)
{
    return write(QLatin1String(geometryKey), geometry);
}

QByteArray DesktopSettings::windowState() const
{
    return read(QLatin1String(stateKey)).toByteArray();
}

Status DesktopSettings::setWindowState(const QByteArray &state)
{
    return write(QLatin1String(stateKey), state);
}

QByteArray DesktopSettings::columns(const QString &table) const
{
    return read(columnsKeyOf(table)).toByteArray();
}

Status DesktopSettings::setColumns(const QString &table, const QByteArray &state)
{
    return write(columnsKeyOf(table), state);
}

QString DesktopSettings::lastFolder() const
{
    return read(QLatin1String(lastFolderKey)).toString();
}

Status DesktopSettings::setLastFolder(const QString &folder)
{
    return write(QLatin1String(lastFolderKey), folder);
}

bool DesktopSettings::isTrayHintShown() const
{
    return read(QLatin1String(trayHintKey)).toBool();
}

Status DesktopSettings::setTrayHintShown(bool shown)
{
    return write(QLatin1String(trayHintKey), shown);
}

bool DesktopSettings::startsAtLogin() const
{
    return read(QLatin1String(startAtLoginKey)).toBool();
}

Status DesktopSettings::setStartsAtLogin(bool starts)
{
    return write(QLatin1String(startAtLoginKey), starts);
}

bool DesktopSettings::doesNotSend() const
{
    return read(QLatin1String(doNotSendKey)).toBool();
}

Status DesktopSettings::setDoesNotSend(bool doesNot)
{
    return write(QLatin1String(doNotSendKey), doesNot);
}

bool DesktopSettings::isRestEnabled() const
{
    return read(QLatin1String(restEnabledKey)).toBool();
}

Status DesktopSettings::setRestEnabled(bool enabled)
{
    return write(QLatin1String(restEnabledKey), enabled);
}

QString DesktopSettings::restAddress() const
{
    const QString address = read(QLatin1String(restAddressKey)).toString();
    return address.isEmpty() ? QString::fromLatin1(standardRestAddress) : address;
}

Status DesktopSettings::setRestAddress(const QString &address)
{
    return write(QLatin1String(restAddressKey), address);
}

QString DesktopSettings::restCertificate() const
{
    return read(QLatin1String(restCertificateKey)).toString();
}

Status DesktopSettings::setRestCertificate(const QString &file)
{
    return write(QLatin1String(restCertificateKey), file);
}

QString DesktopSettings::restKey() const
{
    return read(QLatin1String(restKeyKey)).toString();
}

Status DesktopSettings::setRestKey(const QString &file)
{
    return write(QLatin1String(restKeyKey), file);
}

bool DesktopSettings::isRestInsecure() const
{
    return read(QLatin1String(restInsecureHttpKey)).toBool();
}

Status DesktopSettings::setRestInsecure(bool insecure)
{
    return write(QLatin1String(restInsecureHttpKey), insecure);
}

int DesktopSettings::logFiles() const
{
    return numberOf(read(QLatin1String(logFilesKey)), 1000, 20);
}

Status DesktopSettings::setLogFiles(int files)
{
    return write(QLatin1String(logFilesKey), files);
}

int DesktopSettings::logMegabytes() const
{
    return numberOf(read(QLatin1String(logMegabytesKey)), 10'000, 50);
}

Status DesktopSettings::setLogMegabytes(int megabytes)
{
    return write(QLatin1String(logMegabytesKey), megabytes);
}

QList<SettingDoc> settingDocs()
{
    return {std::begin(docs), std::end(docs)};
}

QString toText(Language language)
{
    return QString::fromLatin1(languageNames[static_cast<std::size_t>(language)]);
}

QString toText(Look look)
{
    return QString::fromLatin1(lookNames[static_cast<std::size_t>(look)]);
}

} // namespace core::settings
