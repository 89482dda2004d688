// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/accountcard.h"

#include "core/services/accountservice.h"
#include "ui/async.h"
#include "ui/editors/field.h"
#include "ui/feedback/errortext.h"
#include "ui/pages/ownpassword.h"
#include "ui/serverwatch.h"
#include "ui/session.h"
#include "ui/texts/usertext.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui::pages {

using core::domain::User;

AccountCard::AccountCard(const Context &context, QWidget *parent)
    : Card(parent), m_context(context), m_who(feedback::label("dim", this)), m_name(new QLineEdit),
      m_nameField(new editors::Field(m_name, this)),
      m_password(new OwnPassword(QStringLiteral("accountPasswordEdit"), this)), m_hint(feedback::label("small", this)),
      m_problem(feedback::label("problem", this)), m_errors(m_problem), m_save(new QPushButton(this)),
      m_saved(feedback::label("dim", this)), m_signOut(new QPushButton(this))
{
    setObjectName(QStringLiteral("accountCard"));
    layOut();
    connect(m_name, &QLineEdit::textEdited, this, &AccountCard::touched);
    connect(m_password, &OwnPassword::edited, this, &AccountCard::touched);
    connect(m_save, &QPushButton::clicked, this, &AccountCard::save);
    connect(m_signOut, &QPushButton::clicked, &m_context.session, &Session::leave);
    connect(&m_context.session, &Session::entered, this, &AccountCard::offerActions);
    retranslate();
}

void AccountCard::layOut()
{
    m_who->setObjectName(QStringLiteral("accountLabel"));
    m_name->setObjectName(QStringLiteral("accountNameEdit"));
    m_problem->setObjectName(QStringLiteral("accountProblemLabel"));
    m_save->setObjectName(QStringLiteral("saveAccountButton"));
    m_saved->setObjectName(QStringLiteral("accountSavedLabel"));
    m_signOut->setObjectName(QStringLiteral("accountSignOutButton"));
    m_signOut->setProperty("kind", QStringLiteral("link"));
    headingRow()->addWidget(m_signOut);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * theme::space);
    buttons->addWidget(m_save);
    buttons->addWidget(m_saved, 1);
    for (QLabel *label : {m_who, m_hint})
        label->setWordWrap(true);
    m_errors.addPlace(QStringLiteral("name"), m_nameField);
    for (QWidget *part : std::initializer_list<QWidget *>{m_who, m_nameField, m_password, m_hint, m_problem})
        body()->addWidget(part);
    body()->addLayout(buttons);
}

void AccountCard::refresh()
{
    whenDone(m_context.accounts.find(m_context.actor, m_context.actor.user), this, [this](const core::Result<User> &user) {
        if (user)
            setUser(*user);
        else if (!m_context.server.tells(user.error()))
            showErrors(user.error());
    });
}

void AccountCard::setUser(const User &user)
{
    const bool isUntouched = m_name->text() == m_user.name;
    m_user = user;
    if (isUntouched)
        m_name->setText(user.name);
    retranslate();
}

void AccountCard::save()
{
    m_errors.clear();
    m_password->clearErrors();
    if (!m_password->isRepeated())
        return;
    const QString password = m_password->password();
    const QString name = m_name->text();
    core::domain::UserEdit edit;
    if (name != m_user.name)
        edit.name = name;
    const bool isFirst = !password.isEmpty() && m_context.session.isLocal();
    if (!password.isEmpty() && !isFirst)
        edit.password = password;
    m_isSaving = true;
    offerActions();
    whenDone(m_context.accounts.edit(m_context.actor, m_context.actor.user, edit), this,
             [this, name, password, isFirst](const core::Result<User> &user) {
                 if (!user) {
                     finish(core::Failure(user.error()));
                     return;
                 }
                 m_user = *user;
                 if (m_name->text() == name) // else it is being typed on
                     m_name->setText(user->name);
                 if (!isFirst) {
                     finish({});
                     return;
                 }
                 whenDone(m_context.session.protect(password), this, [this](const core::Status &done) { finish(done); });
             });
}

void AccountCard::finish(const core::Status &status)
{
    m_isSaving = false;
    if (status)
        m_password->clear();
    else
        showErrors(status.error());
    offerActions();
    m_saved->setText(status ? tr("Saved.") : QString());
}

void AccountCard::showErrors(core::Error error)
{
    if (m_password->showError(error)) {
        error.fields.removeIf([](const core::FieldError &wrong) { return wrong.field == u"password"; });
        if (error.fields.isEmpty())
            return;
    }
    m_errors.show(error);
}

void AccountCard::touched()
{
    m_saved->clear();
    offerActions();
}

void AccountCard::offerActions()
{
    const bool differs = m_name->text() != m_user.name || !m_password->password().isEmpty();
    m_save->setEnabled(m_user.id.isValid() && differs && !m_isSaving);
    m_signOut->setVisible(!m_context.session.isLocal());
    m_hint->setVisible(m_context.session.isLocal());
}

void AccountCard::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_save->isEnabled())
        save();
    else
        Card::keyPressEvent(event);
}

void AccountCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_saved->clear();
    retranslate();
}

void AccountCard::retranslate()
{
    setHeading(tr("My account"));
    m_who->setText(m_user.id.isValid()
                       ? tr("%1, %2", "e-mail address and role").arg(m_user.email, texts::roleText(m_user.role))
                       : QString());
    m_nameField->setLabel(tr("Name"));
    m_password->setHint(tr("unchanged"));
    m_hint->setText(tr("Without a password nobody has to sign in here; as soon as you have one, everybody has to."));
    m_save->setText(tr("Save"));
    m_signOut->setText(tr("Sign out"));
    offerActions();
}

} // namespace ui::pages
