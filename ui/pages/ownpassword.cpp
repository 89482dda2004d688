// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/ownpassword.h"

#include "core/base/error.h"
#include "ui/editors/field.h"
#include "ui/feedback/errortext.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>

namespace ui::pages {

OwnPassword::OwnPassword(const QString &objectName, QWidget *parent)
    : QWidget(parent), m_password(new QLineEdit), m_again(new QLineEdit),
      m_passwordField(new editors::Field(m_password, this)), m_againField(new editors::Field(m_again, this))
{
    m_password->setObjectName(objectName);
    m_again->setObjectName(objectName + QStringLiteral("Again"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3 * theme::space);
    for (editors::Field *field : {m_passwordField, m_againField})
        row->addWidget(field, 1, Qt::AlignTop);
    for (QLineEdit *edit : {m_password, m_again}) {
        edit->setEchoMode(QLineEdit::Password);
        connect(edit, &QLineEdit::textEdited, this, &OwnPassword::edited);
    }
    setFocusProxy(m_password);
    retranslate();
}

QString OwnPassword::password() const
{
    return m_password->text();
}

bool OwnPassword::isRepeated()
{
    if (m_password->text() == m_again->text())
        return true;
    m_againField->setError(tr("The two differ. Type the same password twice."));
    m_again->setFocus();
    m_again->selectAll();
    return false;
}

bool OwnPassword::showError(const core::Error &error)
{
    const auto wrong = std::find_if(error.fields.cbegin(), error.fields.cend(),
                                    [](const core::FieldError &field) { return field.field == u"password"; });
    if (wrong == error.fields.cend())
        return false;
    m_passwordField->setError(feedback::fieldErrorText(*wrong));
    m_password->setFocus();
    m_password->selectAll();
    return true;
}

void OwnPassword::clearErrors()
{
    m_passwordField->setError({});
    m_againField->setError({});
}

void OwnPassword::clear()
{
    m_password->clear();
    m_again->clear();
    clearErrors();
}

void OwnPassword::setHint(const QString &text)
{
    m_password->setPlaceholderText(text);
}

void OwnPassword::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void OwnPassword::retranslate()
{
    m_passwordField->setLabel(tr("Your new password"));
    m_againField->setLabel(tr("Once more"));
}

} // namespace ui::pages
