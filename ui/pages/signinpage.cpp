// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/signinpage.h"

#include "ui/async.h"
#include "ui/editors/field.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/card.h"
#include "ui/feedback/errortext.h"
#include "ui/pages/firstpasswordform.h"
#include "ui/permissions.h"
#include "ui/session.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::pages {

SignInPage::SignInPage(const Context &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_heading(feedback::label("title", this)),
      m_workspace(feedback::label("dim", this)), m_moment(feedback::label("dim", this)), m_form(new QWidget(this)),
      m_first(new FirstPasswordForm(context, this)), m_banner(new feedback::Banner(m_form)), m_email(new QLineEdit),
      m_password(new QLineEdit), m_emailField(new editors::Field(m_email, m_form)),
      m_passwordField(new editors::Field(m_password, m_form)), m_stay(new QCheckBox(m_form)),
      m_signIn(new QPushButton(m_form))
{
    setObjectName(QStringLiteral("signInPage"));
    makeControls();
    layOut();
    for (QLineEdit *edit : {m_email, m_password})
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_email, &QLineEdit::textEdited, this, [this] { m_emailField->setError({}); });
    connect(m_password, &QLineEdit::textEdited, this, [this] { m_passwordField->setError({}); });
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::submit);
    connect(&m_second, &QTimer::timeout, this, &SignInPage::countDown);
    connect(m_first, &FirstPasswordForm::refused, this,
            [this](const core::Error &error) { m_banner->tell(feedback::Banner::Kind::Info, feedback::errorText(error)); });
    connect(&context.session, &Session::told, this, &SignInPage::showState);
    m_second.setInterval(std::chrono::seconds{1});
    retranslate();
    showState();
}

void SignInPage::makeControls()
{
    m_email->setObjectName(QStringLiteral("signInEmailEdit"));
    m_password->setObjectName(QStringLiteral("signInPasswordEdit"));
    m_stay->setObjectName(QStringLiteral("staySignedInCheckBox"));
    m_signIn->setObjectName(QStringLiteral("signInButton"));
    m_moment->setObjectName(QStringLiteral("signInMomentLabel"));
    m_banner->setObjectName(QStringLiteral("signInBanner"));
    m_signIn->setProperty("kind", QStringLiteral("primary"));
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_password->setEchoMode(QLineEdit::Password);
}

void SignInPage::layOut()
{
    auto *card = new feedback::Card(this);
    card->setFixedWidth(400);
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(3 * theme::space);
    for (QWidget *part : std::initializer_list<QWidget *>{m_banner, m_emailField, m_passwordField, m_stay, m_signIn})
        form->addWidget(part);
    card->body()->setSpacing(3 * theme::space);
    for (QWidget *part : std::initializer_list<QWidget *>{m_heading, m_workspace, m_moment, m_first, m_form})
        card->body()->addWidget(part);
    // Stretches, not an alignment: an aligned card is as high as it would be in the whole width, where no line is broken.
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(card);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addLayout(row);
    column->addStretch(3);
}

void SignInPage::submit()
{
    if (!m_signIn->isEnabled())
        return;
    m_emailField->setError({});
    m_passwordField->setError({});
    if (m_email->text().trimmed().isEmpty()) {
        m_emailField->setError(feedback::codeText(QStringLiteral("email:empty")));
        m_email->setFocus();
        return;
    }
    if (m_password->text().isEmpty()) { // not a word: on the way from one field to the next, Enter is no mistake
        m_password->setFocus();
        return;
    }
    m_banner->clear();
    m_isAsking = true;
    showState();
    whenDone(m_context.session.signIn(m_email->text(), m_password->text(), m_stay->isChecked() && m_stay->isEnabled()), this,
             [this](const core::Status &signedIn) {
                 m_isAsking = false;
                 showState();
                 if (!signedIn)
                     showError(signedIn.error());
             });
}

void SignInPage::showError(const core::Error &error)
{
    if (error.kind == core::ErrorKind::Throttled) {
        m_secondsLeft = std::max(1, error.args.value(0).toInt());
        m_second.start();
        showState();
    } else if (error.kind == core::ErrorKind::PermissionDenied) {
        m_passwordField->setError(feedback::errorText(error));
    } else {
        m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(error));
    }
    m_password->setFocus();
    m_password->selectAll();
}

void SignInPage::countDown()
{
    if (--m_secondsLeft > 0) {
        showState();
        return;
    }
    m_second.stop();
    m_passwordField->setError({});
    showState();
}

void SignInPage::showState()
{
    const Session &session = m_context.session;
    const bool wasHidden = m_form->isHidden();
    const bool asks = !session.isLooking() && !session.isUnclaimed();
    m_moment->setVisible(session.isLooking());
    m_first->setVisible(!session.isLooking() && session.isUnclaimed());
    m_form->setVisible(asks);
    setFocusProxy(session.isUnclaimed() ? static_cast<QWidget *>(m_first) : m_email);
    if (wasHidden && asks)
        m_email->setFocus();
    if (m_secondsLeft > 0)
        m_passwordField->setError(feedback::codeText(QStringLiteral("signin.throttled"), {QString::number(m_secondsLeft)}));
    m_signIn->setEnabled(!m_isAsking && m_secondsLeft == 0);
    m_signIn->setText(m_isAsking ? tr("Signing in…") : tr("Sign in"));
    offer(m_stay, session.canStay()
                      ? core::Status()
                      : core::Status(tl::unexpect, core::Error::make(core::ErrorKind::Unavailable, "keyring.unavailable")));
    showReason();
}

void SignInPage::showReason()
{
    QString reason;
    if (m_context.session.why() == SignedOut::Ended)
        reason = tr("Your session has ended. Please sign in again.");
    else if (m_context.session.why() == SignedOut::NowNeeded)
        reason = tr("People sign in to this workspace now. Ask its administrator for an account.");
    if (std::exchange(m_reason, reason) != reason && !reason.isEmpty()) // what was said and closed stays closed
        m_banner->tell(feedback::Banner::Kind::Info, reason);
}

void SignInPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SignInPage::retranslate()
{
    setAccessibleName(tr("Sign in"));
    m_heading->setText(tr("Sign in to Heliograph"));
    m_workspace->setText(QCoreApplication::translate("Desktop", m_context.workspaceName.toUtf8().constData()));
    m_moment->setText(tr("One moment…"));
    m_emailField->setLabel(tr("E-mail address"));
    m_passwordField->setLabel(tr("Password"));
    m_stay->setText(tr("Stay signed in"));
    showState();
}

} // namespace ui::pages
