// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/mappingheader.h"

#include "core/domain/client.h"
#include "ui/texts/importtext.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QPainter>
#include <QSignalBlocker>

namespace ui::tables {

using core::csv::ImportField;
using core::csv::MappedColumn;

namespace {

constexpr int choicesHeight = 40;
constexpr ImportField fixedFields[] = {ImportField::Phone,    ImportField::OperatorCode, ImportField::Tags,
                                       ImportField::Timezone, ImportField::OptedOut,     ImportField::Consent};

/** The field that a header can become; blank: it cannot. */
QString keyOf(const QString &header)
{
    const QString key = header.simplified().toLower().replace(u' ', u'_');
    return core::domain::isAttributeKey(key) ? key : QString();
}

} // namespace

MappingHeader::MappingHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setHighlightSections(false);
    connect(this, &QHeaderView::sectionResized, this, &MappingHeader::place);
    connect(this, &QHeaderView::geometriesChanged, this, &MappingHeader::place);
}

void MappingHeader::setMapping(const core::services::ImportPreview &preview, const QStringList &keys)
{
    m_preview = preview;
    m_keys = keys;
    const auto columns = preview.header.size();
    while (m_choices.size() > columns)
        m_choices.takeLast()->deleteLater();
    while (m_choices.size() < columns) {
        auto *combo = new QComboBox(viewport());
        const auto column = m_choices.size();
        combo->setObjectName(QStringLiteral("columnCombo%1").arg(column + 1));
        connect(combo, &QComboBox::activated, this, [this, combo, column] {
            core::csv::ColumnMapping mapping = m_preview.mapping;
            const auto chosen = core::csv::mappedColumnFromText(combo->currentData().toString());
            mapping.set(column, chosen.value_or(MappedColumn()));
            Q_EMIT mappingChanged(mapping);
        });
        // Made long after the dialog: by itself it would come behind the dialog's buttons.
        QWidget::setTabOrder(m_choices.isEmpty() ? parentWidget() : m_choices.last(), combo);
        m_choices << combo;
    }
    for (qsizetype column = 0; column < columns; ++column)
        fill(m_choices[column], column, keys);
    place();
}

void MappingHeader::fill(QComboBox *combo, qsizetype column, const QStringList &keys) const
{
    const QSignalBlocker quiet(combo);
    const MappedColumn current = m_preview.mapping.columns().value(column);
    QList<MappedColumn> offers;
    for (const ImportField field : fixedFields)
        offers << MappedColumn{field, {}};
    QStringList fields = keys;
    fields.prepend(QStringLiteral("name"));
    fields << keyOf(m_preview.header.value(column)) << current.attribute;
    fields.removeAll(QString());
    fields.removeDuplicates();
    for (const QString &key : fields)
        offers << MappedColumn{ImportField::Attribute, key};
    offers << MappedColumn{};
    combo->clear();
    for (const MappedColumn &offer : offers)
        combo->addItem(texts::columnText(offer), core::csv::toText(offer));
    combo->setCurrentIndex(static_cast<int>(offers.indexOf(current)));
    const QString header =
        model() ? model()->headerData(static_cast<int>(column) + 1, Qt::Horizontal).toString() : QString();
    combo->setAccessibleName(tr("The column “%1” is read as").arg(header));
}

void MappingHeader::retranslate()
{
    for (qsizetype column = 0; column < m_choices.size(); ++column)
        fill(m_choices[column], column, m_keys);
}

QSize MappingHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), choicesHeight + theme::rowHeight};
}

void MappingHeader::place()
{
    for (int column = 0; column < m_choices.size(); ++column) {
        const int section = column + 1;
        const bool exists = section < count();
        m_choices[column]->setVisible(exists);
        if (exists)
            m_choices[column]->setGeometry(sectionViewportPosition(section) + 4, 5, sectionSize(section) - 8, 30);
    }
}

void MappingHeader::updateGeometries()
{
    QHeaderView::updateGeometries();
    place();
}

void MappingHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const theme::Colours &table = theme::colours(palette());
    painter->save();
    painter->fillRect(rect, table.panel);
    painter->fillRect(QRect(rect.left(), rect.top() + choicesHeight - 1, rect.width(), 1), table.line);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), table.line);
    QFont font = theme::smallFont();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(table.dim);
    const QRect inner = rect.adjusted(8, choicesHeight, -8, 0);
    const QVariant alignment = model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole);
    painter->drawText(inner, alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter),
                      painter->fontMetrics().elidedText(model()->headerData(logicalIndex, Qt::Horizontal).toString(),
                                                        Qt::ElideRight, inner.width()));
    painter->restore();
}

} // namespace ui::tables
