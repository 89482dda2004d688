// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/pagedtablemodel.h"

namespace ui::models {

void PagedTableModel::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    Q_EMIT loadingChanged(loading);
}

void PagedTableModel::setCount(Count state, qint64 total)
{
    if (m_countState == state && m_total == total)
        return;
    m_countState = state;
    m_total = total;
    Q_EMIT countChanged();
}

} // namespace ui::models
