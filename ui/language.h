// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The language of the window: installs our translation and Qt's own, and switches while the program runs.
 */
#pragma once

#include "core/settings/desktopsettings.h"

#include <QObject>
#include <QTranslator>

class QCoreApplication;

namespace ui {

/**
 * Every widget is told by QEvent::LanguageChange; numbers and dates follow through the default QLocale.
 *
 * Source language is English; its file holds plural forms only. Thread: main.
 */
class LanguageSwitch : public QObject
{
    Q_OBJECT

public:
    explicit LanguageSwitch(QCoreApplication &application);

    void apply(core::settings::Language language);

private:
    QCoreApplication &m_application;
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace ui
