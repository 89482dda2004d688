// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/tableframe.h"

#include "ui/feedback/banner.h"
#include "ui/feedback/card.h"
#include "ui/feedback/emptystate.h"
#include "ui/feedback/errortext.h"
#include "ui/models/pagedtablemodel.h"
#include "ui/tables/tableview.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <utility>

namespace ui::tables {

using models::PagedTableModel;

TableFrame::TableFrame(const TableParts &parts, PagedTableModel *model, TableWords words, QWidget *page)
    : QWidget(page), m_model(model), m_words(std::move(words)), m_banner(new feedback::Banner(this)),
      m_count(feedback::label("dim", this)), m_body(new QStackedWidget(this)), m_empty(new feedback::EmptyState)
{
    layOut(parts);
    parts.table->setModel(model);
    connectModel();
    auto *ground = new QVBoxLayout(page);
    ground->setContentsMargins(0, 0, 0, 0);
    ground->addWidget(this);
}

void TableFrame::layOut(const TableParts &parts)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::pagePadding, theme::cardPadding, theme::pagePadding, theme::cardPadding);
    column->setSpacing(3 * theme::space);
    column->addWidget(m_banner);
    auto *top = new QHBoxLayout;
    column->addLayout(top);
    if (parts.left)
        top->addWidget(parts.left);
    top->addStretch();
    top->addWidget(m_count);
    auto *row = new QHBoxLayout;
    row->setSpacing(4 * theme::space);
    column->addLayout(row, 1);
    auto *card = new feedback::Card(this);
    card->body()->addWidget(m_empty);
    m_body->addWidget(parts.table);
    m_body->addWidget(card);
    row->addWidget(m_body, 1);
    if (parts.panel)
        row->addWidget(parts.panel);
}

void TableFrame::connectModel()
{
    connect(m_model, &PagedTableModel::countChanged, this, &TableFrame::showState);
    connect(m_model, &PagedTableModel::loaded, this, [this] {
        if (std::exchange(m_loadFailed, false))
            m_banner->clear();
        showState();
    });
    connect(m_model, &PagedTableModel::failed, this, [this](const core::Error &error) {
        if (m_words.saidElsewhere && m_words.saidElsewhere(error))
            return;
        m_loadFailed = true;
        m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(error));
        m_banner->setAction(tr("Try again"), [this] { m_model->reload(); });
    });
}

void TableFrame::setCountName(const QString &objectName)
{
    m_count->setObjectName(objectName);
}

void TableFrame::setUnaskable(bool isUnaskable)
{
    m_isUnaskable = isUnaskable;
    showState();
}

QString TableFrame::countText() const
{
    switch (m_model->countState()) {
    case PagedTableModel::Count::Unknown:
        return tr("Loading…");
    case PagedTableModel::Count::Partial:
        return m_words.moreThan(texts::numberText(m_model->rowCount()));
    case PagedTableModel::Count::Complete:
        return m_words.counted(static_cast<int>(m_model->total()));
    }
    return {};
}

void TableFrame::showState()
{
    const bool isEmpty = m_model->countState() == PagedTableModel::Count::Complete && m_model->rowCount() == 0;
    const bool isNothing = m_isUnaskable || isEmpty;
    m_count->setText(m_isUnaskable ? QString() : countText());
    m_words.nothing(*m_empty);
    m_body->setCurrentIndex(isNothing ? 1 : 0);
}

} // namespace ui::tables
