// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/backupcard.h"

#include "core/base/clock.h"
#include "core/services/accessrules.h"
#include "core/services/backupservice.h"
#include "core/settings/desktopsettings.h"
#include "ui/async.h"
#include "ui/feedback/errortext.h"
#include "ui/permissions.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace ui::pages {

using core::services::BackupReport;

BackupCard::BackupCard(const Context &context, QWidget *parent)
    : Card(parent), m_context(context), m_start(new QPushButton(this)), m_busy(new QProgressBar(this)),
      m_result(feedback::label("dim", this)), m_problem(feedback::label("problem", this)),
      m_hint(feedback::label("small", this))
{
    setObjectName(QStringLiteral("backupCard"));
    layOut();
    connect(m_start, &QPushButton::clicked, this, &BackupCard::askFile);
    retranslate();
}

void BackupCard::layOut()
{
    m_start->setObjectName(QStringLiteral("startBackupButton"));
    m_busy->setObjectName(QStringLiteral("backupBar"));
    m_result->setObjectName(QStringLiteral("backupResultLabel"));
    m_problem->setObjectName(QStringLiteral("backupProblemLabel"));
    m_hint->setObjectName(QStringLiteral("restoreHintLabel"));
    m_busy->setRange(0, 0); // how much a copy will hold is known when it is there
    m_busy->setTextVisible(false);
    m_busy->hide();
    for (QLabel *label : {m_result, m_problem, m_hint}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_result->hide();
    m_problem->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(m_start);
    row->addStretch();
    body()->addLayout(row);
    for (QWidget *part : std::initializer_list<QWidget *>{m_busy, m_result, m_problem, m_hint})
        body()->addWidget(part);
}

void BackupCard::askFile()
{
    const QString time = core::toDateTime(m_context.clock.now()).toLocalTime().toString(QStringLiteral("yyyyMMdd-HHmm"));
    auto *dialog = new QFileDialog(this, tr("Back up the workspace"), m_context.settings.lastFolder(), tr("Backups (*.db)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is ever overwritten
    dialog->setDefaultSuffix(QStringLiteral("db"));
    dialog->selectFile(QStringLiteral("heliograph-%1.db").arg(time));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        // That the folder could not be remembered is not worth a word to the person.
        (void)m_context.settings.setLastFolder(QFileInfo(path).absolutePath());
        start(path);
    });
    dialog->open();
}

void BackupCard::start(const QString &path)
{
    m_isRunning = true;
    m_busy->show();
    m_problem->hide();
    m_result->setText(tr("Copying the workspace. Sending goes on meanwhile."));
    m_result->show();
    offerControls();
    whenDone(m_context.backups.backUp(m_context.actor, path), this,
             [this](const core::Result<BackupReport> &result) { showResult(result); });
}

void BackupCard::showResult(const core::Result<BackupReport> &result)
{
    m_isRunning = false;
    m_busy->hide();
    m_result->setVisible(result.has_value());
    m_problem->setVisible(!result);
    if (result)
        m_result->setText(tr("Backed up to %1 (%2).", "a file, its size")
                              .arg(QDir::toNativeSeparators(result->path), QLocale().formattedDataSize(result->bytes)));
    else
        m_problem->setText(feedback::errorText(result.error()));
    offerControls();
}

void BackupCard::offerControls()
{
    offer(m_start, core::services::mayDo(m_context.actor, core::services::Permission::ManageSettings), !m_isRunning);
}

void BackupCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BackupCard::retranslate()
{
    setHeading(tr("Backup"));
    m_start->setText(tr("Back up now…"));
    m_busy->setAccessibleName(tr("A backup is being made"));
    m_hint->setText(tr("To restore a backup, close the program and run: heliograph restore FILE --replace\n"
                       "What was running or scheduled is paused then. The key that opens the gateways' passwords is not in "
                       "the backup: heliograph key show prints it."));
    offerControls();
}

} // namespace ui::pages
