// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/mailingeditor.h"

#include "core/services/accessrules.h"
#include "core/services/audienceservice.h"
#include "core/services/clientservice.h"
#include "core/services/gatewayservice.h"
#include "core/services/mailingservice.h"
#include "core/services/settingsservice.h"
#include "ui/async.h"
#include "ui/editors/audiencecard.h"
#include "ui/editors/outlookcard.h"
#include "ui/editors/previewcard.h"
#include "ui/editors/schedulecard.h"
#include "ui/editors/textcard.h"
#include "ui/feedback/banner.h"
#include "ui/permissions.h"
#include "ui/serverwatch.h"
#include "ui/texts/statustext.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace ui::editors {

using core::domain::Mailing;
using core::domain::MailingEdit;
using core::domain::MailingState;
using core::services::mayDo;
using core::services::Permission;

namespace {

constexpr std::chrono::milliseconds savePause{2000};
constexpr std::chrono::milliseconds countPause{250};
constexpr std::chrono::milliseconds checkPause{600};

/** Ends a day after the next full minute: what a new mailing begins with. */
Mailing freshMailing(core::Instant now, const std::optional<core::domain::SendWindow> &hours)
{
    Mailing mailing;
    mailing.window = hours;
    mailing.startAt = now;
    const qint64 minute = 60'000;
    mailing.endAt = core::instantFromMs((core::toMs(now) / minute + 1) * minute) + std::chrono::hours{24};
    return mailing;
}

} // namespace

MailingEditor::MailingEditor(const Context &context, Navigator &navigator, QWidget *parent)
    : Page(context, navigator, parent), m_actions(new QWidget), m_banner(new feedback::Banner(this)),
      m_text(new TextCard(this)), m_audience(new AudienceCard(this)), m_schedule(new ScheduleCard(this)),
      m_preview(new PreviewCard(context, this)), m_outlook(new OutlookCard(this))
{
    setObjectName(QStringLiteral("mailingEditor"));
    if (const auto usual = core::domain::SendWindow::create(9 * 60, 21 * 60, {})) // until the settings are read
        m_quietHours = *usual;
    makeActions();
    layOut();
    watch();
    connect(&context.server, &ServerWatch::changed, this, &MailingEditor::catchUp);
    retranslate();
}

void MailingEditor::makeActions()
{
    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * theme::space);
    row->addStretch();
    m_savedLabel = feedback::label("dim", m_actions);
    m_savedLabel->setObjectName(QStringLiteral("savedLabel"));
    m_test = new QPushButton(m_actions);
    m_test->setObjectName(QStringLiteral("sendTestButton"));
    m_save = new QPushButton(m_actions);
    m_save->setObjectName(QStringLiteral("saveDraftButton"));
    m_start = new QPushButton(m_actions);
    m_start->setObjectName(QStringLiteral("checkAndStartButton"));
    m_start->setProperty("kind", QStringLiteral("primary"));
    row->addWidget(m_savedLabel);
    row->addWidget(m_test);
    row->addWidget(m_save);
    row->addWidget(m_start);
    connect(m_test, &QPushButton::clicked, this, &MailingEditor::sendTest);
    connect(m_save, &QPushButton::clicked, this, [this] { save(Errors::Show); });
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (isDraft())
            checkAndStart();
        else
            saveChanges(false);
    });
}

void MailingEditor::layOut()
{
    auto *inner = new QWidget(this);
    auto *row = new QHBoxLayout(inner);
    row->setContentsMargins(theme::pagePadding, theme::cardPadding, theme::pagePadding, theme::cardPadding);
    row->setSpacing(4 * theme::space);
    auto *left = new QVBoxLayout;
    left->setSpacing(4 * theme::space);
    left->addWidget(m_text);
    left->addWidget(m_audience);
    left->addWidget(m_schedule);
    left->addStretch();
    auto *right = new QVBoxLayout;
    right->setSpacing(4 * theme::space);
    right->addWidget(m_preview);
    right->addWidget(m_outlook, 1);
    for (QWidget *card : {static_cast<QWidget *>(m_preview), static_cast<QWidget *>(m_outlook)})
        card->setFixedWidth(360);
    row->addLayout(left, 1);
    row->addLayout(right);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inner);
    auto *bannerRow = new QVBoxLayout;
    bannerRow->setContentsMargins(theme::pagePadding, 0, theme::pagePadding, 0);
    bannerRow->addWidget(m_banner);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bannerRow);
    column->addWidget(scroll, 1);
}

void MailingEditor::watch()
{
    const std::pair<QTimer *, std::chrono::milliseconds> pauses[] = {
        {&m_savePause, savePause}, {&m_countPause, countPause}, {&m_checkPause, checkPause}};
    for (const auto &[timer, pause] : pauses) {
        timer->setSingleShot(true);
        timer->setInterval(pause);
    }
    connect(&m_savePause, &QTimer::timeout, this, [this] { save(Errors::Hide); });
    connect(&m_countPause, &QTimer::timeout, this, &MailingEditor::countAudience);
    connect(&m_checkPause, &QTimer::timeout, this, &MailingEditor::check);
    connect(m_text, &TextCard::changed, this, [this] {
        m_preview->setText(m_text->text());
        contentChanged();
    });
    connect(m_audience, &AudienceCard::changed, this, &MailingEditor::audienceChanged);
    connect(m_audience, &AudienceCard::pasteWanted, this, &MailingEditor::pastePhones);
    connect(m_schedule, &ScheduleCard::changed, this, &MailingEditor::contentChanged);
    connect(m_preview, &PreviewCard::shown, this, [this] { m_text->setRendered(m_preview->rendered(), m_parts); });
    connect(m_outlook, &OutlookCard::endWanted, m_schedule, &ScheduleCard::setEnd);
}

void MailingEditor::begin()
{
    ++m_token;
    readSurroundings();
    load(freshMailing(m_context.clock.now(), m_quietHours));
    m_text->focusText();
}

void MailingEditor::open(core::MailingId id)
{
    ++m_token;
    readSurroundings();
    whenDone(m_context.mailings.find(id), this, [this, token = m_token](const core::Result<Mailing> &mailing) {
        if (token != m_token)
            return;
        if (mailing) {
            load(*mailing);
            return;
        }
        Q_EMIT closed();
    });
}

void MailingEditor::readSurroundings()
{
    whenDone(m_context.gateways.list(), this, [this](const core::Result<QList<core::domain::GatewayWithState>> &gateways) {
        if (gateways)
            m_schedule->setGateways(*gateways);
    });
    whenDone(m_context.clients.vocabulary(), this, [this](const core::Result<core::services::ClientVocabulary> &vocabulary) {
        if (!vocabulary)
            return;
        m_audience->setVocabulary(*vocabulary);
        m_text->setFieldKeys(vocabulary->attributeKeys);
    });
    whenDone(m_context.workspaceSettings.settings(), this,
             [this, token = m_token](const core::Result<core::domain::WorkspaceSettings> &settings) {
                 if (!settings)
                     return;
                 const int from = settings->quietHoursFrom();
                 const int to = settings->quietHoursTo();
                 m_schedule->setQuietHours(from, to);
                 if (const auto hours = core::domain::SendWindow::create(from, to, {}))
                     m_quietHours = *hours;
                 if (token != m_token || m_touched) // what somebody has chosen meanwhile stays
                     return;
                 if (!m_mailing.id.isValid())
                     m_mailing.window = m_quietHours;
                 m_loading = true;
                 m_schedule->setMailing(m_mailing, m_context.clock.now());
                 m_loading = false;
             });
}

void MailingEditor::load(const Mailing &mailing)
{
    m_loading = true;
    m_mailing = mailing;
    m_dirty = false;
    m_touched = false;
    m_parts = -1;
    m_banner->clear();
    m_text->setContent(mailing.name, mailing.text);
    m_audience->setFilter(mailing.filter);
    m_schedule->setMailing(mailing, m_context.clock.now());
    m_preview->setText(mailing.text);
    m_preview->setFilter(mailing.filter);
    m_outlook->clear();
    m_loading = false;
    m_savePause.stop();
    m_saveNext = {};
    countAudience();
    check();
    showSavedState();
    Q_EMIT titleChanged();
}

core::Result<MailingEdit> MailingEditor::collect() const
{
    MailingEdit edit;
    edit.name = m_text->name();
    edit.text = m_text->text();
    edit.filter = m_audience->filter();
    HELIOGRAPH_TRY(m_schedule->fill(edit, m_context.clock.now()));
    return edit;
}

void MailingEditor::contentChanged()
{
    if (m_loading)
        return;
    m_dirty = true;
    m_touched = true;
    m_checkPause.start();
    if (isDraft())
        m_savePause.start();
    showSavedState();
}

void MailingEditor::audienceChanged()
{
    if (m_loading)
        return;
    m_audience->setSummary(std::nullopt);
    m_countPause.start();
    contentChanged();
}

void MailingEditor::countAudience()
{
    m_preview->setFilter(m_audience->filter());
    whenDone(m_context.audiences.summary(m_audience->filter()), this,
             [this, token = ++m_countToken](const core::Result<core::interfaces::AudienceSummary> &summary) {
                 if (token != m_countToken)
                     return;
                 if (summary)
                     m_audience->setSummary(*summary);
                 m_audience->showErrors(summary ? QList<core::FieldError>() : summary.error().fields);
             });
}

void MailingEditor::check()
{
    const auto edit = collect();
    const quint64 token = ++m_checkToken;
    if (!edit || edit->text->trimmed().isEmpty()) {
        m_outlook->clear();
        m_parts = -1;
        m_text->setRendered(m_preview->rendered(), m_parts);
        return;
    }
    whenDone(m_context.mailings.check(m_mailing.id, *edit), this,
             [this, token, end = *edit->endAt](const core::Result<core::services::CheckSheet> &sheet) {
                 if (token != m_checkToken || (!sheet && m_context.server.tells(sheet.error())))
                     return;
                 m_parts = sheet ? sheet->parts : -1;
                 m_text->setRendered(m_preview->rendered(), m_parts);
                 // Times are judged as they are typed; the rest speaks when it is asked for.
                 m_schedule->showErrors(sheet ? QList<core::FieldError>() : sheet.error().fields);
                 if (sheet)
                     m_outlook->setSheet(*sheet, end, m_context.clock.now());
                 else
                     m_outlook->clear();
             });
}

void MailingEditor::catchUp()
{
    if (m_context.server.isLost() || m_token == 0)
        return;
    countAudience();
    check();
    if (isDraft() && m_dirty)
        save(Errors::Hide);
}

void MailingEditor::leave()
{
    if (isDraft() && m_dirty)
        save(Errors::Hide);
}

void MailingEditor::activated()
{
    if (m_token == 0)
        begin();
}

QString MailingEditor::title() const
{
    return m_mailing.id.isValid() ? m_mailing.name : tr("New mailing");
}

QString MailingEditor::parentTitle() const
{
    return tr("Mailings");
}

QString MailingEditor::badge() const
{
    return m_mailing.id.isValid() ? texts::mailingStateText(m_mailing.state) : QString();
}

void MailingEditor::retranslate()
{
    m_test->setText(tr("Send a test…"));
    m_save->setText(tr("Save draft"));
    offer(m_test, mayDo(m_context.actor, Permission::ManageGateways));
    m_audience->setPasteAllowed(mayDo(m_context.actor, Permission::EditClients));
    showSavedState();
}

} // namespace ui::editors
