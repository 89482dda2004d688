// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/movedialog.h"

#include "ui/feedback/banner.h"
#include "ui/feedback/card.h"
#include "ui/feedback/errortext.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>

namespace ui::dialogs {

using core::interfaces::CopyProgress;

namespace {

/** More rows than an int can count are shown as what they are of this. */
constexpr int wholeBar = 10'000;

} // namespace

MoveDialog::MoveDialog(const QString &from, const QString &to, QWidget *parent)
    : QDialog(parent), m_from(from), m_to(to), m_explanation(feedback::label("dim", this)),
      m_banner(new feedback::Banner(this)), m_step(feedback::label("small", this)), m_bar(new QProgressBar(this)),
      m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("moveDialog"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/heliograph.svg")));
    layOut();
    connect(m_button, &QPushButton::clicked, this, &MoveDialog::press);
    enter(Stage::Closing);
}

void MoveDialog::layOut()
{
    m_explanation->setObjectName(QStringLiteral("moveExplanationLabel"));
    m_banner->setObjectName(QStringLiteral("moveBanner"));
    m_step->setObjectName(QStringLiteral("moveStepLabel"));
    m_bar->setObjectName(QStringLiteral("moveBar"));
    m_button->setObjectName(QStringLiteral("moveDialogButton"));
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::PlainText);
    m_step->setTextFormat(Qt::PlainText);
    m_bar->setTextVisible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::pagePadding, theme::cardPadding, theme::pagePadding, theme::cardPadding);
    column->setSpacing(3 * theme::space);
    for (QWidget *part : std::initializer_list<QWidget *>{m_banner, m_explanation, m_step, m_bar})
        column->addWidget(part);
    column->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_button);
    column->addLayout(buttons);
    setMinimumWidth(520);
}

void MoveDialog::showProgress(const CopyProgress &progress)
{
    m_progress = progress;
    if (m_stage == Stage::Closing)
        enter(Stage::Moving);
    else
        retranslate();
}

void MoveDialog::showDone(bool isKept)
{
    m_isKept = isKept;
    enter(Stage::Done);
}

void MoveDialog::showError(const core::Error &error)
{
    m_error = error;
    enter(Stage::Failed);
}

void MoveDialog::showUnfinished(const core::Error &error)
{
    m_error = error;
    enter(Stage::Unfinished);
}

void MoveDialog::showStopping()
{
    enter(Stage::Stopping);
}

void MoveDialog::press()
{
    if (m_stage != Stage::Unfinished) {
        reject();
        return;
    }
    enter(Stage::Moving);
    Q_EMIT againRequested();
}

void MoveDialog::reject()
{
    switch (m_stage) {
    case Stage::Closing:
    case Stage::Moving:
        enter(Stage::Stopping);
        Q_EMIT cancelRequested();
        break;
    case Stage::Stopping:
        break;
    case Stage::Done:
    case Stage::Failed:
    case Stage::Unfinished:
        QDialog::reject();
        Q_EMIT closed();
        break;
    }
}

void MoveDialog::enter(Stage stage)
{
    m_stage = stage;
    const bool goesOn = stage == Stage::Closing || stage == Stage::Moving || stage == Stage::Stopping;
    m_bar->setVisible(goesOn);
    m_step->setVisible(goesOn);
    m_button->setEnabled(stage != Stage::Stopping);
    feedback::setLook(m_button, "kind", goesOn ? QString() : QStringLiteral("primary"));
    m_button->setAutoDefault(!goesOn);
    m_button->setDefault(!goesOn);
    retranslate();
    if (!goesOn)
        m_button->setFocus();
}

QString MoveDialog::stageText() const
{
    switch (m_stage) {
    case Stage::Closing:
    case Stage::Moving:
    case Stage::Stopping:
        return tr("From %1 to %2. Nothing is sent meanwhile.").arg(m_from, m_to);
    case Stage::Done:
        return m_isKept ? tr("%1 can only be read from now on. Whoever else works with it, on this computer or another one, "
                             "has to "
                             "name the new place.")
                              .arg(m_from)
                        : tr("%1 can only be read from now on. This program was told that place when it was started: name "
                             "the new "
                             "one with --database or HELIOGRAPH_DATABASE.")
                              .arg(m_from);
    case Stage::Failed:
        return tr("The workspace is where it was: %1").arg(m_from);
    case Stage::Unfinished:
        return tr("%1 can only be read from now on. Nothing is sent until the workspace is open in %2.").arg(m_from, m_to);
    }
    return {};
}

QString MoveDialog::stepText() const
{
    if (m_stage == Stage::Closing)
        return tr("Waiting for the answers to what is being sent…");
    if (m_stage == Stage::Stopping)
        return tr("Stopping… What is copied is kept for the next attempt.");
    const QLocale locale;
    const QString rows = locale.toString(m_progress.rows);
    const QString of = locale.toString(m_progress.of);
    switch (m_progress.phase) {
    case CopyProgress::Phase::Comparing:
        return tr("Comparing with what an earlier attempt has copied. Rows: %1 of %2").arg(rows, of);
    case CopyProgress::Phase::Copying:
        return tr("Step 1 of 2: copying. Rows: %1 of %2").arg(rows, of);
    case CopyProgress::Phase::Verifying:
        return tr("Step 2 of 2: reading both again and comparing. Rows: %1 of %2").arg(rows, of);
    }
    return {};
}

QString MoveDialog::buttonText() const
{
    switch (m_stage) {
    case Stage::Closing:
    case Stage::Moving:
    case Stage::Stopping:
        break;
    case Stage::Done:
        return tr("Open it there");
    case Stage::Failed:
        return tr("Go on here");
    case Stage::Unfinished:
        return tr("Try again");
    }
    return tr("Cancel");
}

void MoveDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MoveDialog::retranslate()
{
    setWindowTitle(tr("Heliograph: moving the workspace"));
    m_explanation->setText(stageText());
    m_step->setText(stepText());
    m_bar->setAccessibleName(tr("How far the workspace is moved"));
    // How many answers are awaited is not known; 0 of 0 rows is nothing to show either.
    const bool isKnown = m_stage == Stage::Moving && m_progress.of > 0;
    m_bar->setRange(0, isKnown ? wholeBar : 0);
    if (isKnown)
        m_bar->setValue(static_cast<int>(m_progress.rows * wholeBar / m_progress.of));
    m_banner->clear();
    if (m_stage == Stage::Done)
        m_banner->tell(feedback::Banner::Kind::Info, tr("The workspace is in %1 now.").arg(m_to),
                       tr("Sending goes on once it is open there."));
    else if (m_stage == Stage::Failed || m_stage == Stage::Unfinished)
        m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(m_error));
    m_button->setText(buttonText());
    if (!isVisible())
        return;
    // A window does not grow by itself with lines that wrap.
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace ui::dialogs
