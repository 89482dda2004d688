// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens to the written mailing: stored, checked and started, tried; and who is pasted into it. The second half of
// MailingEditor.

#include "core/base/clock.h"
#include "core/domain/tags.h"
#include "core/services/accessrules.h"
#include "core/services/mailingservice.h"
#include "ui/async.h"
#include "ui/dialogs/checksheetdialog.h"
#include "ui/dialogs/pastephonesdialog.h"
#include "ui/dialogs/sendtestdialog.h"
#include "ui/editors/audiencecard.h"
#include "ui/editors/mailingeditor.h"
#include "ui/editors/previewcard.h"
#include "ui/editors/schedulecard.h"
#include "ui/editors/textcard.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/errortext.h"
#include "ui/permissions.h"
#include "ui/serverwatch.h"
#include "ui/texts/numbertext.h"

#include <QLabel>
#include <QPushButton>
#include <QTimeZone>

namespace ui::editors {

using core::domain::Mailing;

void MailingEditor::save(Errors errors, std::function<void()> then)
{
    m_savePause.stop();
    if (m_saving) { // its answer knows the id that this one needs
        if (then || !m_saveNext)
            m_saveNext = [this, errors, then = std::move(then)] { save(errors, then); };
        return;
    }
    const auto edit = collect();
    if (!edit) {
        if (errors == Errors::Show)
            showError(edit.error());
        return;
    }
    m_saving = true;
    m_dirty = false;
    const auto future = m_mailing.id.isValid() ? m_context.mailings.edit(m_context.actor, m_mailing.id, *edit, {})
                                               : m_context.mailings.createDraft(m_context.actor, *edit);
    whenDone(future, this, [this, errors, token = m_token, then = std::move(then)](const core::Result<Mailing> &mailing) {
        m_saving = false;
        if (token != m_token)
            return;
        const std::function<void()> next = std::exchange(m_saveNext, {});
        if (mailing) {
            saved(*mailing);
            if (then)
                then();
            if (next)
                next();
            return;
        }
        m_dirty = true;
        std::ignore = m_context.server.tells(mailing.error()); // so that it is stored as soon as that is over
        showSavedState();
        // What is only half written yet is no mistake.
        if (errors == Errors::Show || mailing.error().kind != core::ErrorKind::InvalidInput)
            showError(mailing.error());
        if (next)
            next();
    });
}

void MailingEditor::saved(const Mailing &mailing)
{
    m_mailing = mailing;
    m_banner->clear();
    m_text->showErrors({});
    m_schedule->showErrors({});
    showSavedState();
    Q_EMIT titleChanged();
}

void MailingEditor::showError(const core::Error &error)
{
    m_text->showErrors(error.fields);
    m_audience->showErrors(error.fields);
    m_schedule->showErrors(error.fields);
    if (error.fields.isEmpty()) {
        m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(error));
        if (error.code == u"mailing.twin" && !isDraft())
            m_banner->setAction(tr("Save all the same"), [this] { saveChanges(true); });
    } else if (error.fields.first().field == u"text") {
        m_text->focusText();
    }
}

void MailingEditor::showSavedState()
{
    if (!isDraft())
        m_savedLabel->setText(m_dirty ? tr("changed") : QString());
    else if (m_dirty)
        m_savedLabel->setText(tr("not saved yet"));
    else if (m_mailing.id.isValid())
        m_savedLabel->setText(tr("saved %1").arg(texts::timeText(m_mailing.updatedAt, QTimeZone::systemTimeZone())));
    else
        m_savedLabel->setText({});
    m_save->setVisible(isDraft());
    offer(m_save, mayStore(), m_dirty || !m_mailing.id.isValid());
    offer(m_start, mayStore());
    m_start->setText(isDraft() ? tr("Check and start…") : tr("Save changes"));
}

core::Status MailingEditor::mayStore() const
{
    using core::services::mayDo;
    using core::services::Permission;
    return m_mailing.id.isValid() ? mayDo(m_context.actor, Permission::EditMailing, m_mailing.owner)
                                  : mayDo(m_context.actor, Permission::CreateMailings);
}

void MailingEditor::checkAndStart()
{
    save(Errors::Show, [this] {
        const auto edit = collect();
        if (!edit)
            return;
        const auto at = m_schedule->startsNow() ? std::nullopt : edit->startAt;
        auto *sheet = new dialogs::CheckSheetDialog(m_context, m_mailing, *edit, at, this);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        connect(sheet, &dialogs::CheckSheetDialog::started, this, &MailingEditor::finished);
        sheet->open();
    });
}

void MailingEditor::saveChanges(bool allowDuplicate)
{
    const auto edit = collect();
    if (!edit) {
        showError(edit.error());
        return;
    }
    whenDone(m_context.mailings.edit(m_context.actor, m_mailing.id, *edit, {.allowDuplicate = allowDuplicate}), this,
             [this, token = m_token](const core::Result<Mailing> &mailing) {
                 if (token != m_token)
                     return;
                 if (!mailing) {
                     showError(mailing.error());
                     return;
                 }
                 m_dirty = false;
                 Q_EMIT finished(mailing->id);
             });
}

void MailingEditor::sendTest()
{
    const auto edit = collect();
    auto *dialog = new dialogs::SendTestDialog(m_context, m_preview->rendered(),
                                               edit ? edit->gateway.value_or(core::GatewayId()) : core::GatewayId(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MailingEditor::pastePhones()
{
    const QString name = m_text->name().trimmed();
    const QDate today = core::toDateTime(m_context.clock.now()).toLocalTime().date();
    const QString tag = name.isEmpty() ? tr("pasted %1", "tag, with the date").arg(today.toString(Qt::ISODate)) : name;
    auto *dialog = new dialogs::PastePhonesDialog(m_context, tag.left(core::domain::maxTagLength), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &dialogs::PastePhonesDialog::pasted, this, [this](const QString &label) {
        m_audience->addTag(label);
        audienceChanged(); // the tag may have been there, with fewer clients
    });
    dialog->open();
}

} // namespace ui::editors
