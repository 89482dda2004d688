// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The look of the program: one table of colours for light and dark, made into a palette and one small style sheet.
 *
 * Widgets that paint themselves ask `colours(palette())`, so that they follow a switch without knowing of Theme.
 */
#pragma once

#include "core/settings/desktopsettings.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;

namespace ui::theme {

/** Distances in device-independent pixels; every other distance is a multiple of 4 as well. */
inline constexpr int space = 4;
inline constexpr int cardPadding = 16;
inline constexpr int pagePadding = 20;
inline constexpr int rowHeight = 31;
inline constexpr int controlHeight = 30;
inline constexpr int radius = 6;

/** The colours of one scheme, named by what they are for. */
struct Colours
{
    QColor accent;
    QColor accentHover;
    QColor onAccent; ///< text on accent
    QColor ground;
    QColor panel;
    QColor sideBar;
    QColor line;
    QColor controlLine; ///< border of fields and buttons
    QColor text;
    QColor dim;
    QColor problem; ///< text about something that went wrong
    QColor selection;
    QColor hover;
    QColor chip;
    QColor infoGround;
    QColor infoLine;
    QColor warningGround;
    QColor warningLine;
    QColor errorGround;
    QColor errorLine;
};

[[nodiscard]] const Colours &lightColours();
[[nodiscard]] const Colours &darkColours();
/** The table that `palette` was made from. */
[[nodiscard]] const Colours &colours(const QPalette &palette);
[[nodiscard]] bool isDark(const QPalette &palette);

[[nodiscard]] QPalette paletteFrom(const Colours &colours);
[[nodiscard]] QString styleSheetFrom(const Colours &colours);

[[nodiscard]] QFont textFont();  ///< 13 px
[[nodiscard]] QFont smallFont(); ///< 12 px
[[nodiscard]] QFont boldFont();
[[nodiscard]] QFont titleFont();  ///< 18 px
[[nodiscard]] QFont numberFont(); ///< 24 px

/**
 * Dresses the application; switches while it runs.
 *
 * The system's own scheme is what its palette was when the object was made: Qt 6.4 tells no more.
 * Thread: main. Ownership: the application's.
 */
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication &application);

    void apply(core::settings::Look look);

private:
    QApplication &m_application;
    bool m_systemIsDark;
};

} // namespace ui::theme
