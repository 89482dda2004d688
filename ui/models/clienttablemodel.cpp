// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/clienttablemodel.h"

#include "core/services/clientservice.h"

#include <QLocale>
#include <QSize>

namespace ui::models {

using core::domain::Client;

namespace {

struct ColumnDoc
{
    const char *key;
    const char *sortBy; ///< as ClientRepository::page names it; blank: cannot be sorted by
    int width;
    bool hiddenAtFirst;
};

// Indexed by the column.
constexpr ColumnDoc columns[] = {
    {"phone", "phone", 156, false}, {"operator_code", "operator_code", 64, false},
    {"tags", "", 144, false},       {"timezone", "timezone", 164, false},
    {"name", "", 150, false},       {"opted_out", "", 120, true},
    {"consent", "", 160, true},     {"updated_at", "updated_at", 140, true},
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

QString ClientTableModel::header(int column) const
{
    switch (column) {
    case Phone:
        return tr("Phone");
    case OperatorCode:
        return tr("Code");
    case Tags:
        return tr("Tags");
    case Timezone:
        return tr("Time zone");
    case Name:
        return tr("Name");
    case OptedOut:
        return tr("Opted out");
    case Consent:
        return tr("Consent");
    case Changed:
        return tr("Changed");
    default:
        return m_attributes.value(column - FirstAttribute);
    }
}

QVariant ClientTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ColumnDoc *doc = section < FirstAttribute ? &columns[section] : nullptr;
    switch (role) {
    case Qt::DisplayRole:
        return header(section);
    case Qt::SizeHintRole:
        return QSize(doc ? doc->width : 140, 0);
    case ColumnKeyRole:
        return doc ? QString::fromLatin1(doc->key)
                   : QStringLiteral("field:%1").arg(m_attributes.value(section - FirstAttribute));
    case SortableRole:
        return doc && *doc->sortBy != 0;
    case HiddenAtFirstRole:
        return !doc || doc->hiddenAtFirst;
    default:
        return {};
    }
}

void ClientTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= FirstAttribute)
        return;
    setOrder(QString::fromLatin1(columns[column].sortBy), order == Qt::DescendingOrder);
    reload();
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
