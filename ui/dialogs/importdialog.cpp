// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/importdialog.h"

#include "ui/dialogs/importcolumnsstep.h"
#include "ui/dialogs/importfilestep.h"
#include "ui/dialogs/importrunstep.h"
#include "ui/feedback/card.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace ui::dialogs {

ImportDialog::ImportDialog(const Context &context, const QString &path, QWidget *parent)
    : QDialog(parent), m_title(feedback::label("section", this)), m_stack(new QStackedWidget(this)),
      m_file(new ImportFileStep(context, this)), m_columns(new ImportColumnsStep(context, this)),
      m_check(new ImportRunStep(ImportRunStep::Kind::Check, context, this)),
      m_import(new ImportRunStep(ImportRunStep::Kind::Import, context, this)), m_summary(feedback::label("dim", this)),
      m_back(new QPushButton(this)), m_next(new QPushButton(this)), m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("importDialog"));
    resize(1120, 700);
    layOut();
    connect(m_file, &ImportFileStep::fileChosen, this, &ImportDialog::setFile);
    connect(m_columns, &ImportColumnsStep::readyChanged, this, &ImportDialog::takeColumns);
    connect(m_check, &ImportRunStep::stateChanged, this, [this] { showRun(*m_check); });
    connect(m_import, &ImportRunStep::stateChanged, this, [this] { showRun(*m_import); });
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::next);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::back);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
    if (path.isEmpty())
        goTo(File);
    else
        setFile(path);
}

QWidget *ImportDialog::makeSteps()
{
    auto *bar = new QFrame(this);
    bar->setProperty("kind", QStringLiteral("sideBar"));
    bar->setFixedWidth(171);
    auto *column = new QVBoxLayout(bar);
    column->setContentsMargins(2 * theme::space, 4 * theme::space, 2 * theme::space, 4 * theme::space);
    column->setSpacing(2);
    m_title->setContentsMargins(2 * theme::space, 0, 0, 2 * theme::space);
    column->addWidget(m_title);
    for (int step = File; step <= Import; ++step) {
        QLabel *label = feedback::label("step", bar);
        label->setFixedHeight(32);
        column->addWidget(label);
        m_stepLabels << label;
    }
    column->addStretch();
    return bar;
}

void ImportDialog::layOut()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeSteps());
    auto *column = new QVBoxLayout;
    column->setContentsMargins(theme::pagePadding, theme::cardPadding, theme::pagePadding, theme::cardPadding);
    column->setSpacing(3 * theme::space);
    for (QWidget *step : std::initializer_list<QWidget *>{m_file, m_columns, m_check, m_import})
        m_stack->addWidget(step);
    column->addWidget(m_stack, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(2 * theme::space);
    foot->addWidget(m_summary, 1);
    m_back->setObjectName(QStringLiteral("backButton"));
    m_next->setObjectName(QStringLiteral("nextButton"));
    m_close->setObjectName(QStringLiteral("closeButton"));
    m_summary->setObjectName(QStringLiteral("importSummaryLabel"));
    m_next->setProperty("kind", QStringLiteral("primary"));
    m_next->setDefault(true);
    for (QPushButton *button : {m_close, m_back, m_next})
        foot->addWidget(button);
    column->addLayout(foot);
    row->addLayout(column, 1);
}

ImportDialog::Step ImportDialog::step() const
{
    return static_cast<Step>(m_stack->currentIndex());
}

void ImportDialog::setFile(const QString &path)
{
    m_fresh = true;
    m_columns->setFile(path);
    goTo(Columns);
}

void ImportDialog::takeColumns()
{
    updateButtons();
    // Once: whoever corrects a column stays there.
    if (step() == Columns && m_columns->isReady() && std::exchange(m_fresh, false))
        m_next->setFocus();
}

void ImportDialog::showRun(const ImportRunStep &run)
{
    const bool isShown = m_stack->currentWidget() == &run;
    // A button that is disabled hands the focus on, to Cancel; Enter must not lead there.
    if (isShown && run.isRunning())
        m_stack->currentWidget()->setFocus();
    updateButtons();
    if (isShown && !run.isRunning())
        (m_next->isEnabled() ? m_next : m_back)->setFocus();
}

void ImportDialog::goTo(Step step)
{
    m_stack->setCurrentIndex(step);
    for (int i = 0; i < m_stepLabels.size(); ++i)
        feedback::setLook(m_stepLabels[i], "current", i == step);
    updateButtons();
}

void ImportDialog::next()
{
    if (step() == Columns) {
        goTo(Check);
        m_check->begin(m_columns->request());
    } else if (step() == Check) {
        goTo(Import);
        m_import->begin(m_columns->request());
    } else {
        accept();
    }
}

void ImportDialog::back()
{
    if (step() == Check) {
        m_check->stop();
        goTo(Columns);
    } else {
        goTo(File);
    }
}

void ImportDialog::reject()
{
    m_check->stop();
    if (m_import->isRunning())
        m_import->stop(); // the step then says how much is in, and offers to take it back
    else
        QDialog::reject();
}

void ImportDialog::updateButtons()
{
    const Step at = step();
    m_back->setVisible(at == Columns || at == Check);
    m_close->setVisible(at != Import);
    m_next->setVisible(at != File);
    m_summary->setText(at == Columns ? m_columns->summary() : QString());
    if (at == Columns) {
        m_next->setText(tr("Check all rows"));
        m_next->setEnabled(m_columns->isReady());
    } else if (at == Check) {
        const auto &report = m_check->report();
        const qint64 rows = report ? report->counts.added + report->counts.changed : 0;
        m_next->setText(rows > 0 ? tr("Import %Ln client(s)", nullptr, static_cast<int>(rows)) : tr("Import"));
        m_next->setEnabled(rows > 0 && !m_check->isRunning() && !report->cancelled);
        if (report && rows == 0)
            m_summary->setText(tr("There is nothing to import: no row is new or different."));
    } else if (at == Import) {
        m_next->setText(tr("Close"));
        m_next->setEnabled(!m_import->isRunning());
    }
}

void ImportDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImportDialog::retranslate()
{
    setWindowTitle(tr("Import clients"));
    m_title->setText(tr("Import clients"));
    const QString names[] = {tr("1. File"), tr("2. Columns"), tr("3. Check"), tr("4. Import")};
    for (int i = 0; i < m_stepLabels.size(); ++i)
        m_stepLabels[i]->setText(names[i]);
    m_close->setText(tr("Cancel"));
    m_back->setText(tr("Back"));
    m_file->retranslate();
    m_columns->retranslate();
    m_check->retranslate();
    m_import->retranslate();
    updateButtons();
}

} // namespace ui::dialogs
