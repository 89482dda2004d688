// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/feedback/banner.h"

#include "ui/permissions.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace ui::feedback {

Banner::Banner(QWidget *parent)
    : QFrame(parent), m_text(new QLabel(this)), m_action(new QPushButton(this)), m_close(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 8, 8);
    row->setSpacing(2 * theme::space);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setObjectName(QStringLiteral("bannerTextLabel"));
    m_action->setObjectName(QStringLiteral("bannerActionButton"));
    m_close->setObjectName(QStringLiteral("bannerCloseButton"));
    m_close->setProperty("kind", QStringLiteral("flat"));
    m_close->setIcon(QIcon(QStringLiteral(":/icons/close.svg")));
    row->addWidget(m_text, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_run)
            m_run();
    });
    connect(m_close, &QPushButton::clicked, this, &Banner::clear);
    m_action->hide();
    hide();
    retranslate();
}

void Banner::tell(Kind kind, const QString &happened, const QString &meaning)
{
    m_kind = kind;
    m_happened = happened;
    m_meaning = meaning;
    const QString bold = QStringLiteral("<b>%1</b>").arg(happened.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
    m_text->setText(meaning.isEmpty() ? bold : bold + QStringLiteral("&nbsp; ") + meaning.toHtmlEscaped());
    setAccessibleName(text());
    setAction({}, {});
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Banner::setAction(const QString &text, std::function<void()> action, const core::Status &allowed)
{
    m_run = std::move(action);
    m_action->setText(text);
    offer(m_action, allowed);
    m_action->setVisible(!text.isEmpty());
}

void Banner::clear()
{
    m_happened.clear();
    m_meaning.clear();
    hide();
}

QString Banner::text() const
{
    return m_meaning.isEmpty() ? m_happened : m_happened + u' ' + m_meaning;
}

void Banner::paintEvent(QPaintEvent *)
{
    const theme::Colours &table = theme::colours(palette());
    QColor ground = table.infoGround;
    QColor line = table.infoLine;
    if (m_kind == Kind::Warning) {
        ground = table.warningGround;
        line = table.warningLine;
    } else if (m_kind == Kind::Error) {
        ground = table.errorGround;
        line = table.errorLine;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::radius, theme::radius);
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Banner::retranslate()
{
    m_close->setToolTip(tr("Hide this notice"));
    m_close->setAccessibleName(tr("Hide this notice"));
}

} // namespace ui::feedback
