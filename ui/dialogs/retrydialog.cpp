// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/retrydialog.h"

#include "core/services/mailingservice.h"
#include "core/services/statisticsservice.h"
#include "ui/async.h"
#include "ui/editors/field.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/card.h"
#include "ui/feedback/errortext.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/statustext.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui::dialogs {

using core::domain::MessageStatus;

namespace {

constexpr MessageStatus retriable[] = {MessageStatus::Failed, MessageStatus::Undelivered, MessageStatus::Expired,
                                       MessageStatus::Unknown};

bool mayArriveTwice(MessageStatus status)
{
    return status == MessageStatus::Undelivered || status == MessageStatus::Unknown;
}

} // namespace

RetryDialog::RetryDialog(const Context &context, const core::domain::Mailing &mailing, QWidget *parent)
    : QDialog(parent), m_context(context), m_mailing(mailing), m_heading(feedback::label("section", this)),
      m_warning(feedback::label("small", this)), m_banner(new feedback::Banner(this)), m_end(new QDateTimeEdit(this)),
      m_endField(new editors::Field(m_end, this)), m_retry(new QPushButton(this)), m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("retryDialog"));
    layOut();
    for (const Choice &choice : std::as_const(m_choices))
        connect(choice.box, &QCheckBox::toggled, this, &RetryDialog::showCounts);
    connect(m_retry, &QPushButton::clicked, this, &RetryDialog::submit);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    const core::Instant now = m_context.clock.now();
    const bool over = mailing.endAt <= now;
    const core::Instant end = over ? now + std::chrono::hours{24} : mailing.endAt;
    m_end->setDateTime(core::toDateTime(end).toLocalTime());
    m_end->setCalendarPopup(true);
    m_end->setDisplayFormat(QStringLiteral("dd.MM.yyyy HH:mm"));
    m_choices.first().box->setChecked(true);
    retranslate();
    readCounts();
}

void RetryDialog::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::pagePadding, theme::cardPadding, theme::pagePadding, theme::cardPadding);
    column->setSpacing(2 * theme::space);
    column->addWidget(m_heading);
    column->addWidget(m_banner);
    for (const MessageStatus status : retriable) {
        auto *box = new QCheckBox(this);
        box->setObjectName(core::domain::toText(status) + QStringLiteral("CheckBox"));
        column->addWidget(box);
        m_choices << Choice{status, box};
    }
    m_warning->setWordWrap(true);
    column->addWidget(m_warning);
    column->addSpacing(2 * theme::space);
    m_end->setObjectName(QStringLiteral("newEndEdit"));
    column->addWidget(m_endField);
    column->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_retry);
    column->addLayout(buttons);
    m_close->setObjectName(QStringLiteral("closeRetryButton"));
    m_close->setAutoDefault(false);
    m_retry->setObjectName(QStringLiteral("retryButton"));
    m_retry->setProperty("kind", QStringLiteral("primary"));
    m_retry->setDefault(true);
    setMinimumWidth(440);
}

void RetryDialog::readCounts()
{
    whenDone(m_context.statistics.mailing(m_mailing.id), this,
             [this](const core::Result<core::domain::MailingStatistics> &found) {
                 if (found)
                     m_counts = found->counts;
                 else
                     m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(found.error()));
                 showCounts();
             });
}

QList<MessageStatus> RetryDialog::chosen() const
{
    QList<MessageStatus> statuses;
    for (const Choice &choice : m_choices) {
        if (choice.box->isChecked())
            statuses << choice.status;
    }
    return statuses;
}

void RetryDialog::showCounts()
{
    qint64 total = 0;
    bool twice = false;
    for (const Choice &choice : std::as_const(m_choices)) {
        choice.box->setText(
            QStringLiteral("%1 (%2)").arg(texts::statusText(choice.status), texts::numberText(m_counts[choice.status])));
        choice.box->setEnabled(m_counts[choice.status] > 0);
        if (choice.box->isChecked() && choice.box->isEnabled()) {
            total += m_counts[choice.status];
            twice = twice || mayArriveTwice(choice.status);
        }
    }
    m_warning->setText(twice ? tr("The gateway may have accepted some of these already: a client may get the text twice.")
                             : QString());
    m_warning->setVisible(twice);
    m_retry->setText(tr("Try %Ln message(s) again", nullptr, static_cast<int>(total)));
    m_retry->setEnabled(total > 0);
}

void RetryDialog::submit()
{
    m_retry->setEnabled(false);
    m_endField->setError({});
    const core::Instant end = core::toInstant(m_end->dateTime().toUTC());
    whenDone(m_context.mailings.retry(m_context.actor, m_mailing.id, chosen(), end), this,
             [this](const core::Result<core::domain::Mailing> &result) {
                 if (result) {
                     accept();
                     return;
                 }
                 m_retry->setEnabled(true);
                 for (const core::FieldError &field : result.error().fields) {
                     if (field.field == u"end_at") {
                         m_endField->setError(feedback::fieldErrorText(field));
                         m_end->setFocus();
                         return;
                     }
                 }
                 m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(result.error()));
             });
}

void RetryDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RetryDialog::retranslate()
{
    setWindowTitle(tr("Try again"));
    m_heading->setText(tr("Which messages of “%1” are tried again?").arg(m_mailing.name));
    m_endField->setLabel(tr("Until"));
    m_close->setText(tr("Close"));
    showCounts();
}

} // namespace ui::dialogs
