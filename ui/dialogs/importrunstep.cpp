// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/importrunstep.h"

#include "core/services/importservice.h"
#include "core/settings/desktopsettings.h"
#include "ui/async.h"
#include "ui/dialogs/importjob.h"
#include "ui/dialogs/importnumbers.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/card.h"
#include "ui/feedback/errortext.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace ui::dialogs {

using core::csv::ImportReport;
using feedback::Banner;

namespace {

/** On a thread of the pool: a list of refused rows may be as long as the file. */
core::Status copyOver(const QString &from, const QString &to)
{
    QFile::remove(to);
    QFile source(from);
    if (source.copy(to))
        return {};
    return core::Failure(core::Error::make(core::ErrorKind::Unavailable, "file.unwritable", {to, source.errorString()}));
}

} // namespace

ImportRunStep::ImportRunStep(Kind kind, const Context &context, QWidget *parent)
    : QWidget(parent), m_kind(kind), m_context(context), m_job(new ImportJob(context, this)), m_banner(new Banner(this)),
      m_heading(feedback::label("title", this)), m_bar(new QProgressBar(this)), m_pace(feedback::label("dim", this)),
      m_cancel(new QPushButton(this)), m_numbers(new ImportNumbers(this)), m_save(new QPushButton(this)),
      m_undo(new QPushButton(this))
{
    layOut();
    connect(m_job, &ImportJob::progressed, this, &ImportRunStep::showProgress);
    connect(m_job, &ImportJob::finished, this, &ImportRunStep::finish);
    connect(m_cancel, &QPushButton::clicked, this, &ImportRunStep::stop);
    connect(m_save, &QPushButton::clicked, this, &ImportRunStep::saveRejects);
    connect(m_undo, &QPushButton::clicked, this, &ImportRunStep::undo);
    retranslate();
}

void ImportRunStep::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3 * theme::space);
    column->addWidget(m_banner);
    column->addWidget(m_heading);
    auto *progress = new QHBoxLayout;
    progress->setSpacing(3 * theme::space);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setObjectName(QStringLiteral("importProgressBar"));
    m_cancel->setObjectName(QStringLiteral("stopImportButton"));
    progress->addWidget(m_bar, 1);
    progress->addWidget(m_cancel);
    column->addLayout(progress);
    column->addWidget(m_pace);
    column->addWidget(m_numbers);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(2 * theme::space);
    m_save->setObjectName(QStringLiteral("saveRejectsButton"));
    m_undo->setObjectName(QStringLiteral("undoImportButton"));
    actions->addWidget(m_save);
    actions->addWidget(m_undo);
    actions->addStretch();
    column->addSpacing(2 * theme::space);
    column->addLayout(actions);
    column->addStretch();
    m_save->hide();
    m_undo->hide();
}

void ImportRunStep::begin(const core::services::ImportRequest &request)
{
    m_request = request;
    m_request.dryRun = m_kind == Kind::Check;
    m_request.rejectsPath = m_kind == Kind::Import ? m_folder.filePath(QStringLiteral("rejected.csv")) : QString();
    m_report.reset();
    m_banner->clear();
    m_numbers->setCounts({});
    m_bar->setValue(0);
    m_pace->clear();
    m_save->hide();
    m_undo->hide();
    m_job->start(m_request);
    retranslate();
    Q_EMIT stateChanged();
}

void ImportRunStep::stop()
{
    m_job->stop();
}

bool ImportRunStep::isRunning() const
{
    return m_job->isRunning();
}

void ImportRunStep::showProgress(const core::services::ImportProgress &progress)
{
    if (progress.bytesTotal > 0)
        m_bar->setValue(static_cast<int>(1000 * progress.bytesRead / progress.bytesTotal));
    const QString rate = tr("%1 rows a second").arg(texts::numberText(static_cast<qint64>(progress.rowsPerSecond)));
    const auto left = progress.timeLeft;
    m_pace->setText(left ? tr("%1, %2 left").arg(rate, texts::durationText(std::chrono::ceil<std::chrono::seconds>(*left)))
                         : rate);
    m_numbers->setCounts(progress.counts);
}

void ImportRunStep::finish(const core::Result<ImportReport> &report)
{
    if (report) {
        m_report = *report;
        m_numbers->setCounts(report->counts);
        m_bar->setValue(report->cancelled || report->stoppedBy ? m_bar->value() : m_bar->maximum());
        showReport();
    } else {
        m_banner->tell(Banner::Kind::Error, feedback::errorText(report.error()));
    }
    retranslate();
    Q_EMIT stateChanged();
}

void ImportRunStep::showReport()
{
    const auto &counts = m_report->counts;
    const qint64 written = counts.added + counts.changed;
    const bool isReal = m_kind == Kind::Import;
    if (m_report->stoppedBy)
        m_banner->tell(isReal ? Banner::Kind::Error : Banner::Kind::Warning, feedback::errorText(*m_report->stoppedBy));
    if (!isReal)
        return;
    m_save->setVisible(counts.totalRejected() > 0);
    if (m_report->cancelled)
        offerTakeBack(tr("The import was stopped."), tr("%Ln client(s) are in.", nullptr, static_cast<int>(written)));
    else
        m_undo->setVisible(m_report->import.isValid() && written > 0);
}

void ImportRunStep::offerTakeBack(const QString &happened, const QString &meaning)
{
    m_banner->tell(Banner::Kind::Info, happened, meaning);
    if (m_report->import.isValid())
        m_banner->setAction(tr("Take them back"), [this] { undo(); });
}

void ImportRunStep::undo()
{
    m_undo->setEnabled(false);
    m_banner->setAction({}, {});
    m_pace->setText(tr("Taking the import back…"));
    whenDone(m_context.imports.undo(m_context.actor, m_report->import), this, [this](const core::Result<qint64> &restored) {
        m_undo->setEnabled(true);
        m_pace->clear();
        if (!restored) {
            m_banner->tell(Banner::Kind::Error, feedback::errorText(restored.error()));
            return;
        }
        m_undo->hide();
        m_banner->tell(Banner::Kind::Info, tr("The import was taken back."),
                       tr("%Ln client(s) are as they were before.", nullptr, static_cast<int>(*restored)));
    });
}

void ImportRunStep::saveRejects()
{
    const QFileInfo original(m_request.path);
    const QString name = tr("%1 rejected.csv").arg(original.completeBaseName());
    auto *dialog = new QFileDialog(this, tr("Save the rejected rows"), original.dir().filePath(name), tr("CSV (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        whenDone(QtConcurrent::run(copyOver, m_request.rejectsPath, path), this, [this, path](const core::Status &saved) {
            if (saved)
                m_banner->tell(Banner::Kind::Info, tr("The rejected rows are in %1.").arg(QFileInfo(path).fileName()),
                               tr("Mend them there and import that file."));
            else
                m_banner->tell(Banner::Kind::Error, feedback::errorText(saved.error()));
        });
    });
    dialog->open();
}

void ImportRunStep::retranslate()
{
    const bool isCheck = m_kind == Kind::Check;
    if (isRunning())
        m_heading->setText(isCheck ? tr("Checking all rows…") : tr("Importing…"));
    else if (isCheck)
        m_heading->setText(tr("What would happen"));
    else
        m_heading->setText(m_report && !m_report->cancelled && !m_report->stoppedBy ? tr("Done") : tr("Stopped"));
    m_bar->setAccessibleName(isCheck ? tr("Progress of the check") : tr("Progress of the import"));
    m_bar->setVisible(isRunning());
    m_cancel->setVisible(isRunning());
    if (!isRunning())
        m_pace->clear();
    m_cancel->setText(isCheck ? tr("Stop") : tr("Stop the import"));
    m_save->setText(tr("Save rejected rows…"));
    m_undo->setText(tr("Undo this import"));
    m_numbers->retranslate();
}

} // namespace ui::dialogs
