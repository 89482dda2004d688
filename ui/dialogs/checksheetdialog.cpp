// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/checksheetdialog.h"

#include "core/domain/timezonename.h"
#include "ui/async.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/card.h"
#include "ui/feedback/errortext.h"
#include "ui/texts/mailingtext.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTimeZone>

namespace ui::dialogs {

using core::domain::Mailing;

CheckSheetDialog::CheckSheetDialog(const Context &context, const Mailing &draft, const core::domain::MailingEdit &edit,
                                   std::optional<core::Instant> startAt, QWidget *parent)
    : QDialog(parent), m_context(context), m_draft(draft), m_edit(edit), m_startAt(startAt),
      m_heading(feedback::label("title", this)), m_banner(new feedback::Banner(this)), m_lines(new QGridLayout),
      m_allowMissing(new QCheckBox(this)), m_allowTwin(new QCheckBox(this)), m_close(new QPushButton(this)),
      m_start(new QPushButton(this))
{
    setObjectName(QStringLiteral("checkSheetDialog"));
    layOut();
    connect(m_allowMissing, &QCheckBox::toggled, this, &CheckSheetDialog::offerStart);
    connect(m_allowTwin, &QCheckBox::toggled, this, &CheckSheetDialog::offerStart);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_start, &QPushButton::clicked, this, &CheckSheetDialog::submit);
    retranslate();
    read();
}

void CheckSheetDialog::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::pagePadding, theme::cardPadding, theme::pagePadding, theme::cardPadding);
    column->setSpacing(3 * theme::space);
    column->addWidget(m_heading);
    column->addWidget(m_banner);
    m_lines->setHorizontalSpacing(4 * theme::space);
    m_lines->setVerticalSpacing(2 * theme::space);
    m_lines->setColumnStretch(1, 1);
    column->addLayout(m_lines);
    column->addWidget(m_allowMissing);
    column->addWidget(m_allowTwin);
    column->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_start);
    column->addLayout(buttons);
    m_heading->setObjectName(QStringLiteral("checkSheetHeading"));
    m_heading->setWordWrap(true);
    m_allowMissing->setObjectName(QStringLiteral("allowMissingFieldsCheckBox"));
    m_allowTwin->setObjectName(QStringLiteral("allowDuplicateCheckBox"));
    m_close->setObjectName(QStringLiteral("backToEditorButton"));
    m_close->setAutoDefault(false);
    m_start->setObjectName(QStringLiteral("startMailingButton"));
    m_start->setProperty("kind", QStringLiteral("primary"));
    m_start->setDefault(true);
    setMinimumWidth(520);
}

void CheckSheetDialog::read()
{
    whenDone(m_context.mailings.check(m_draft.id, m_edit), this,
             [this](const core::Result<core::services::CheckSheet> &sheet) {
                 if (!sheet) {
                     complain(sheet.error());
                     return;
                 }
                 m_sheet = *sheet;
                 showSheet();
             });
}

void CheckSheetDialog::addLine(const QString &name, const QString &value, bool isProblem)
{
    const int row = m_lines->rowCount();
    auto *label = feedback::label("dim", this);
    label->setText(name);
    auto *text = feedback::label("", this);
    text->setText(value);
    text->setWordWrap(true);
    text->setAccessibleName(QStringLiteral("%1: %2").arg(name, value));
    feedback::setLook(text, "problem", isProblem);
    m_lines->addWidget(label, row, 0, Qt::AlignTop);
    m_lines->addWidget(text, row, 1);
    // At once: what is shown later is left out when the sheet takes its size.
    label->show();
    text->show();
}

void CheckSheetDialog::showSheet()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!m_sheet)
        return;
    const core::Instant now = m_context.clock.now();
    const auto when = [&](core::Instant at) { return texts::dateTimeText(at, now, QTimeZone::systemTimeZone()); };
    const int recipients = static_cast<int>(m_sheet->recipients);
    addLine(tr("Recipients"), tr("%Ln client(s): %1", nullptr, recipients).arg(texts::audienceText(m_draft.filter)),
            recipients == 0);
    if (m_sheet->optedOut > 0)
        addLine(tr("Excluded"), tr("%Ln opted out", nullptr, static_cast<int>(m_sheet->optedOut)));
    const QString parts = texts::numberText(m_sheet->parts);
    addLine(tr("SMS parts"), m_sheet->partsEstimated ? tr("about %1, judged by a sample").arg(parts) : parts);
    addHours(now);
    addLine(tr("Start"), m_startAt ? when(*m_startAt) : tr("now"));
    addLine(tr("End"), when(m_draft.endAt));
    if (m_sheet->forecast.doneAt)
        addLine(tr("Done about"), when(*m_sheet->forecast.doneAt));
    if (const qint64 late = m_sheet->forecast.willExpire - m_sheet->zoneUnknown; late > 0)
        addLine(tr("Would expire"), tr("%Ln message(s): the end comes first", nullptr, static_cast<int>(late)), true);
    if (m_sheet->zoneUnknown > 0)
        addLine(tr("Time zone unknown"),
                tr("%Ln message(s) would wait and expire: this computer does not know the time there", nullptr,
                   static_cast<int>(m_sheet->zoneUnknown)),
                true);
    addLine(tr("Gateway"), m_sheet->gatewayName.isEmpty() ? tr("none: connect one first") : m_sheet->gatewayName,
            m_sheet->gatewayName.isEmpty());
    for (const core::services::MissingField &field : m_sheet->missingFields)
        addLine(tr("Missing {%1}").arg(field.key), tr("%Ln client(s) have none", nullptr, static_cast<int>(field.clients)),
                true);
    for (const Mailing &twin : m_sheet->twins)
        addLine(tr("Same mailing"), tr("“%1”, from %2").arg(twin.name, when(twin.startAt)), true);
    m_allowMissing->setVisible(!m_sheet->missingFields.isEmpty());
    m_allowTwin->setVisible(!m_sheet->twins.isEmpty());
    offerStart();
    adjustSize();
    centre();
}

void CheckSheetDialog::addHours(core::Instant now)
{
    addLine(tr("Hours"), tr("%1, client's local time").arg(texts::windowText(m_draft.window)));
    if (!m_draft.window)
        return;
    const core::Instant start = std::max(now, m_startAt.value_or(now));
    qint64 waiting = 0;
    std::optional<core::Instant> first;
    for (const core::interfaces::LabelCount &one : std::as_const(m_sheet->byTimezone)) {
        const QTimeZone *zone = core::domain::findTimeZone(one.label);
        if (!zone || m_draft.window->isOpen(start, *zone))
            continue;
        waiting += one.count;
        if (const auto opening = m_draft.window->nextOpening(start, *zone))
            first = std::min(first.value_or(*opening), *opening);
    }
    if (waiting == 0)
        return;
    const QString number = texts::numberText(waiting);
    const QString text = first ? tr("%1 wait until their hours begin, the first from %2")
                                     .arg(number, texts::dateTimeText(*first, now, QTimeZone::systemTimeZone()))
                               : tr("%1 wait until their hours begin").arg(number);
    addLine(tr("Outside of hours"), text, 2 * waiting > m_sheet->recipients);
}

void CheckSheetDialog::centre()
{
    const QWidget *over = parentWidget() ? parentWidget()->window() : nullptr;
    if (!over)
        return;
    // Some window managers leave the place to the program and forget the middle the second time.
    const QRect room = over->screen()->availableGeometry();
    const QSize size = frameGeometry().size();
    const QPoint wanted = over->frameGeometry().center() - QPoint(size.width() / 2, size.height() / 2);
    move(std::max(room.left(), std::min(wanted.x(), room.right() - size.width())),
         std::max(room.top(), std::min(wanted.y(), room.bottom() - size.height())));
}

void CheckSheetDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    centre();
}

void CheckSheetDialog::offerStart()
{
    const bool missing = m_sheet && !m_sheet->missingFields.isEmpty() && !m_allowMissing->isChecked();
    const bool twin = m_sheet && !m_sheet->twins.isEmpty() && !m_allowTwin->isChecked();
    m_start->setEnabled(m_sheet && !missing && !twin && !m_sheet->gatewayName.isEmpty());
}

void CheckSheetDialog::submit()
{
    m_start->setEnabled(false);
    if (!m_allowMissing->isVisible() || m_draft.allowMissingFields) {
        start();
        return;
    }
    core::domain::MailingEdit edit;
    edit.allowMissingFields = true;
    whenDone(m_context.mailings.edit(m_context.actor, m_draft.id, edit, {}), this,
             [this](const core::Result<Mailing> &mailing) {
                 if (mailing)
                     start();
                 else
                     complain(mailing.error());
             });
}

void CheckSheetDialog::start()
{
    const core::services::MailingConsent consent{.allowDuplicate = m_allowTwin->isChecked()};
    whenDone(m_context.mailings.start(m_context.actor, m_draft.id, m_startAt, consent), this,
             [this](const core::Result<Mailing> &mailing) {
                 if (!mailing) {
                     complain(mailing.error());
                     return;
                 }
                 accept();
                 Q_EMIT started(mailing->id);
             });
}

void CheckSheetDialog::complain(const core::Error &error)
{
    m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(error));
    offerStart();
}

void CheckSheetDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CheckSheetDialog::retranslate()
{
    setWindowTitle(tr("Check"));
    m_heading->setText(m_draft.name);
    m_allowMissing->setText(tr("Start all the same: their messages fail, the rest goes out"));
    m_allowTwin->setText(tr("Start all the same: these clients get the text again"));
    m_allowMissing->setVisible(m_sheet && !m_sheet->missingFields.isEmpty());
    m_allowTwin->setVisible(m_sheet && !m_sheet->twins.isEmpty());
    m_close->setText(tr("Back to the editor"));
    m_start->setText(m_startAt ? tr("Schedule") : tr("Start", "button"));
    showSheet();
    offerStart();
}

} // namespace ui::dialogs
