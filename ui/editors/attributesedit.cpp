// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/attributesedit.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::editors {

namespace {

constexpr qsizetype offeredKeys = 5;

} // namespace

AttributesEdit::AttributesEdit(QWidget *parent)
    : QWidget(parent), m_rowsLayout(new QVBoxLayout), m_add(new QPushButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space);
    m_rowsLayout->setSpacing(theme::space);
    column->addLayout(m_rowsLayout);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    m_add->setObjectName(QStringLiteral("addAttributeButton"));
    m_add->setProperty("kind", QStringLiteral("link"));
    connect(m_add, &QPushButton::clicked, this, [this] { addRow({}, {}).key->setFocus(); });
    retranslate();
}

AttributesEdit::Row &AttributesEdit::addRow(const QString &key, const QString &value)
{
    Row row{.widget = new QWidget(this), .key = new QLineEdit(key), .value = new QLineEdit(value)};
    const auto number = m_rows.size() + 1;
    row.key->setObjectName(QStringLiteral("attributeKeyEdit%1").arg(number));
    row.value->setObjectName(QStringLiteral("attributeValueEdit%1").arg(number));
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::space);
    line->addWidget(row.key, 2);
    line->addWidget(row.value, 3);
    m_rowsLayout->addWidget(row.widget);
    m_rows << row;
    retranslate();
    return m_rows.last();
}

void AttributesEdit::setAttributes(const core::domain::Attributes &attributes)
{
    for (const Row &row : std::exchange(m_rows, {}))
        delete row.widget;
    for (auto it = attributes.cbegin(); it != attributes.cend(); ++it)
        addRow(it.key(), it.value());
    for (const QString &key : m_knownKeys) {
        if (m_rows.size() < offeredKeys && !attributes.contains(key))
            addRow(key, {});
    }
    if (m_rows.isEmpty())
        addRow(QStringLiteral("name"), {});
}

core::domain::Attributes AttributesEdit::attributes() const
{
    core::domain::Attributes attributes;
    for (const Row &row : m_rows) {
        const QString key = row.key->text().trimmed().toLower();
        const QString value = row.value->text().trimmed();
        if (!value.isEmpty())
            attributes.insert(key, value);
    }
    return attributes;
}

void AttributesEdit::setKnownKeys(const QStringList &keys)
{
    m_knownKeys = keys;
}

void AttributesEdit::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AttributesEdit::retranslate()
{
    m_add->setText(tr("Add a field"));
    for (const Row &row : m_rows) {
        row.key->setPlaceholderText(tr("field"));
        row.key->setAccessibleName(tr("Name of the field"));
        row.value->setPlaceholderText(tr("value"));
        row.value->setAccessibleName(tr("Value of the field %1").arg(row.key->text()));
    }
}

} // namespace ui::editors
