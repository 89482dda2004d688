// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyleFactory>

namespace ui::theme {

namespace {

QFont fontOf(int pixels, QFont::Weight weight)
{
    static const bool hasInter = QFontDatabase::families().contains(QStringLiteral("Inter"));
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (hasInter)
        font.setFamily(QStringLiteral("Inter"));
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

} // namespace

const Colours &lightColours()
{
    static const Colours table{.accent = rgb(0x1f6fb2),
                               .accentHover = rgb(0x1a609b),
                               .onAccent = rgb(0xffffff),
                               .ground = rgb(0xf4f5f7),
                               .panel = rgb(0xffffff),
                               .sideBar = rgb(0xeceef1),
                               .line = rgb(0xd9dce1),
                               .controlLine = rgb(0xc9cdd4),
                               .text = rgb(0x1c1f24),
                               .dim = rgb(0x666c75),
                               .problem = rgb(0xb04c00),
                               .selection = rgb(0xdbe8f5),
                               .hover = rgb(0xf0f2f5),
                               .chip = rgb(0xe3e6ea),
                               .infoGround = rgb(0xe9f2fa),
                               .infoLine = rgb(0xb3d0ea),
                               .warningGround = rgb(0xfff3e4),
                               .warningLine = rgb(0xf0c98d),
                               .errorGround = rgb(0xfdecea),
                               .errorLine = rgb(0xefb0a8)};
    return table;
}

const Colours &darkColours()
{
    static const Colours table{.accent = rgb(0x4a9fe0),
                               .accentHover = rgb(0x66afe6),
                               .onAccent = rgb(0x0f1419),
                               .ground = rgb(0x1b1d21),
                               .panel = rgb(0x24272c),
                               .sideBar = rgb(0x1f2226),
                               .line = rgb(0x383c43),
                               .controlLine = rgb(0x484d55),
                               .text = rgb(0xe8eaed),
                               .dim = rgb(0x9aa1ab),
                               .problem = rgb(0xee7d3a),
                               .selection = rgb(0x223f5a),
                               .hover = rgb(0x2c3036),
                               .chip = rgb(0x3a3f47),
                               .infoGround = rgb(0x1d2f40),
                               .infoLine = rgb(0x2f5779),
                               .warningGround = rgb(0x3a2c17),
                               .warningLine = rgb(0x6b4e1f),
                               .errorGround = rgb(0x3e2321),
                               .errorLine = rgb(0x7d3f39)};
    return table;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

const Colours &colours(const QPalette &palette)
{
    return isDark(palette) ? darkColours() : lightColours();
}

QPalette paletteFrom(const Colours &colours)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colours.ground);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Base, colours.panel);
    palette.setColor(QPalette::AlternateBase, colours.ground);
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::Button, colours.panel);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::BrightText, colours.problem);
    palette.setColor(QPalette::ToolTipBase, colours.panel);
    palette.setColor(QPalette::ToolTipText, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.dim);
    palette.setColor(QPalette::Highlight, colours.accent);
    palette.setColor(QPalette::HighlightedText, colours.onAccent);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::LinkVisited, colours.accent);
    palette.setColor(QPalette::Light, colours.panel);
    palette.setColor(QPalette::Midlight, colours.hover);
    palette.setColor(QPalette::Mid, colours.line);
    palette.setColor(QPalette::Dark, colours.controlLine);
    palette.setColor(QPalette::Shadow, colours.controlLine);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colours.dim);
    return palette;
}

QFont textFont()
{
    return fontOf(13, QFont::Normal);
}

QFont smallFont()
{
    return fontOf(12, QFont::Normal);
}

QFont boldFont()
{
    return fontOf(13, QFont::DemiBold);
}

QFont titleFont()
{
    return fontOf(18, QFont::DemiBold);
}

QFont numberFont()
{
    return fontOf(24, QFont::DemiBold);
}

Theme::Theme(QApplication &application)
    : QObject(&application), m_application(application), m_systemIsDark(isDark(application.palette()))
{
    m_application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    m_application.setFont(textFont());
}

void Theme::apply(core::settings::Look look)
{
    using core::settings::Look;
    const bool dark = look == Look::Dark || (look == Look::System && m_systemIsDark);
    const Colours &table = dark ? darkColours() : lightColours();
    m_application.setPalette(paletteFrom(table));
    m_application.setStyleSheet(styleSheetFrom(table));
}

} // namespace ui::theme
