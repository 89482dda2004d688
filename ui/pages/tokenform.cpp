// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/tokenform.h"

#include "core/services/accountservice.h"
#include "ui/async.h"
#include "ui/editors/field.h"
#include "ui/feedback/errortext.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace ui::pages {

namespace {

constexpr int usualDays = 365;
constexpr int mostDays = 3650; // as core::domain::TokenWish has it

} // namespace

TokenForm::TokenForm(const Context &context, QWidget *parent)
    : Card(parent), m_context(context), m_name(new QLineEdit), m_days(new QSpinBox), m_text(new QLineEdit),
      m_nameField(new editors::Field(m_name, this)), m_daysField(new editors::Field(m_days, this)),
      m_textField(new editors::Field(m_text, this)), m_problem(feedback::label("problem", this)),
      m_make(new QPushButton(this)), m_copy(new QPushButton(this)), m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("tokenForm"));
    makeControls();
    layOut();
    connect(m_make, &QPushButton::clicked, this, &TokenForm::make);
    connect(m_copy, &QPushButton::clicked, this, &TokenForm::copy);
    connect(m_close, &QPushButton::clicked, this, &TokenForm::close);
    retranslate();
}

void TokenForm::makeControls()
{
    m_name->setObjectName(QStringLiteral("tokenNameEdit"));
    m_days->setObjectName(QStringLiteral("tokenDaysSpin"));
    m_text->setObjectName(QStringLiteral("tokenTextEdit"));
    m_problem->setObjectName(QStringLiteral("tokenProblemLabel"));
    m_make->setObjectName(QStringLiteral("makeTokenButton"));
    m_copy->setObjectName(QStringLiteral("copyTokenButton"));
    m_close->setObjectName(QStringLiteral("closeTokenButton"));
    m_days->setRange(0, mostDays); // 0: never
    m_text->setReadOnly(true);
    m_problem->setWordWrap(true);
    for (QPushButton *button : {m_make, m_copy})
        button->setProperty("kind", QStringLiteral("primary"));
}

void TokenForm::layOut()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * theme::space);
    for (QPushButton *button : {m_make, m_copy, m_close})
        buttons->addWidget(button);
    buttons->addStretch();
    body()->setSpacing(3 * theme::space);
    for (QWidget *part : std::initializer_list<QWidget *>{m_nameField, m_daysField, m_textField, m_problem})
        body()->addWidget(part);
    body()->addLayout(buttons);
    body()->addStretch();
}

void TokenForm::begin()
{
    m_isOpen = true;
    m_name->clear();
    m_days->setValue(usualDays);
    m_text->clear();
    m_nameField->setError({});
    m_daysField->setError({});
    m_problem->clear();
    m_make->setEnabled(true);
    retranslate();
    m_name->setFocus();
}

bool TokenForm::isMade() const
{
    return !m_text->text().isEmpty();
}

void TokenForm::make()
{
    m_nameField->setError({});
    m_daysField->setError({});
    m_problem->clear();
    m_make->setEnabled(false);
    core::domain::TokenWish wish{m_name->text(), {}};
    if (m_days->value() > 0)
        wish.days = m_days->value();
    whenDone(m_context.accounts.createToken(m_context.actor, m_context.actor.user, wish), this,
             [this](const core::Result<core::domain::NewToken> &token) {
                 m_make->setEnabled(true);
                 if (!m_isOpen) // left meanwhile; the token is in the list, to be revoked
                     return;
                 if (token)
                     showText(*token);
                 else
                     showErrors(token.error());
             });
}

void TokenForm::showText(const core::domain::NewToken &token)
{
    m_text->setText(token.text);
    m_text->setCursorPosition(0);
    retranslate();
    m_copy->setFocus();
}

void TokenForm::showErrors(const core::Error &error)
{
    for (const core::FieldError &wrong : error.fields)
        (wrong.field == u"name" ? m_nameField : m_daysField)->setError(feedback::fieldErrorText(wrong));
    if (error.fields.isEmpty())
        m_problem->setText(feedback::errorText(error));
    showStep();
}

void TokenForm::copy()
{
    QGuiApplication::clipboard()->setText(m_text->text());
    m_copy->setText(tr("Copied"));
}

void TokenForm::forget()
{
    m_isOpen = false;
    m_text->clear();
    showStep();
}

void TokenForm::close()
{
    forget();
    Q_EMIT closed();
}

void TokenForm::showStep()
{
    m_nameField->setEnabled(!isMade());
    m_daysField->setEnabled(!isMade());
    m_textField->setVisible(isMade());
    m_make->setVisible(!isMade());
    m_copy->setVisible(isMade());
    m_problem->setVisible(!m_problem->text().isEmpty());
}

void TokenForm::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        close();
    else if (isEnter && !isMade() && m_make->isEnabled())
        make();
    else
        Card::keyPressEvent(event);
}

void TokenForm::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TokenForm::retranslate()
{
    setHeading(tr("New token"));
    m_nameField->setLabel(tr("Name"));
    m_nameField->setHint(tr("What it is for, so that you know it when you want to revoke it."));
    m_daysField->setLabel(tr("Good for, in days"));
    m_days->setSpecialValueText(tr("ever"));
    m_textField->setLabel(tr("Token"));
    m_textField->setHint(tr("It is shown only now. Who has it may do what you may."));
    m_make->setText(tr("Make the token"));
    m_copy->setText(tr("Copy"));
    m_close->setText(isMade() ? tr("Close") : tr("Cancel"));
    showStep();
}

} // namespace ui::pages
