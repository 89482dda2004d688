// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/theme.h"

#include <utility>

namespace ui::theme {

namespace {

// Names in braces are colours; everything else of the look comes from Fusion and the palette.
// Kinds are dynamic properties: kind="title|section|dim|small|number|problem" for labels, kind="primary|link|flat" for
// buttons, kind="card|line|sideBar|titleLine" for frames.
constexpr char sheet[] = R"(
QToolTip { background: {panel}; color: {text}; border: 1px solid {line}; padding: 4px; }
QFrame[kind="card"], QFrame[kind="popup"] { background: {panel}; border: 1px solid {line}; border-radius: 6px; }
QFrame[kind="popup"] { border-radius: 0; }
QFrame[kind="sideBar"] { background: {sideBar}; border: none; border-right: 1px solid {line}; }
QFrame[kind="titleLine"] { background: {panel}; border: none; border-bottom: 1px solid {line}; }
QFrame[kind="line"] { background: {line}; border: none; max-height: 1px; min-height: 1px; }
QLabel[kind="title"] { font-size: 18px; font-weight: 600; }
QLabel[kind="section"] { font-weight: 600; }
QLabel[kind="dim"] { color: {dim}; }
QLabel[kind="small"] { color: {dim}; font-size: 12px; }
QLabel[kind="number"] { font-size: 24px; font-weight: 600; }
QLabel[kind="chip"] { background: {chip}; color: {text}; border-radius: 10px; padding: 0 8px; min-height: 20px; max-height: 20px; font-size: 12px; }
QLabel[kind="step"] { border-radius: 6px; padding: 0 10px; }
QLabel[kind="step"][current="true"] { background: {selection}; font-weight: 600; }
QLabel[problem="true"] { color: {problem}; }
QLabel[kind="bubble"] { background: {selection}; border-radius: 10px; padding: 12px 14px; }
QLabel[kind="badge"] { background: {selection}; color: {text}; border-radius: 10px; padding: 0 8px; min-height: 20px; max-height: 20px; font-size: 12px; font-weight: 600; }
QLabel[kind="problem"] { color: {problem}; font-size: 12px; }
QPushButton { background: {panel}; color: {text}; border: 1px solid {controlLine}; border-radius: 6px; padding: 0 12px; min-height: 28px; }
QPushButton:hover { background: {hover}; }
QPushButton:pressed { background: {chip}; }
QPushButton:focus { border-color: {accent}; }
QPushButton:disabled { color: {dim}; background: {ground}; border-color: {line}; }
QPushButton::menu-indicator { image: url(:/icons/chevron-down.svg); width: 10px; subcontrol-origin: padding; subcontrol-position: center right; right: 8px; }
QPushButton[hasMenu="true"] { padding-right: 24px; }
QPushButton[kind="primary"] { background: {accent}; color: {onAccent}; border-color: {accent}; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: {accentHover}; }
QPushButton[kind="primary"]:focus { border-color: {text}; }
QPushButton[kind="primary"]:disabled { background: {chip}; color: {dim}; border-color: {chip}; }
QPushButton[kind="link"] { background: transparent; color: {accent}; border: 1px solid transparent; padding: 0; min-height: 20px; text-align: left; }
QPushButton[kind="link"][hasMenu="true"] { padding-right: 20px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border-color: {accent}; }
QPushButton[kind="link"]:disabled { color: {dim}; }
QPushButton[kind="chip"] { background: {chip}; border: 1px solid {chip}; border-radius: 10px; padding: 0 8px; min-height: 18px; max-height: 18px; font-size: 12px; }
QPushButton[kind="chip"]:hover { background: {line}; }
QPushButton[kind="chip"]:focus { border-color: {accent}; }
QPushButton[kind="crumb"] { background: transparent; color: {dim}; border: 1px solid transparent; padding: 0; font-size: 18px; }
QPushButton[kind="crumb"]:hover { color: {accent}; }
QPushButton[kind="crumb"]:focus { border-color: {accent}; }
QPushButton[kind="flat"] { background: transparent; border-color: transparent; padding: 0 6px; }
QPushButton[kind="flat"]:hover { background: {hover}; }
QPushButton[kind="flat"]:focus { border-color: {accent}; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: {panel}; color: {text}; border: 1px solid {controlLine}; border-radius: 6px;
    selection-background-color: {accent}; selection-color: {onAccent}; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 28px; padding: 0 8px; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border-color: {accent}; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { background: {ground}; color: {dim}; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"], QAbstractSpinBox[invalid="true"] { border-color: {problem}; }
QLineEdit[kind="bare"], QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QComboBox { padding-left: 10px; }
QComboBox:editable { padding-left: 8px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/icons/chevron-down.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: {panel}; color: {text}; border: 1px solid {line}; selection-background-color: {selection}; selection-color: {text}; outline: none; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 20px; subcontrol-origin: border; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url(:/icons/chevron-up.svg); width: 8px; height: 8px; }
QAbstractSpinBox::down-arrow { image: url(:/icons/chevron-down.svg); width: 8px; height: 8px; }
QDateTimeEdit::drop-down, QDateEdit::drop-down { border: none; width: 24px; subcontrol-origin: border; subcontrol-position: center right; }
QDateTimeEdit::down-arrow, QDateEdit::down-arrow { image: url(:/icons/chevron-down.svg); width: 10px; height: 10px; }
QTableView, QListView, QTreeView { background: {panel}; border: none; outline: none; selection-background-color: {selection}; selection-color: {text}; }
QTableView[kind="card"], QListView[kind="card"] { border: 1px solid {line}; border-radius: 6px; }
QHeaderView { background: {panel}; border: none; }
QHeaderView::section { background: {panel}; color: {dim}; border: none; border-bottom: 1px solid {line}; padding: 0 8px; font-size: 12px; font-weight: 600; }
QHeaderView::down-arrow { image: url(:/icons/chevron-down.svg); width: 10px; height: 10px; subcontrol-position: center right; right: 4px; }
QHeaderView::up-arrow { image: url(:/icons/chevron-up.svg); width: 10px; height: 10px; subcontrol-position: center right; right: 4px; }
QTableCornerButton::section { background: {panel}; border: none; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QMenu::indicator { width: 14px; height: 14px; border: 1px solid {controlLine}; border-radius: 4px; background: {panel}; }
QMenu::indicator { left: 6px; }
QCheckBox::indicator:focus { border-color: {accent}; }
QCheckBox::indicator:checked, QMenu::indicator:checked { background: {accent}; border-color: {accent}; image: url(:/icons/check-{mark}.svg); }
QCheckBox::indicator:disabled { background: {ground}; border-color: {line}; }
QCheckBox::indicator:checked:disabled { background: {dim}; border-color: {dim}; }
QScrollArea { background: transparent; border: none; }
QMenu { background: {panel}; border: 1px solid {line}; padding: 4px; }
QMenu::item { padding: 6px 24px; border-radius: 4px; }
QMenu::item:selected { background: {selection}; color: {text}; }
QMenu::item:disabled { color: {dim}; }
QMenu::separator { height: 1px; background: {line}; margin: 4px 8px; }
QProgressBar { background: {chip}; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: {accent}; border-radius: 4px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: {controlLine}; border: 3px solid {panel}; border-radius: 6px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: {dim}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
QSplitter::handle { background: transparent; }
)";

} // namespace

QString styleSheetFrom(const Colours &colours)
{
    const std::pair<const char *, QColor> values[] = {
        {"{accent}", colours.accent},     {"{accentHover}", colours.accentHover},
        {"{onAccent}", colours.onAccent}, {"{ground}", colours.ground},
        {"{panel}", colours.panel},       {"{sideBar}", colours.sideBar},
        {"{line}", colours.line},         {"{controlLine}", colours.controlLine},
        {"{text}", colours.text},         {"{dim}", colours.dim},
        {"{problem}", colours.problem},   {"{selection}", colours.selection},
        {"{hover}", colours.hover},       {"{chip}", colours.chip},
    };
    QString text = QString::fromLatin1(sheet);
    for (const auto &[name, colour] : values)
        text.replace(QLatin1String(name), colour.name());
    text.replace(QLatin1String("{mark}"),
                 colours.onAccent.lightness() > 128 ? QStringLiteral("white") : QStringLiteral("black"));
    return text;
}

} // namespace ui::theme
