// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/userform.h"

#include "core/services/accountservice.h"
#include "ui/async.h"
#include "ui/editors/field.h"
#include "ui/feedback/errortext.h"
#include "ui/pages/ownpassword.h"
#include "ui/permissions.h"
#include "ui/session.h"
#include "ui/texts/usertext.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

namespace ui::pages {

using core::domain::Role;
using core::domain::User;
using core::domain::UserEdit;
using editors::Field;

UserForm::UserForm(const Context &context, QWidget *parent)
    : Card(parent), m_context(context), m_email(new QLineEdit), m_name(new QLineEdit), m_role(new QComboBox),
      m_password(new QLineEdit), m_active(new QCheckBox(this)), m_emailField(new Field(m_email, this)),
      m_nameField(new Field(m_name, this)), m_roleField(new Field(m_role, this)),
      m_passwordField(new Field(m_password, this)), m_ownHint(new QLabel(this)),
      m_own(new OwnPassword(QStringLiteral("ownPasswordEdit"), this)), m_problem(feedback::label("problem", this)),
      m_save(new QPushButton(this)), m_cancel(new QPushButton(this)), m_remove(new QPushButton(this))
{
    setObjectName(QStringLiteral("userForm"));
    makeControls();
    layOut();
    connect(m_role, &QComboBox::currentIndexChanged, this, &UserForm::showRole);
    connect(m_save, &QPushButton::clicked, this, &UserForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &UserForm::cancelled);
    connect(m_remove, &QPushButton::clicked, this, &UserForm::askToRemove);
    retranslate();
}

void UserForm::makeControls()
{
    m_email->setObjectName(QStringLiteral("userEmailEdit"));
    m_name->setObjectName(QStringLiteral("userNameEdit"));
    m_role->setObjectName(QStringLiteral("userRoleCombo"));
    m_password->setObjectName(QStringLiteral("userPasswordEdit"));
    m_active->setObjectName(QStringLiteral("userActiveCheckBox"));
    m_ownHint->setObjectName(QStringLiteral("ownPasswordLabel"));
    m_ownHint->setTextFormat(Qt::PlainText);
    m_ownHint->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("userProblemLabel"));
    m_save->setObjectName(QStringLiteral("saveUserButton"));
    m_cancel->setObjectName(QStringLiteral("cancelUserButton"));
    m_remove->setObjectName(QStringLiteral("removeUserButton"));
    m_save->setProperty("kind", QStringLiteral("primary"));
    m_password->setEchoMode(QLineEdit::Password);
    m_problem->setWordWrap(true);
    m_problem->hide();
    for (const Role role : {Role::Viewer, Role::Operator, Role::Admin})
        m_role->addItem(QString(), static_cast<int>(role));
}

void UserForm::layOut()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * theme::space);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    buttons->addWidget(m_remove);
    body()->setSpacing(3 * theme::space);
    for (QWidget *part : std::initializer_list<QWidget *>{m_emailField, m_nameField, m_roleField, m_passwordField, m_active,
                                                          m_ownHint, m_own, m_problem})
        body()->addWidget(part);
    body()->addLayout(buttons);
    body()->addStretch();
}

void UserForm::begin(const User &user)
{
    m_user = user;
    m_email->setText(user.email);
    m_name->setText(user.name);
    m_role->setCurrentIndex(m_role->findData(static_cast<int>(isNew() ? Role::Operator : user.role)));
    m_password->clear();
    m_active->setChecked(user.active);
    m_own->clear();
    showOwnPassword();
    m_passwordField->setVisible(!isOneself());
    m_remove->setVisible(!isNew());
    clearErrors();
    retranslate();
    if (m_email->isEnabled())
        m_email->setFocus();
    else
        m_name->setFocus();
}

void UserForm::showOwnPassword()
{
    m_ownHint->setVisible(needsOwnPassword());
    m_own->setVisible(needsOwnPassword());
}

bool UserForm::needsOwnPassword() const
{
    return isNew() && m_context.session.isLocal();
}

UserEdit UserForm::edit() const
{
    UserEdit edit;
    edit.email = m_email->text();
    edit.name = m_name->text();
    edit.role = static_cast<Role>(m_role->currentData().toInt());
    edit.active = m_active->isChecked();
    if (isNew() || (!isOneself() && !m_password->text().isEmpty()))
        edit.password = m_password->text();
    return edit;
}

void UserForm::save()
{
    clearErrors();
    if (!needsOwnPassword()) {
        store();
        return;
    }
    // Nobody is made to sign in for the sake of a user who cannot be stored after all.
    if (const auto checked = core::domain::edited({}, edit()); !checked) {
        showErrors(checked.error());
        return;
    }
    if (!m_own->isRepeated())
        return;
    m_save->setEnabled(false);
    whenDone(m_context.session.protect(m_own->password()), this, [this](const core::Status &done) {
        m_save->setEnabled(true);
        if (done)
            store();
        else if (!m_own->showError(done.error()))
            showErrors(done.error());
    });
}

void UserForm::store()
{
    m_save->setEnabled(false);
    const auto future = isNew() ? m_context.accounts.create(m_context.actor, edit())
                                : m_context.accounts.edit(m_context.actor, m_user.id, edit());
    whenDone(future, this, [this](const core::Result<User> &user) {
        m_save->setEnabled(true);
        showOwnPassword();
        if (user)
            Q_EMIT saved();
        else
            showErrors(user.error());
    });
}

void UserForm::askToRemove()
{
    auto *question = new QMessageBox(this);
    question->setObjectName(QStringLiteral("removeUserDialog"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Remove user"));
    question->setIcon(QMessageBox::Question);
    question->setText(tr("Remove %1?").arg(m_user.email));
    question->setInformativeText(tr("Clients and mailings stay, as nobody's; this cannot be taken back. Who shall only not "
                                    "come in any more can be made inactive instead."));
    QPushButton *confirm = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    confirm->setObjectName(QStringLiteral("confirmRemoveUserButton"));
    QPushButton *keep = question->addButton(tr("Keep"), QMessageBox::RejectRole);
    keep->setObjectName(QStringLiteral("keepUserButton"));
    question->setDefaultButton(keep);
    connect(confirm, &QPushButton::clicked, this, &UserForm::remove);
    question->open();
}

void UserForm::remove()
{
    clearErrors();
    whenDone(m_context.accounts.remove(m_context.actor, m_user.id), this, [this](const core::Status &gone) {
        if (gone)
            Q_EMIT removed();
        else
            showErrors(gone.error());
    });
}

void UserForm::showErrors(const core::Error &error)
{
    const QHash<QString, Field *> places{{QStringLiteral("email"), m_emailField},
                                         {QStringLiteral("name"), m_nameField},
                                         {QStringLiteral("role"), m_roleField},
                                         {QStringLiteral("password"), m_passwordField}};
    QStringList elsewhere;
    for (const core::FieldError &wrong : error.fields) {
        if (Field *place = places.value(wrong.field))
            place->setError(feedback::fieldErrorText(wrong));
        else
            elsewhere << feedback::fieldErrorText(wrong);
    }
    if (error.code == u"user.email_exists")
        m_emailField->setError(feedback::errorText(error));
    else if (error.fields.isEmpty())
        elsewhere << feedback::errorText(error);
    m_problem->setText(elsewhere.join(u'\n'));
    m_problem->setVisible(!elsewhere.isEmpty());
}

void UserForm::clearErrors()
{
    for (Field *field : {m_emailField, m_nameField, m_roleField, m_passwordField})
        field->setError({});
    m_own->clearErrors();
    m_problem->hide();
}

void UserForm::showRole()
{
    m_roleField->setHint(texts::roleMeaning(static_cast<Role>(m_role->currentData().toInt())));
}

void UserForm::offerActions()
{
    core::Status movable;
    if (m_user.email == core::domain::localEmail())
        movable = core::Failure(core::Error::make(core::ErrorKind::Conflict, "user.local"));
    offer(m_email, movable);
    offer(m_remove, movable);
}

void UserForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_save->isEnabled())
        save();
    else
        Card::keyPressEvent(event);
}

void UserForm::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void UserForm::retranslate()
{
    setHeading(isNew() ? tr("New user") : tr("User %1").arg(m_user.email));
    m_emailField->setLabel(tr("E-mail address"));
    m_nameField->setLabel(tr("Name"));
    m_roleField->setLabel(tr("Role"));
    for (int i = 0; i < m_role->count(); ++i)
        m_role->setItemText(i, texts::roleText(static_cast<Role>(m_role->itemData(i).toInt())));
    showRole();
    m_passwordField->setLabel(tr("Password"));
    m_password->setPlaceholderText(isNew() ? QString() : tr("unchanged"));
    m_active->setText(tr("Active: may come in"));
    m_ownHint->setText(tr("With a second user, people sign in to this workspace. You are %1 here: choose your own password "
                          "first.")
                           .arg(m_context.actor.label));
    m_save->setText(tr("Save"));
    m_cancel->setText(tr("Cancel"));
    m_remove->setText(tr("Remove…"));
    offerActions();
}

} // namespace ui::pages
