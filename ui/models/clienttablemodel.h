// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The directory of clients as a table; a column for every merge field that any client has.
 */
#pragma once

#include "core/domain/client.h"
#include "core/interfaces/clientrepository.h"
#include "ui/models/pagedrows.h"

namespace core::services {
class ClientService;
}

namespace ui::models {

/** Thread: main. */
class ClientTableModel : public PagedRows<core::domain::Client>
{
    Q_OBJECT

public:
    enum Column { Phone, OperatorCode, Tags, Timezone, Name, OptedOut, Consent, Changed, FirstAttribute };

    explicit ClientTableModel(core::services::ClientService &service, QObject *parent = nullptr);

    [[nodiscard]] const core::interfaces::ClientQuery &query() const { return m_query; }
    /** Reloads, unless nothing differs. */
    void setQuery(const core::interfaces::ClientQuery &query);
    /** The merge fields in use; "name" has its own column already. */
    void setAttributeKeys(const QStringList &keys);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] std::span<const ColumnDoc> columnDocs() const override;
    [[nodiscard]] QFuture<core::Result<core::domain::Page<core::domain::Client>>> load(
        const core::domain::PageRequest &request) override;
    [[nodiscard]] QFuture<core::Result<qint64>> loadCount() override;
    [[nodiscard]] qint64 idOf(const core::domain::Client &client) const override { return client.id.value; }

private:
    [[nodiscard]] QString text(const core::domain::Client &client, int column) const;

    core::services::ClientService &m_service;
    core::interfaces::ClientQuery m_query;
    QStringList m_attributes; ///< without "name"
};

} // namespace ui::models
