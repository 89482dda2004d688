// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/eventpanel.h"

#include "ui/feedback/card.h"
#include "ui/texts/eventtext.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QIcon>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui::pages {

using feedback::label;

namespace {

QLabel *wrapped(const char *kind, const char *name, QWidget *parent)
{
    QLabel *made = label(kind, parent);
    made->setObjectName(QString::fromLatin1(name));
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return made;
}

} // namespace

EventPanel::EventPanel(const Context &context, Navigator &navigator, QWidget *parent)
    : QFrame(parent), m_context(context), m_navigator(navigator), m_heading(wrapped("section", "eventActionLabel", this)),
      m_close(new QPushButton(this)), m_about(wrapped("", "eventAboutLabel", this)),
      m_when(wrapped("dim", "eventWhenLabel", this)), m_mailing(new QPushButton(this)), m_client(new QPushButton(this)),
      m_all(new QPushButton(this)), m_differenceHeading(label("section", this)), m_differences(new QVBoxLayout)
{
    setObjectName(QStringLiteral("eventPanel"));
    setProperty("kind", QStringLiteral("card"));
    setFixedWidth(320);
    layOut();
    connect(m_close, &QPushButton::clicked, this, [this] { setEvent({}); });
    connect(m_mailing, &QPushButton::clicked, this, [this] { m_navigator.showMailing(m_event->mailing); });
    connect(m_client, &QPushButton::clicked, this, [this] { m_navigator.showClient(m_event->client); });
    connect(m_all, &QPushButton::clicked, this, &EventPanel::showAll);
    retranslate();
    hide();
}

void EventPanel::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::cardPadding, 3 * theme::space, theme::cardPadding, theme::cardPadding);
    column->setSpacing(2 * theme::space);
    auto *top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    column->addLayout(top);
    column->addWidget(m_about);
    column->addWidget(m_when);
    auto *links = new QHBoxLayout;
    links->setSpacing(4 * theme::space);
    for (QPushButton *link : {m_mailing, m_client, m_all}) {
        link->setProperty("kind", QStringLiteral("link"));
        links->addWidget(link);
    }
    links->addStretch();
    column->addLayout(links);
    column->addSpacing(2 * theme::space);
    column->addWidget(m_differenceHeading);
    column->addWidget(makeDifferences(), 1);
    m_close->setProperty("kind", QStringLiteral("flat"));
    m_close->setIcon(QIcon(QStringLiteral(":/icons/close.svg")));
    m_close->setObjectName(QStringLiteral("closeEventPanelButton"));
    m_mailing->setObjectName(QStringLiteral("eventMailingButton"));
    m_client->setObjectName(QStringLiteral("eventClientButton"));
    m_all->setObjectName(QStringLiteral("eventAllButton"));
}

/** What was created or deleted is told whole: it may be longer than the panel. */
QWidget *EventPanel::makeDifferences()
{
    auto *area = new QScrollArea(this);
    auto *content = new QWidget(area);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, theme::space, 0);
    column->setSpacing(0);
    m_differences->setSpacing(2 * theme::space);
    column->addLayout(m_differences);
    column->addStretch();
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    area->setObjectName(QStringLiteral("eventDifferenceArea"));
    m_differenceArea = area;
    return area;
}

void EventPanel::setEvent(const std::optional<core::domain::Event> &event)
{
    m_event = event;
    if (event)
        fill();
    setVisible(event.has_value());
}

void EventPanel::fill()
{
    m_heading->setText(texts::eventActionText(m_event->action));
    m_about->setText(texts::eventAboutText(*m_event));
    m_about->setVisible(!m_about->text().isEmpty());
    //: A moment to the second, as QLocale::toString reads it.
    const QString when = QLocale().toString(core::toDateTime(m_event->at).toLocalTime(), tr("d MMM yyyy HH:mm:ss"));
    //: A time and who acted: "20 Nov 2026 15:21:07, anna@example.org".
    m_when->setText(tr("%1, %2").arg(when, texts::eventActorText(m_event->actor)));
    m_mailing->setVisible(!m_event->mailingName.isEmpty());
    m_client->setVisible(m_event->clientPhone.isValid());
    m_all->setVisible(m_event->mailing.isValid() || m_event->client.isValid());
    fillDifferences();
}

void EventPanel::fillDifferences()
{
    while (QLayoutItem *item = m_differences->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList lines = texts::eventDifferenceLines(*m_event, m_context.clock.now());
    m_differenceHeading->setVisible(!lines.isEmpty());
    for (const QString &line : lines) {
        QLabel *one = wrapped("", "eventDifferenceLabel", this);
        one->setText(line);
        m_differences->addWidget(one);
    }
}

void EventPanel::showAll()
{
    if (m_event->mailing.isValid())
        m_navigator.showMailingHistory(m_event->mailing, texts::eventAboutText(*m_event));
    else
        m_navigator.showClientHistory(m_event->client,
                                      m_event->clientPhone.isValid() ? m_event->clientPhone.formatted() : QString());
}

void EventPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    if (m_event)
        fill();
}

void EventPanel::retranslate()
{
    m_close->setAccessibleName(tr("Close the details"));
    m_close->setToolTip(tr("Close the details"));
    m_mailing->setText(tr("Show mailing"));
    m_client->setText(tr("Show client"));
    m_all->setText(tr("All its events"));
    m_all->setToolTip(tr("Everything that was done to this mailing or client"));
    m_differenceHeading->setText(tr("Before → after"));
    m_differenceArea->setAccessibleName(m_differenceHeading->text());
    setAccessibleName(tr("Event"));
}

} // namespace ui::pages
