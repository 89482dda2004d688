// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace ui {

LanguageSwitch::LanguageSwitch(QCoreApplication &application) : QObject(&application), m_application(application) {}

void LanguageSwitch::apply(core::settings::Language language)
{
    using core::settings::Language;
    const bool russian =
        language == Language::Russian || (language == Language::System && QLocale::system().language() == QLocale::Russian);
    QLocale::setDefault(russian ? QLocale(QLocale::Russian, QLocale::Russia)
                                : QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_application.removeTranslator(&m_ours);
    m_application.removeTranslator(&m_qt);
    // English needs its file too, for plural forms only; that Qt's own file is not installed is no reason to complain.
    const QString name = russian ? QStringLiteral("ru") : QStringLiteral("en");
    if (m_qt.load(QStringLiteral("qtbase_%1").arg(name), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        m_application.installTranslator(&m_qt);
    if (m_ours.load(QStringLiteral(":/i18n/heliograph_%1.qm").arg(name)))
        m_application.installTranslator(&m_ours);
}

} // namespace ui
