// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/exportaction.h"

#include "core/services/exportservice.h"
#include "core/settings/desktopsettings.h"
#include "ui/async.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/errortext.h"
#include "ui/texts/numbertext.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace ui::pages {

using core::services::ExportTarget;
using feedback::Banner;

ExportAction::ExportAction(const Context &context, Banner &banner, QWidget *parent)
    : QObject(parent), m_context(context), m_banner(banner), m_window(parent)
{}

ExportAction::~ExportAction()
{
    m_stop.request_stop();
}

void ExportAction::exportClients(const core::interfaces::ClientQuery &query)
{
    askFile(tr("clients"), [this, query](const ExportTarget &target, const Progress &progress, const std::stop_token &stop) {
        return m_context.exports.exportClients(query, target, progress, stop);
    });
}

void ExportAction::exportMessages(const core::interfaces::MessageQuery &query, const QString &name)
{
    QString fileName = name;
    for (const QChar forbidden : QStringLiteral("/\\:*?\"<>|"))
        fileName.replace(forbidden, u'_');
    askFile(fileName, [this, query](const ExportTarget &target, const Progress &progress, const std::stop_token &stop) {
        return m_context.exports.exportMessages(query, target, progress, stop);
    });
}

void ExportAction::askFile(const QString &name, Run run)
{
    auto *dialog = new QFileDialog(m_window, tr("Export"), m_context.settings.lastFolder(),
                                   tr("CSV for spreadsheets (*.csv);;Excel (*.xlsx)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(name + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u"xlsx") ? QStringLiteral("xlsx") : QStringLiteral("csv"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, run = std::move(run)](const QString &path) {
        // That the folder could not be remembered is not worth a word to the person.
        (void)m_context.settings.setLastFolder(QFileInfo(path).absolutePath());
        start(path, run);
    });
    dialog->open();
}

void ExportAction::start(const QString &path, const Run &run)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    const auto number = ++m_run;
    const auto progress = posted<qint64, qint64>(this, [this, number](qint64 done, qint64 total) {
        if (number == m_run)
            showProgress(done, total);
    });
    showProgress(0, 0);
    whenDone(run(ExportTarget{.path = path}, progress, m_stop.get_token()), this,
             [this, number, path](const core::Result<qint64> &rows) {
                 if (number != m_run)
                     return;
                 ++m_run; // a last progress may still be on its way
                 if (rows)
                     m_banner.tell(Banner::Kind::Info, tr("%Ln row(s) exported.", nullptr, static_cast<int>(*rows)),
                                   QDir::toNativeSeparators(path));
                 else if (rows.error().kind == core::ErrorKind::Cancelled)
                     m_banner.clear();
                 else
                     m_banner.tell(Banner::Kind::Error, feedback::errorText(rows.error()));
             });
}

void ExportAction::showProgress(qint64 done, qint64 total)
{
    const QString meaning =
        total > 0 ? tr("%1 of %2 rows are written.").arg(texts::numberText(done), texts::numberText(total)) : QString();
    m_banner.tell(Banner::Kind::Info, tr("Exporting…"), meaning);
    m_banner.setAction(tr("Stop"), [this] { m_stop.request_stop(); });
}

} // namespace ui::pages
