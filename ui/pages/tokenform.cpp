// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/tokenform.h"

#include "core/services/accountservice.h"
#include "ui/editors/field.h"
#include "ui/editors/formframe.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
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
      m_textField(new editors::Field(m_text, this)),
      m_frame(new editors::FormFrame({"makeTokenButton", "closeTokenButton", "tokenProblemLabel"}, this)),
      m_copy(new QPushButton)
{
    setObjectName(QStringLiteral("tokenForm"));
    makeControls();
    layOut();
    connect(m_frame, &editors::FormFrame::submitted, this, &TokenForm::make);
    connect(m_frame, &editors::FormFrame::left, this, &TokenForm::close);
    connect(m_copy, &QPushButton::clicked, this, &TokenForm::copy);
    retranslate();
}

void TokenForm::makeControls()
{
    m_name->setObjectName(QStringLiteral("tokenNameEdit"));
    m_days->setObjectName(QStringLiteral("tokenDaysSpin"));
    m_text->setObjectName(QStringLiteral("tokenTextEdit"));
    m_copy->setObjectName(QStringLiteral("copyTokenButton"));
    m_days->setRange(0, mostDays); // 0: never
    m_text->setReadOnly(true);
    m_copy->setProperty("kind", QStringLiteral("primary"));
    m_frame->errors().addPlace(QStringLiteral("name"), m_nameField);
    m_frame->errors().addPlace(QStringLiteral("days"), m_daysField);
}

void TokenForm::layOut()
{
    body()->setSpacing(3 * theme::space);
    for (QWidget *part : std::initializer_list<QWidget *>{m_nameField, m_daysField, m_textField})
        body()->addWidget(part);
    m_frame->buttonRow()->insertWidget(1, m_copy); // in the place of the one that makes
    m_frame->layOut(body());
    body()->addStretch();
}

void TokenForm::begin()
{
    m_frame->reset();
    m_name->clear();
    m_days->setValue(usualDays);
    m_text->clear();
    retranslate();
    m_name->setFocus();
}

bool TokenForm::isMade() const
{
    return !m_text->text().isEmpty();
}

void TokenForm::make()
{
    core::domain::TokenWish wish{m_name->text(), {}};
    if (m_days->value() > 0)
        wish.days = m_days->value();
    // An answer to a form that was left is dropped: the token is in the list, to be revoked.
    m_frame->ask([&] { return m_context.accounts.createToken(m_context.actor, m_context.actor.user, wish); },
                 [this](const core::domain::NewToken &token) { showText(token); });
}

void TokenForm::showText(const core::domain::NewToken &token)
{
    m_text->setText(token.text);
    m_text->setCursorPosition(0);
    retranslate();
    m_copy->setFocus();
}

void TokenForm::copy()
{
    QGuiApplication::clipboard()->setText(m_text->text());
    m_copy->setText(tr("Copied"));
}

void TokenForm::forget()
{
    m_frame->reset();
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
    m_frame->submitButton()->setVisible(!isMade());
    m_copy->setVisible(isMade());
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
    m_frame->submitButton()->setText(tr("Make the token"));
    m_copy->setText(tr("Copy"));
    m_frame->leaveButton()->setText(isMade() ? tr("Close") : tr("Cancel"));
    showStep();
}

} // namespace ui::pages
