// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/firstpasswordform.h"

#include "ui/async.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/card.h"
#include "ui/feedback/errortext.h"
#include "ui/pages/ownpassword.h"
#include "ui/session.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::pages {

FirstPasswordForm::FirstPasswordForm(const Context &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_explanation(feedback::label("dim", this)), m_banner(new feedback::Banner(this)),
      m_password(new OwnPassword(QStringLiteral("firstPasswordEdit"), this)), m_set(new QPushButton(this)),
      m_terminal(feedback::label("small", this))
{
    setObjectName(QStringLiteral("firstPasswordForm"));
    m_banner->setObjectName(QStringLiteral("firstPasswordBanner"));
    m_set->setObjectName(QStringLiteral("setFirstPasswordButton"));
    m_set->setProperty("kind", QStringLiteral("primary"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3 * theme::space);
    for (QLabel *label : {m_explanation, m_terminal})
        label->setWordWrap(true);
    for (QWidget *part : std::initializer_list<QWidget *>{m_explanation, m_banner, m_password, m_set, m_terminal})
        column->addWidget(part);
    setFocusProxy(m_password);
    connect(m_password, &OwnPassword::edited, m_password, &OwnPassword::clearErrors);
    connect(m_set, &QPushButton::clicked, this, &FirstPasswordForm::submit);
    retranslate();
}

void FirstPasswordForm::submit()
{
    m_password->clearErrors();
    if (!m_set->isEnabled() || !m_password->isRepeated())
        return;
    m_banner->clear();
    m_set->setEnabled(false);
    whenDone(m_context.session.claim(m_password->password(), false), this,
             [this](const core::Status &done) { finish(done); });
}

void FirstPasswordForm::finish(const core::Status &done)
{
    m_set->setEnabled(true);
    if (done || m_password->showError(done.error()))
        return;
    if (done.error().kind == core::ErrorKind::Conflict)
        Q_EMIT refused(done.error());
    else
        m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(done.error()));
}

void FirstPasswordForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        submit();
    else
        QWidget::keyPressEvent(event);
}

void FirstPasswordForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FirstPasswordForm::retranslate()
{
    m_explanation->setText(tr("This workspace lies on a server, where everybody signs in, and nobody has a password yet. "
                              "Choose one for its administrator, local@localhost; the others are added in the settings."));
    m_set->setText(tr("Set the password and sign in"));
    m_terminal->setText(tr("In a terminal: heliograph user add, or heliograph user passwd local@localhost"));
}

} // namespace ui::pages
