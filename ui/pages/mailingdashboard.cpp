// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/mailingdashboard.h"

#include "core/services/accessrules.h"
#include "core/services/mailingservice.h"
#include "core/services/statisticsservice.h"
#include "ui/charts/barlist.h"
#include "ui/charts/statuschart.h"
#include "ui/charts/statuslinks.h"
#include "ui/charts/throughputchart.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/card.h"
#include "ui/feedback/errortext.h"
#include "ui/pages/errorlinks.h"
#include "ui/pages/exportaction.h"
#include "ui/pages/mailingactions.h"
#include "ui/pages/mailingmessages.h"
#include "ui/permissions.h"
#include "ui/refresher.h"
#include "ui/serverwatch.h"
#include "ui/texts/mailingtext.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/statustext.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimeZone>

namespace ui::pages {

using core::domain::Mailing;
using core::domain::MailingState;
using core::interfaces::Change;

namespace {

/** A breakdown reads every message of the mailing; of so few it costs nothing to speak of. */
constexpr qint64 mostOfASmallMailing = 50'000;
constexpr core::Milliseconds smallPause{500};
constexpr core::Milliseconds largePause{4000};

} // namespace

MailingDashboard::MailingDashboard(const Context &context, Navigator &navigator, QWidget *parent)
    : Page(context, navigator, parent), m_actions(new QWidget), m_banner(new feedback::Banner(this)),
      m_messages(new MailingMessages(context, navigator, this)), m_do(new MailingActions(context, navigator, this)),
      m_exporter(new ExportAction(context, *m_banner, this)),
      m_refresher(new Refresher(context.changes, Change::Mailings | Change::Messages, this, [this] { read(); }))
{
    setObjectName(QStringLiteral("mailingDashboard"));
    makeActions();
    layOut();
    connect(m_links, &charts::StatusLinks::chosen, m_messages, &MailingMessages::showStatus);
    connect(m_errors, &ErrorLinks::chosen, m_messages, &MailingMessages::showError);
    connect(m_messages, &MailingMessages::failed, this, [this](const core::Error &error) {
        if (!m_context.server.tells(error))
            complain(error);
    });
    connect(m_do, &MailingActions::failed, this, &MailingDashboard::complain);
    m_breakdownSoon.setSingleShot(true);
    connect(&m_breakdownSoon, &QTimer::timeout, this, &MailingDashboard::readBreakdown);
    m_refresher->setPeriod(std::chrono::seconds{5}); // rate and forecast change when nothing else does
    retranslate();
}

void MailingDashboard::makeActions()
{
    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * theme::space);
    row->addStretch();
    const auto button = [&](const char *name) {
        auto *made = new QPushButton(m_actions);
        made->setObjectName(QString::fromLatin1(name));
        row->addWidget(made);
        return made;
    };
    m_edit = button("editMailingButton");
    m_export = button("exportMessagesButton");
    m_retry = button("retryMailingButton");
    m_cancel = button("cancelMailingButton");
    m_primary = button("pauseMailingButton");
    m_primary->setProperty("kind", QStringLiteral("primary"));
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editWanted(m_id); });
    connect(m_export, &QPushButton::clicked, this,
            [this] { m_exporter->exportMessages(m_messages->query(), m_mailing.name); });
    connect(m_retry, &QPushButton::clicked, this, [this] { m_do->retry(m_mailing); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_do->cancel(m_mailing); });
    connect(m_primary, &QPushButton::clicked, this, &MailingDashboard::togglePause);
}

QWidget *MailingDashboard::makeProgress()
{
    auto *card = new feedback::Card(this);
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * theme::space);
    m_done = feedback::label("section", card);
    m_done->setObjectName(QStringLiteral("doneLabel"));
    m_when = feedback::label("dim", card);
    m_when->setObjectName(QStringLiteral("whenLabel"));
    m_forecast = new QLabel(card);
    m_forecast->setObjectName(QStringLiteral("forecastLabel"));
    m_forecast->setTextFormat(Qt::PlainText);
    top->addWidget(m_done);
    top->addWidget(m_when);
    top->addStretch();
    top->addWidget(m_forecast);
    m_history = new QPushButton(card);
    m_history->setObjectName(QStringLiteral("mailingHistoryButton"));
    m_history->setProperty("kind", QStringLiteral("link"));
    top->addSpacing(2 * theme::space);
    top->addWidget(m_history);
    connect(m_history, &QPushButton::clicked, this, [this] { m_navigator.showMailingHistory(m_id, m_mailing.name); });
    m_bar = new charts::StatusChart(card);
    m_bar->setObjectName(QStringLiteral("statusChart"));
    m_links = new charts::StatusLinks(card);
    card->body()->addLayout(top);
    card->body()->addWidget(m_bar);
    card->body()->addWidget(m_links);
    m_removed = feedback::label("dim", card);
    m_removed->setObjectName(QStringLiteral("messagesRemovedLabel"));
    m_removed->setWordWrap(true);
    card->body()->addWidget(m_removed);
    return card;
}

QWidget *MailingDashboard::makeCharts()
{
    auto *widget = new QWidget(this);
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4 * theme::space);
    const auto card = [&](int stretch, QWidget *content) {
        auto *made = new feedback::Card(widget);
        made->body()->addWidget(content);
        made->body()->addStretch();
        row->addWidget(made, stretch);
        return made;
    };
    m_perMinute = new charts::ThroughputChart(charts::ThroughputChart::Unit::PerMinute, this);
    m_perMinute->setObjectName(QStringLiteral("perMinuteChart"));
    m_perMinute->setFixedHeight(4 * theme::rowHeight);
    m_zones = new charts::BarList(this);
    m_zones->setObjectName(QStringLiteral("zonesChart"));
    m_codes = new charts::BarList(this);
    m_codes->setObjectName(QStringLiteral("codesChart"));
    m_errors = new ErrorLinks(this);
    m_perMinuteCard = card(4, m_perMinute);
    m_peak = feedback::label("dim", m_perMinuteCard);
    m_peak->setObjectName(QStringLiteral("peakLabel"));
    m_perMinuteCard->headingRow()->addWidget(m_peak);
    m_zonesCard = card(3, m_zones);
    m_codesCard = card(2, m_codes);
    m_errorsCard = card(2, m_errors);
    widget->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return widget;
}

void MailingDashboard::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::pagePadding, theme::cardPadding, theme::pagePadding, theme::cardPadding);
    column->setSpacing(4 * theme::space);
    column->addWidget(m_banner);
    column->addWidget(makeProgress());
    column->addWidget(makeCharts());
    column->addWidget(m_messages, 1);
}

void MailingDashboard::setMailing(core::MailingId id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_mailing = {};
    m_statistics = {};
    m_breakdownRead.invalidate();
    m_banner->clear();
    m_messages->setMailing(id);
    m_perMinute->setSlots({}, m_context.clock.now(), m_context.clock.now());
    m_peak->clear();
    m_zones->setBreakdown({});
    m_codes->setBreakdown({});
    showState();
    showNumbers();
}

QString MailingDashboard::title() const
{
    return m_mailing.name;
}

QString MailingDashboard::parentTitle() const
{
    return tr("Mailings");
}

QString MailingDashboard::badge() const
{
    return m_mailing.id.isValid() ? texts::mailingStateText(m_mailing.state) : QString();
}

void MailingDashboard::activated()
{
    m_refresher->refresh();
}

void MailingDashboard::read()
{
    if (!m_id.isValid())
        return;
    const core::MailingId id = m_id;
    m_refresher->ask(m_context.mailings.find(id), [this, id](const core::Result<Mailing> &mailing) {
        if (id != m_id)
            return;
        if (!mailing) {
            if (!m_context.server.tells(mailing.error()))
                complain(mailing.error());
            return;
        }
        if (mailing->archivedAt) {
            Q_EMIT closed();
            return;
        }
        if (*mailing == m_mailing)
            return;
        m_mailing = *mailing;
        showState();
        showNumbers();
        Q_EMIT titleChanged();
    });
    m_refresher->ask(m_context.statistics.mailing(id),
                     [this, id](const core::Result<core::domain::MailingStatistics> &found) {
                         if (id == m_id && found)
                             takeStatistics(*found);
                     });
    readBreakdown();
    m_messages->refresh();
}

void MailingDashboard::takeStatistics(const core::domain::MailingStatistics &statistics)
{
    const bool begins = m_statistics.counts.done() == 0 && statistics.counts.done() > 0;
    m_statistics = statistics;
    showNumbers();
    if (begins) { // else it is done with some and the charts still say that nothing was sent
        m_breakdownRead.invalidate();
        readBreakdown();
    }
}

void MailingDashboard::readBreakdown()
{
    const auto pause = m_statistics.counts.total() <= mostOfASmallMailing ? smallPause : largePause;
    if (m_breakdownRead.isValid() && !m_breakdownRead.hasExpired(pause.count())) {
        // There may be no further change to bring the last numbers.
        if (!m_breakdownSoon.isActive())
            m_breakdownSoon.start(pause - core::Milliseconds(m_breakdownRead.elapsed()));
        return;
    }
    m_breakdownSoon.stop();
    m_breakdownRead.start();
    const core::MailingId id = m_id;
    m_refresher->ask(
        m_context.statistics.breakdown(id, {}), [this, id](const core::Result<core::services::MailingBreakdown> &found) {
            if (id != m_id || !found)
                return;
            m_zones->setBreakdown(found->byTimezone);
            m_codes->setBreakdown(found->byOperatorCode);
            if (found->throughput.isEmpty())
                return;
            const core::Instant last = found->throughput.last().at + core::domain::ThroughputSlot::width;
            const bool running = m_mailing.state == MailingState::Running;
            m_perMinute->setSlots(found->throughput, found->throughput.first().at, running ? m_context.clock.now() : last);
            m_peak->setText(m_perMinute->peakText());
        });
}

void MailingDashboard::showState()
{
    const PossibleActions possible = possibleActions(m_mailing);
    const bool known = m_mailing.id.isValid();
    using core::services::Permission;
    const core::Status mayEdit =
        known ? core::services::mayDo(m_context.actor, Permission::EditMailing, m_mailing.owner) : core::Status();
    offer(m_edit, mayEdit, known && possible.edit);
    m_export->setEnabled(known);
    m_history->setEnabled(known);
    offer(m_retry, mayEdit, known && possible.retry);
    offer(m_cancel, mayEdit, known && possible.cancel);
    m_primary->setVisible(possible.pause || possible.resume || m_mailing.state == MailingState::Draft);
    offer(m_primary, mayEdit, known);
    if (m_mailing.state == MailingState::Draft)
        m_primary->setText(tr("Check and start…"));
    else
        m_primary->setText(possible.resume ? tr("Resume") : tr("Pause"));
}

void MailingDashboard::showNumbers()
{
    const core::domain::StatusCounts &counts = m_statistics.counts;
    const core::Instant now = m_context.clock.now();
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const QString done =
        m_statistics.choosing ? tr("%1 of %2 done; recipients are still being chosen") : tr("%1 of %2 done");
    m_done->setText(done.arg(texts::numberText(counts.done()), texts::numberText(counts.total())));
    const auto when = [&](core::Instant at) { return texts::dateTimeText(at, now, zone); };
    QStringList times{m_mailing.startAt <= now ? tr("since %1").arg(when(m_mailing.startAt))
                                               : tr("from %1").arg(when(m_mailing.startAt)),
                      texts::whenText(m_mailing, now)};
    m_when->setText(m_mailing.id.isValid() ? times.join(QStringLiteral(", ")) : QString());
    QStringList forecast;
    if (m_mailing.state == MailingState::Running) {
        forecast << texts::rateText(m_statistics.rate);
        if (m_statistics.forecast.doneAt)
            forecast << tr("done about %1").arg(when(*m_statistics.forecast.doneAt));
        // Without a rate nobody knows who else.
        if (m_statistics.forecast.doneAt || m_statistics.forecast.willExpire > 0)
            forecast << tr("%Ln will expire", nullptr, static_cast<int>(m_statistics.forecast.willExpire));
    } else if (m_statistics.lastSentAt) {
        forecast << tr("last sent %1").arg(when(*m_statistics.lastSentAt));
    }
    m_forecast->setText(forecast.join(QStringLiteral("  ·  ")));
    const auto removedAt = m_mailing.messagesRemovedAt;
    m_removed->setVisible(removedAt.has_value());
    m_removed->setText(removedAt ? texts::messagesRemovedText(*removedAt) : QString());
    m_messages->setRemovedAt(removedAt);
    m_bar->setCounts(counts);
    m_links->setCounts(counts);
    m_errors->setErrors(m_statistics.errors);
}

void MailingDashboard::togglePause()
{
    if (m_mailing.state == MailingState::Draft)
        Q_EMIT editWanted(m_id);
    else if (m_mailing.state == MailingState::Paused)
        m_do->resume(m_id);
    else
        m_do->pause(m_id);
}

void MailingDashboard::complain(const core::Error &error)
{
    m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(error));
}

void MailingDashboard::retranslate()
{
    m_edit->setText(tr("Edit"));
    m_export->setText(tr("Export…"));
    m_retry->setText(tr("Retry…"));
    m_cancel->setText(tr("Cancel…"));
    m_history->setText(tr("History"));
    m_history->setToolTip(tr("Everything that was done to this mailing"));
    m_perMinuteCard->setHeading(tr("Messages per minute"));
    m_perMinute->setHeading(tr("Messages per minute"));
    m_zonesCard->setHeading(tr("By time zone"));
    m_zones->setAccessibleName(tr("Messages by time zone"));
    m_zones->setEmptyText(tr("No messages yet."));
    m_codesCard->setHeading(tr("By operator code"));
    m_codes->setAccessibleName(tr("Messages by operator code"));
    m_codes->setEmptyText(tr("No messages yet."));
    m_errorsCard->setHeading(tr("Errors"));
    showState();
    showNumbers();
}

} // namespace ui::pages
