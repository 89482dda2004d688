// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What belongs to this desktop and not to the workspace: which database, language, look, window, folders.
 *
 * An INI file, written by nobody else in the program. Workspace settings lie in the database
 * (core/domain/workspacesettings.h). Used by app, which makes the one object, and by ui, which is handed it.
 */
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QVariant>

namespace core::settings {

enum class Language : quint8 { System, Russian, English };
enum class Look : quint8 { System, Light, Dark };

/** A line of `heliograph help settings`. The texts are English sources in the translation context "Settings". */
struct SettingDoc
{
    const char *key;          ///< as in the file: `group/name`, without a group in [General]
    const char *values;       ///< what may stand there
    const char *defaultValue; ///< what holds when the key is absent; blank: nothing
    const char *meaning;
};

/**
 * Typed access to the INI file.
 *
 * Promises:
 *  - A value that is absent or senseless reads as its default; reading never fails.
 *  - A setter returns after the file was written; keys of other versions in it are kept.
 *  - Setting what is already there writes nothing.
 *
 * Every setter may fail with Unavailable settings.unwritable (path), or as check() does.
 * Thread: one (main).
 */
class DesktopSettings
{
public:
    /** @param path  of the INI file; need not exist */
    explicit DesktopSettings(QString path);

    /** `option` (of --config) if not blank, else HELIOGRAPH_CONFIG, else heliograph.ini in the user's configuration folder.
     */
    [[nodiscard]] static QString pathFrom(const QString &option);

    [[nodiscard]] QString path() const { return m_path; }
    /** Errors: Unavailable settings.unreadable (path); Corrupt settings.damaged (path). A missing file is no error. */
    [[nodiscard]] Status check() const;

    [[nodiscard]] QString databaseUrl() const; ///< blank: workspace.db in the user's data folder
    Status setDatabaseUrl(const QString &url);

    [[nodiscard]] Language language() const;
    Status setLanguage(Language language);

    [[nodiscard]] Look look() const;
    Status setLook(Look look);

    [[nodiscard]] QByteArray windowGeometry() const; ///< of QWidget::saveGeometry
    Status setWindowGeometry(const QByteArray &geometry);

    [[nodiscard]] QByteArray windowState() const; ///< of QMainWindow or QSplitter::saveState
    Status setWindowState(const QByteArray &state);

    /** Of QHeaderView::saveState. @param table  objectName of the view */
    [[nodiscard]] QByteArray columns(const QString &table) const;
    Status setColumns(const QString &table, const QByteArray &state);

    [[nodiscard]] QString lastFolder() const; ///< where files were last chosen; blank: never
    Status setLastFolder(const QString &folder);

    [[nodiscard]] bool isTrayHintShown() const;
    Status setTrayHintShown(bool shown);

    [[nodiscard]] bool startsAtLogin() const;
    Status setStartsAtLogin(bool starts);

    [[nodiscard]] bool doesNotSend() const; ///< of the window; `serve` is there to send
    Status setDoesNotSend(bool doesNot);

    [[nodiscard]] bool isRestEnabled() const; ///< of the window; `serve` has --listen
    Status setRestEnabled(bool enabled);

    [[nodiscard]] QString restAddress() const; ///< ADDR:PORT as it was typed; default 127.0.0.1:8080
    Status setRestAddress(const QString &address);

    [[nodiscard]] QString restCertificate() const; ///< path, PEM; blank: no TLS
    Status setRestCertificate(const QString &file);

    [[nodiscard]] QString restKey() const; ///< path, PEM
    Status setRestKey(const QString &file);

    [[nodiscard]] bool isRestInsecure() const; ///< plain HTTP beyond this machine is wanted
    Status setRestInsecure(bool insecure);

    [[nodiscard]] int logFiles() const; ///< 1 … 1000, the present one included; default 20
    Status setLogFiles(int files);

    [[nodiscard]] int logMegabytes() const; ///< of one file, 1 … 10 000; default 50
    Status setLogMegabytes(int megabytes);

private:
    [[nodiscard]] QVariant read(const QString &key) const;
    Status write(const QString &key, const QVariant &value);

    QString m_path;
};

/** Every key of the file, in the order of the help. */
[[nodiscard]] QList<SettingDoc> settingDocs();

/** Names as in the file: "system", "ru", "en"; "light", "dark". */
[[nodiscard]] QString toText(Language language);
[[nodiscard]] QString toText(Look look);

} // namespace core::settings
