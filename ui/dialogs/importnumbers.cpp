// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/importnumbers.h"

#include "ui/feedback/card.h"
#include "ui/texts/importtext.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui::dialogs {

ImportNumbers::ImportNumbers(QWidget *parent)
    : QWidget(parent), m_reasonsHeading(feedback::label("section", this)), m_reasons(new QGridLayout)
{
    static constexpr const char *objectNames[tiles] = {"importAddedLabel", "importChangedLabel", "importUnchangedLabel",
                                                       "importDoublesLabel", "importRejectedLabel"};
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * theme::space);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * theme::space);
    for (std::size_t i = 0; i < tiles; ++i) {
        auto *card = new feedback::Card(this);
        m_names[i] = feedback::label("dim", card);
        m_numbers[i] = feedback::label("number", card);
        m_numbers[i]->setObjectName(QString::fromLatin1(objectNames[i]));
        card->body()->setSpacing(theme::space);
        card->body()->addWidget(m_names[i]);
        card->body()->addWidget(m_numbers[i]);
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        row->addWidget(card, 1);
    }
    column->addLayout(row);
    column->addSpacing(2 * theme::space);
    column->addWidget(m_reasonsHeading);
    m_reasons->setHorizontalSpacing(6 * theme::space);
    m_reasons->setVerticalSpacing(theme::space);
    m_reasons->setColumnStretch(1, 1);
    column->addLayout(m_reasons);
    retranslate();
}

void ImportNumbers::setCounts(const core::csv::ImportCounts &counts)
{
    m_counts = counts;
    const qint64 values[tiles] = {counts.added, counts.changed, counts.unchanged, counts.doubles, counts.totalRejected()};
    for (std::size_t i = 0; i < tiles; ++i) {
        m_numbers[i]->setText(texts::numberText(values[i]));
        m_numbers[i]->setAccessibleName(QStringLiteral("%1: %2").arg(m_names[i]->text(), m_numbers[i]->text()));
    }
    showReasons();
}

void ImportNumbers::showReasons()
{
    while (QLayoutItem *item = m_reasons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_reasonsHeading->setVisible(m_counts.totalRejected() > 0);
    int row = 0;
    for (const core::csv::RejectReason reason : core::csv::allRejectReasons) {
        const qint64 count = m_counts.rejected[static_cast<std::size_t>(reason)];
        if (count == 0)
            continue;
        auto *number = feedback::label("", this);
        number->setText(texts::numberText(count));
        number->setAlignment(Qt::AlignRight);
        auto *words = feedback::label("", this);
        words->setText(texts::rejectSummary(reason));
        m_reasons->addWidget(number, row, 0);
        m_reasons->addWidget(words, row, 1);
        ++row;
    }
}

void ImportNumbers::retranslate()
{
    const QString names[tiles] = {tr("New"), tr("Changed"), tr("Unchanged"), tr("Double in the file"), tr("Rejected")};
    for (std::size_t i = 0; i < tiles; ++i)
        m_names[i]->setText(names[i]);
    m_reasonsHeading->setText(tr("Why rows are rejected"));
    setCounts(m_counts);
}

} // namespace ui::dialogs
