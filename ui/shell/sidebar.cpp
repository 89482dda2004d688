// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/sidebar.h"

#include "ui/delegates/celldelegate.h"
#include "ui/feedback/card.h"
#include "ui/shell/enginestatus.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QIcon>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::shell {

SideBarButton::SideBarButton(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SideBarButton::setCounter(const QString &counter)
{
    m_counter = counter;
    setAccessibleDescription(counter);
    update();
}

QSize SideBarButton::sizeHint() const
{
    return {SideBar::barWidth - 16, 32};
}

void SideBarButton::paintEvent(QPaintEvent *)
{
    const theme::Colours &table = theme::colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool byKeyboard = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    painter.setPen(byKeyboard ? QPen(table.accent) : QPen(Qt::NoPen));
    painter.setBrush(isChecked() ? table.selection : underMouse() ? table.chip : QColor(Qt::transparent));
    painter.drawRoundedRect(frame, theme::radius, theme::radius);
    const QRect inner = rect().adjusted(10, 0, -10, 0);
    painter.setPen(isChecked() ? table.text : table.dim);
    painter.setFont(theme::smallFont());
    delegates::paintFigures(painter, inner, m_counter, true);
    painter.setPen(table.text);
    painter.setFont(isChecked() ? theme::boldFont() : theme::textFont());
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, text());
}

SideBar::SideBar(QWidget *parent)
    : QFrame(parent), m_pages(new QVBoxLayout), m_group(new QButtonGroup(this)), m_account(new QWidget(this)),
      m_user(feedback::label("small", m_account)), m_signOut(new QPushButton(m_account)), m_engine(new EngineStatus(this))
{
    setObjectName(QStringLiteral("sideBar"));
    setProperty("kind", QStringLiteral("sideBar"));
    setFixedWidth(barWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * theme::space, 0, 2 * theme::space, 4 * theme::space);
    column->setSpacing(0);
    auto *name = new QHBoxLayout;
    name->setContentsMargins(2 * theme::space, 0, 0, 0);
    name->setSpacing(2 * theme::space);
    auto *sun = new QLabel(this);
    sun->setPixmap(QIcon(QStringLiteral(":/icons/heliograph.svg")).pixmap(18, 18));
    auto *program = new QLabel(QStringLiteral("Heliograph"), this);
    QFont font = theme::boldFont();
    font.setPixelSize(15);
    program->setFont(font);
    name->addWidget(sun);
    name->addWidget(program);
    name->addStretch();
    auto *top = new QWidget(this);
    top->setFixedHeight(52);
    top->setLayout(name);
    column->addWidget(top);
    m_pages->setSpacing(2);
    column->addLayout(m_pages);
    column->addStretch();
    layOutAccount();
    column->addWidget(m_account);
    column->addWidget(feedback::line(this));
    column->addSpacing(3 * theme::space);
    column->addWidget(m_engine);
    connect(m_signOut, &QPushButton::clicked, this, &SideBar::signOutRequested);
    setUser({});
    retranslate();
}

void SideBar::layOutAccount()
{
    auto *column = new QVBoxLayout(m_account);
    column->setContentsMargins(10, 0, 0, 2 * theme::space);
    column->setSpacing(2);
    m_user->setObjectName(QStringLiteral("signedInLabel"));
    m_signOut->setObjectName(QStringLiteral("signOutButton"));
    m_signOut->setProperty("kind", QStringLiteral("link"));
    column->addWidget(m_user);
    column->addWidget(m_signOut, 0, Qt::AlignLeft);
}

void SideBar::setUser(const QString &email)
{
    m_account->setVisible(!email.isEmpty());
    m_user->setText(QFontMetrics(theme::smallFont()).elidedText(email, Qt::ElideMiddle, barWidth - 9 * theme::space));
    m_user->setToolTip(email);
    m_user->setAccessibleName(tr("Signed in as %1").arg(email));
}

void SideBar::addPage(PageId page, const QString &objectName)
{
    auto *button = new SideBarButton(this);
    button->setObjectName(objectName);
    m_group->addButton(button);
    m_buttons.insert(page, button);
    m_pages->addWidget(button);
    connect(button, &QAbstractButton::clicked, this, [this, page] { Q_EMIT pageChosen(page); });
}

void SideBar::setPage(PageId page, const QString &title, const QString &counter)
{
    SideBarButton *button = m_buttons.value(page);
    button->setText(title);
    button->setAccessibleName(title);
    button->setCounter(counter);
}

void SideBar::setCurrent(PageId page)
{
    m_buttons.value(page)->setChecked(true);
    m_buttons.value(page)->setFocus(); // the page takes it if it knows better
}

void SideBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SideBar::retranslate()
{
    setAccessibleName(tr("Pages"));
    m_signOut->setText(tr("Sign out"));
    m_user->setAccessibleName(tr("Signed in as %1").arg(m_user->toolTip()));
}

} // namespace ui::shell
