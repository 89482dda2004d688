// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/importfilestep.h"

#include "core/settings/desktopsettings.h"
#include "ui/feedback/card.h"
#include "ui/theme/theme.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::dialogs {

ImportFileStep::ImportFileStep(const Context &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_heading(feedback::label("title", this)), m_advice(feedback::label("dim", this)),
      m_browse(new QPushButton(this))
{
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10 * theme::space, 4 * theme::space, 10 * theme::space, 4 * theme::space);
    column->setSpacing(2 * theme::space);
    m_heading->setAlignment(Qt::AlignCenter);
    m_advice->setAlignment(Qt::AlignCenter);
    m_advice->setWordWrap(true);
    m_browse->setObjectName(QStringLiteral("chooseFileButton"));
    m_browse->setProperty("kind", QStringLiteral("primary"));
    column->addStretch(2);
    column->addWidget(m_heading);
    column->addWidget(m_advice);
    column->addSpacing(2 * theme::space);
    column->addWidget(m_browse, 0, Qt::AlignCenter);
    column->addStretch(3);
    connect(m_browse, &QPushButton::clicked, this, &ImportFileStep::browse);
    retranslate();
}

void ImportFileStep::browse()
{
    auto *dialog = new QFileDialog(this, tr("Choose a list of clients"), m_context.settings.lastFolder(),
                                   tr("Lists (*.csv *.txt *.tsv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        // That the folder could not be remembered is not worth a word to the person.
        (void)m_context.settings.setLastFolder(QFileInfo(path).absolutePath());
        Q_EMIT fileChosen(path);
    });
    dialog->open();
}

void ImportFileStep::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ImportFileStep::dropEvent(QDropEvent *event)
{
    const QString path = event->mimeData()->urls().value(0).toLocalFile();
    if (!path.isEmpty())
        Q_EMIT fileChosen(path);
}

void ImportFileStep::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(theme::colours(palette()).controlLine, 1.5, Qt::DashLine);
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::radius, theme::radius);
}

void ImportFileStep::retranslate()
{
    m_heading->setText(tr("Drop a list of clients here"));
    m_advice->setText(tr("A CSV file saved by a spreadsheet, with one client a row and a column of phones. "
                         "Encoding, delimiter and columns are recognised; you can correct each of them in the next step."));
    m_browse->setText(tr("Choose a file…"));
}

} // namespace ui::dialogs
