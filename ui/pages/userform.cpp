// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/userform.h"

#include "core/services/accountservice.h"
#include "ui/editors/field.h"
#include "ui/editors/formframe.h"
#include "ui/pages/ownpassword.h"
#include "ui/permissions.h"
#include "ui/session.h"
#include "ui/texts/usertext.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

namespace ui::pages {

using core::domain::Role;
using core::domain::User;
using core::domain::UserEdit;
using editors::Field;

// Controls without a parent get it in layOut(): tabs go through them in the order in which they came to the form.
UserForm::UserForm(const Context &context, QWidget *parent)
    : Card(parent), m_context(context), m_email(new QLineEdit), m_name(new QLineEdit), m_role(new QComboBox),
      m_password(new QLineEdit), m_active(new QCheckBox), m_emailField(new Field(m_email, this)),
      m_nameField(new Field(m_name, this)), m_roleField(new Field(m_role, this)),
      m_passwordField(new Field(m_password, this)), m_ownHint(new QLabel),
      m_own(new OwnPassword(QStringLiteral("ownPasswordEdit"))),
      m_frame(new editors::FormFrame({"saveUserButton", "cancelUserButton", "userProblemLabel"}, this)),
      m_remove(new QPushButton)
{
    setObjectName(QStringLiteral("userForm"));
    makeControls();
    layOut();
    connect(m_role, &QComboBox::currentIndexChanged, this, &UserForm::showRole);
    connect(m_frame, &editors::FormFrame::submitted, this, &UserForm::save);
    connect(m_frame, &editors::FormFrame::left, this, &UserForm::cancelled);
    connect(m_frame, &editors::FormFrame::busyChanged, this, &UserForm::offerActions);
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
    m_remove->setObjectName(QStringLiteral("removeUserButton"));
    m_password->setEchoMode(QLineEdit::Password);
    for (const Role role : {Role::Viewer, Role::Operator, Role::Admin})
        m_role->addItem(QString(), static_cast<int>(role));
    editors::FormErrors &errors = m_frame->errors();
    errors.addPlace(QStringLiteral("email"), m_emailField);
    errors.addPlace(QStringLiteral("name"), m_nameField);
    errors.addPlace(QStringLiteral("role"), m_roleField);
    errors.addPlace(QStringLiteral("password"), m_passwordField);
    errors.addPlaceOfCode(QStringLiteral("user.email_exists"), m_emailField);
}

void UserForm::layOut()
{
    body()->setSpacing(3 * theme::space);
    for (QWidget *part : std::initializer_list<QWidget *>{m_emailField, m_nameField, m_roleField, m_passwordField, m_active,
                                                          m_ownHint, m_own})
        body()->addWidget(part);
    m_frame->buttonRow()->addWidget(m_remove);
    m_frame->layOut(body());
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
    m_frame->reset();
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
    m_own->clearErrors();
    m_frame->errors().clear();
    if (!needsOwnPassword()) {
        store();
        return;
    }
    // Nobody is made to sign in for the sake of a user who cannot be stored after all.
    if (const auto checked = core::domain::edited({}, edit()); !checked) {
        m_frame->errors().show(checked.error());
        return;
    }
    if (!m_own->isRepeated())
        return;
    m_frame->ask([this] { return m_context.session.protect(m_own->password()); }, [this] { store(); },
                 [this](const core::Error &error) {
                     if (!m_own->showError(error))
                         m_frame->errors().show(error);
                 });
}

void UserForm::store()
{
    const auto stored = [this] {
        return isNew() ? m_context.accounts.create(m_context.actor, edit())
                       : m_context.accounts.edit(m_context.actor, m_user.id, edit());
    };
    m_frame->ask(
        stored, [this](const User &) { Q_EMIT saved(); },
        [this](const core::Error &error) {
            showOwnPassword();
            m_frame->errors().show(error);
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
    m_frame->ask([this] { return m_context.accounts.remove(m_context.actor, m_user.id); }, [this] { Q_EMIT removed(); });
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
    offer(m_remove, movable, !m_frame->isBusy());
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
    m_frame->submitButton()->setText(tr("Save"));
    m_frame->leaveButton()->setText(tr("Cancel"));
    m_remove->setText(tr("Remove…"));
    offerActions();
}

} // namespace ui::pages
