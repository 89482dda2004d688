// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/chipedit.h"

#include "ui/editors/flowlayout.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QCompleter>
#include <QIcon>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTimer>

namespace ui::editors {

ChipEdit::ChipEdit(QWidget *parent)
    : QFrame(parent), m_flow(new FlowLayout(this)), m_edit(new QLineEdit(this)), m_offers(new QStandardItemModel(this))
{
    m_flow->setContentsMargins(5, 5, 5, 5);
    m_flow->addWidget(m_edit);
    m_edit->setProperty("kind", QStringLiteral("bare"));
    m_edit->setFrame(false);
    m_edit->setMinimumWidth(60);
    m_edit->setFixedHeight(20);
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    setCursor(Qt::IBeamCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto *completer = new QCompleter(m_offers, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCompletionRole(Qt::EditRole);
    completer->setMaxVisibleItems(12);
    m_edit->setCompleter(completer);
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) {
        add(index.data(Qt::EditRole).toString());
        // The completer writes its text into the field after this signal.
        QTimer::singleShot(0, m_edit, &QLineEdit::clear);
    });
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.contains(u','))
            addTyped();
    });
}

void ChipEdit::setLabels(const QStringList &labels)
{
    if (labels == m_labels)
        return;
    m_labels = labels;
    rebuild();
    Q_EMIT labelsChanged();
}

void ChipEdit::setOffers(const QList<core::interfaces::LabelCount> &offers)
{
    m_offers->clear();
    for (const core::interfaces::LabelCount &offer : offers) {
        auto *item = new QStandardItem;
        item->setData(offer.label, Qt::EditRole);
        item->setToolTip(tr("%Ln client(s)", nullptr, static_cast<int>(offer.count)));
        m_offers->appendRow(item);
    }
}

void ChipEdit::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    m_edit->setPlaceholderText(m_labels.isEmpty() ? text : QString());
}

void ChipEdit::setName(const QString &accessibleName)
{
    setAccessibleName(accessibleName);
    m_edit->setAccessibleName(accessibleName);
}

void ChipEdit::setInvalid(bool invalid)
{
    m_invalid = invalid;
    update();
}

bool ChipEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        addTyped();
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Backspace && m_edit->text().isEmpty() && !m_labels.isEmpty()) {
        removeAt(m_labels.size() - 1);
        return true;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_edit->text().trimmed().isEmpty()) {
        addTyped();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void ChipEdit::paintEvent(QPaintEvent *)
{
    const theme::Colours &table = theme::colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_invalid ? table.problem : m_edit->hasFocus() ? table.accent : table.controlLine);
    painter.setBrush(table.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::radius, theme::radius);
}

void ChipEdit::mousePressEvent(QMouseEvent *)
{
    m_edit->setFocus(Qt::MouseFocusReason);
}

void ChipEdit::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

void ChipEdit::addTyped()
{
    const QStringList typed = m_edit->text().split(u',', Qt::SkipEmptyParts);
    m_edit->clear();
    for (const QString &label : typed)
        add(label.trimmed());
}

void ChipEdit::add(const QString &label)
{
    if (label.isEmpty() || m_labels.contains(label, Qt::CaseInsensitive))
        return;
    setLabels(m_labels + QStringList{label});
}

void ChipEdit::removeAt(qsizetype index)
{
    QStringList rest = m_labels;
    rest.removeAt(index);
    setLabels(rest);
    m_edit->setFocus();
}

void ChipEdit::rebuild()
{
    for (QPushButton *chip : std::exchange(m_chips, {})) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // its own click may be what removes it
    }
    for (qsizetype i = 0; i < m_labels.size(); ++i) {
        auto *chip = new QPushButton(m_labels[i], this);
        chip->setProperty("kind", QStringLiteral("chip"));
        chip->setIcon(QIcon(QStringLiteral(":/icons/close.svg")));
        chip->setIconSize({10, 10});
        chip->setLayoutDirection(Qt::RightToLeft);
        chip->setCursor(Qt::ArrowCursor);
        chip->setAccessibleName(tr("Remove %1").arg(m_labels[i]));
        chip->setToolTip(chip->accessibleName());
        connect(chip, &QPushButton::clicked, this, [this, i] { removeAt(i); });
        m_flow->insertWidget(static_cast<int>(i), chip);
        m_chips << chip;
        chip->show();
    }
    m_edit->setPlaceholderText(m_labels.isEmpty() ? m_placeholder : QString());
    updateGeometry();
}

} // namespace ui::editors
