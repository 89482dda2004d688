// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/lookcard.h"

#include "ui/editors/field.h"
#include "ui/feedback/errortext.h"

#include <QComboBox>
#include <QEvent>
#include <QVBoxLayout>

namespace ui::pages {

using core::settings::Language;
using core::settings::Look;

LookCard::LookCard(core::settings::DesktopSettings &settings, QWidget *parent)
    : Card(parent), m_settings(settings), m_language(new QComboBox), m_look(new QComboBox),
      m_languageField(new editors::Field(m_language, this)), m_lookField(new editors::Field(m_look, this))
{
    setObjectName(QStringLiteral("lookCard"));
    m_language->setObjectName(QStringLiteral("languageCombo"));
    m_look->setObjectName(QStringLiteral("lookCombo"));
    m_language->addItem(QString(), static_cast<int>(Language::System));
    m_language->addItem(QStringLiteral("English"), static_cast<int>(Language::English));
    m_language->addItem(QStringLiteral("Русский"), static_cast<int>(Language::Russian));
    for (const Look look : {Look::System, Look::Light, Look::Dark})
        m_look->addItem(QString(), static_cast<int>(look));
    m_language->setCurrentIndex(m_language->findData(static_cast<int>(settings.language())));
    m_look->setCurrentIndex(m_look->findData(static_cast<int>(settings.look())));
    body()->addWidget(m_languageField);
    body()->addWidget(m_lookField);
    body()->addStretch();
    connect(m_language, &QComboBox::activated, this, [this] {
        const auto chosen = static_cast<Language>(m_language->currentData().toInt());
        const core::Status saved = m_settings.setLanguage(chosen);
        Q_EMIT languageChosen(chosen);
        m_languageField->setError(saved ? QString() : feedback::errorText(saved.error()));
    });
    connect(m_look, &QComboBox::activated, this, [this] {
        const auto chosen = static_cast<Look>(m_look->currentData().toInt());
        const core::Status saved = m_settings.setLook(chosen);
        Q_EMIT lookChosen(chosen);
        m_lookField->setError(saved ? QString() : feedback::errorText(saved.error()));
    });
    retranslate();
}

void LookCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LookCard::retranslate()
{
    setHeading(tr("Language and look"));
    m_languageField->setLabel(tr("Language"));
    m_language->setItemText(0, tr("as the system"));
    m_lookField->setLabel(tr("Colours"));
    m_look->setItemText(0, tr("as the system"));
    m_look->setItemText(1, tr("light"));
    m_look->setItemText(2, tr("dark"));
}

} // namespace ui::pages
