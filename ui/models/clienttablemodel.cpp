// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/clienttablemodel.h"

#include "core/services/clientservice.h"

#include <QLocale>
#include <QSize>

namespace ui::models {

using core::domain::Client;

namespace {

// Indexed by the column.
constexpr PagedTableModel::ColumnDoc columns[ClientTableModel::FirstAttribute] = {
    {"phone", QT_TRANSLATE_NOOP("ui::models::ClientTableModel", "Phone"), 156, "phone"},
    {"operator_code", QT_TRANSLATE_NOOP("ui::models::ClientTableModel", "Code"), 64, "operator_code"},
    {"tags", QT_TRANSLATE_NOOP("ui::models::ClientTableModel", "Tags"), 144},
    {"timezone", QT_TRANSLATE_NOOP("ui::models::ClientTableModel", "Time zone"), 164, "timezone"},
    {"name", QT_TRANSLATE_NOOP("ui::models::ClientTableModel", "Name"), 150},
    {"opted_out", QT_TRANSLATE_NOOP("ui::models::ClientTableModel", "Opted out"), 120, nullptr, false, true},
    {"consent", QT_TRANSLATE_NOOP("ui::models::ClientTableModel", "Consent"), 160, nullptr, false, true},
    {"updated_at", QT_TRANSLATE_NOOP("ui::models::ClientTableModel", "Changed"), 140, "updated_at", false, true},
};

QString dayText(core::Instant at)
{
    return QLocale().toString(core::toDateTime(at).toLocalTime().date(), QLocale::ShortFormat);
}

} // namespace

ClientTableModel::ClientTableModel(core::services::ClientService &service, QObject *parent)
    : PagedRows(parent), m_service(service)
{}

void ClientTableModel::setQuery(const core::interfaces::ClientQuery &query)
{
    if (query == m_query && countState() != Count::Unknown)
        return;
    m_query = query;
    reload();
}

void ClientTableModel::setAttributeKeys(const QStringList &keys)
{
    for (const QString &key : keys) {
        if (key == u"name" || m_attributes.contains(key))
            continue;
        const int column = FirstAttribute + static_cast<int>(m_attributes.size());
        beginInsertColumns({}, column, column);
        m_attributes << key;
        endInsertColumns();
    }
}

int ClientTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstAttribute + static_cast<int>(m_attributes.size());
}

QVariant ClientTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Client &client = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(client, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Tags ? client.tags.join(QStringLiteral(", ")) : text(client, index.column());
    case IdRole:
        return client.id.value;
    case ChipsRole:
        return index.column() == Tags ? QVariant(client.tags) : QVariant();
    case DimRole:
        return index.column() > Name || client.optedOutAt.has_value();
    default:
        return {};
    }
}

QString ClientTableModel::text(const Client &client, int column) const
{
    switch (column) {
    case Phone:
        return client.phone.formatted();
    case OperatorCode:
        return client.operatorCode;
    case Tags:
        return client.tags.join(QStringLiteral(", "));
    case Timezone:
        return client.timezone;
    case Name:
        return client.attributes.value(QStringLiteral("name"), QStringLiteral("—"));
    case OptedOut:
        return client.optedOutAt ? dayText(*client.optedOutAt) : QString();
    case Consent:
        return client.consent.value_or(QString());
    case Changed:
        return dayText(client.updatedAt);
    default:
        return client.attributes.value(m_attributes.value(column - FirstAttribute));
    }
}

QVariant ClientTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < FirstAttribute || section >= columnCount())
        return PagedRows::headerData(section, orientation, role);
    const QString key = m_attributes.value(section - FirstAttribute);
    switch (role) {
    case Qt::DisplayRole:
        return key;
    case Qt::SizeHintRole:
        return QSize(140, 0);
    case ColumnKeyRole:
        return QStringLiteral("field:%1").arg(key);
    case SortableRole:
        return false;
    case HiddenAtFirstRole:
        return true;
    default:
        return {};
    }
}

std::span<const PagedTableModel::ColumnDoc> ClientTableModel::columnDocs() const
{
    return columns;
}

QFuture<core::Result<core::domain::Page<Client>>> ClientTableModel::load(const core::domain::PageRequest &request)
{
    return m_service.page(m_query, request);
}

QFuture<core::Result<qint64>> ClientTableModel::loadCount()
{
    return m_service.count(m_query);
}

} // namespace ui::models
