// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/mailingactions.h"

#include "core/services/mailingservice.h"
#include "ui/dialogs/retrydialog.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>

namespace ui::pages {

using core::domain::Mailing;
using core::domain::MailingState;

PossibleActions possibleActions(const Mailing &mailing)
{
    const MailingState state = mailing.state;
    const bool active = core::domain::isActive(state);
    return {.edit = active || state == MailingState::Draft,
            .startNow = state == MailingState::Draft || state == MailingState::Scheduled,
            .pause = state == MailingState::Running || state == MailingState::Scheduled,
            .resume = state == MailingState::Paused,
            .cancel = active,
            .retry = (state == MailingState::Finished || state == MailingState::Running) && !mailing.messagesRemovedAt};
}

MailingActions::MailingActions(const Context &context, Navigator &navigator, QWidget *page)
    : QObject(page), m_context(context), m_navigator(navigator), m_page(page)
{}

void MailingActions::report(const QFuture<core::Result<Mailing>> &future)
{
    whenDone(future, this, [this](const core::Result<Mailing> &mailing) {
        if (!mailing)
            Q_EMIT failed(mailing.error());
    });
}

void MailingActions::pause(core::MailingId id)
{
    report(m_context.mailings.pause(m_context.actor, id));
}

void MailingActions::resume(core::MailingId id)
{
    report(m_context.mailings.resume(m_context.actor, id));
}

void MailingActions::startNow(const Mailing &mailing)
{
    if (mailing.state == MailingState::Draft) {
        report(m_context.mailings.start(m_context.actor, mailing.id, m_context.clock.now(), {}));
        return;
    }
    core::domain::MailingEdit edit;
    edit.startAt = m_context.clock.now();
    report(m_context.mailings.edit(m_context.actor, mailing.id, edit, {}));
}

void MailingActions::cancel(const Mailing &mailing)
{
    auto *question = new QMessageBox(m_page);
    question->setObjectName(QStringLiteral("cancelMailingDialog"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Cancel mailing"));
    question->setIcon(QMessageBox::Question);
    question->setText(tr("Cancel “%1”?").arg(mailing.name));
    question->setInformativeText(
        tr("What has not been sent yet will not be sent. A pause can be ended, a cancelled mailing cannot."));
    QPushButton *cancel = question->addButton(tr("Cancel the mailing"), QMessageBox::DestructiveRole);
    cancel->setObjectName(QStringLiteral("confirmCancelButton"));
    question->addButton(tr("Keep it"), QMessageBox::RejectRole)->setObjectName(QStringLiteral("keepMailingButton"));
    auto *series =
        mailing.seriesId.isValid() ? new QCheckBox(tr("and all that would follow in its series"), question) : nullptr;
    if (series)
        series->setObjectName(QStringLiteral("wholeSeriesCheckBox"));
    question->setCheckBox(series);
    connect(cancel, &QPushButton::clicked, this, [this, id = mailing.id, series] {
        report(m_context.mailings.cancel(m_context.actor, id, series && series->isChecked()));
    });
    question->open();
}

void MailingActions::remove(const Mailing &mailing)
{
    whenDone(m_context.mailings.remove(m_context.actor, mailing.id), this,
             [this, was = mailing](const core::Result<Mailing> &result) {
                 if (!result) {
                     Q_EMIT failed(result.error());
                     return;
                 }
                 Q_EMIT removed(was.id);
                 m_navigator.offerUndo(tr("“%1” was deleted.").arg(was.name),
                                       [this, was] { report(m_context.mailings.restore(m_context.actor, was)); });
             });
}

void MailingActions::duplicate(core::MailingId id)
{
    whenDone(m_context.mailings.duplicate(m_context.actor, id), this, [this](const core::Result<Mailing> &copy) {
        if (copy)
            Q_EMIT duplicated(copy->id);
        else
            Q_EMIT failed(copy.error());
    });
}

void MailingActions::retry(const Mailing &mailing)
{
    auto *dialog = new dialogs::RetryDialog(m_context, mailing, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui::pages
