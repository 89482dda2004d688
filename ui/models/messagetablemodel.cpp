// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/messagetablemodel.h"

#include "core/services/messageservice.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/statustext.h"

#include <QSize>
#include <QTimeZone>

namespace ui::models {

using core::domain::Message;
using core::domain::MessageStatus;

namespace {

struct ColumnDoc
{
    const char *key;
    int width;
};

// Indexed by the column.
constexpr ColumnDoc columns[MessageTableModel::ColumnCount] = {
    {"phone", 150}, {"client", 132}, {"status", 108}, {"attempts", 86}, {"time", 92}, {"answer", 240}, {"parts", 64}};

} // namespace

QString messageTimeText(const Message &message, core::Instant now)
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    if (message.status == MessageStatus::Pending && message.nextAttemptAt && *message.nextAttemptAt > now)
        return MessageTableModel::tr("again %1").arg(texts::dateTimeText(*message.nextAttemptAt, now, zone));
    const std::optional<core::Instant> last = message.deliveredAt ? message.deliveredAt : message.sentAt;
    return texts::dateTimeText(last.value_or(message.createdAt), now, zone);
}

QString lastAnswerText(const Message &message)
{
    if (!message.error)
        return {};
    const QString meaning = texts::answerText(message.error->kind, message.error->httpStatus);
    return message.error->answer.isEmpty()
               ? meaning
               : MessageTableModel::tr("%1: %2").arg(meaning, message.error->answer.simplified());
}

MessageTableModel::MessageTableModel(core::services::MessageService &service, const core::Clock &clock, QObject *parent)
    : PagedRows(parent), m_service(service), m_clock(clock)
{}

void MessageTableModel::setQuery(const core::interfaces::MessageQuery &query)
{
    if (query == m_query && countState() != Count::Unknown)
        return;
    m_query = query;
    reload();
}

int MessageTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MessageTableModel::text(const Message &message, int column) const
{
    switch (column) {
    case Phone:
        return message.phone.formatted();
    case ClientName:
        return message.clientName.isEmpty() ? QStringLiteral("—") : message.clientName;
    case Status:
        return texts::statusText(message.status);
    case Attempts:
        return QString::number(message.attempts);
    case Time:
        return messageTimeText(message, m_clock.now());
    case LastAnswer:
        return lastAnswerText(message);
    case Parts:
        return message.segments > 0 ? QString::number(message.segments) : QString();
    default:
        return {};
    }
}

QVariant MessageTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Message &message = row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(message, column);
    case Qt::ToolTipRole:
        return column == LastAnswer ? lastAnswerText(message) : QVariant();
    case Qt::TextAlignmentRole:
        return column == Attempts || column == Parts ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case IdRole:
        return message.id.value;
    case StatusRole:
        return column == Status ? QVariant(static_cast<int>(message.status)) : QVariant();
    case DimRole:
        return column == LastAnswer;
    default:
        return {};
    }
}

QVariant MessageTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::SizeHintRole)
        return QSize(columns[section].width, 0);
    if (role == ColumnKeyRole)
        return QString::fromLatin1(columns[section].key);
    if (role == HiddenAtFirstRole)
        return section == Parts;
    if (role == Qt::TextAlignmentRole && (section == Attempts || section == Parts))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Phone:
        return tr("Phone");
    case ClientName:
        return tr("Client");
    case Status:
        return tr("Status");
    case Attempts:
        return tr("Attempts");
    case Time:
        return tr("Time");
    case LastAnswer:
        return tr("Last answer");
    default:
        return tr("Parts");
    }
}

QFuture<core::Result<core::domain::Page<Message>>> MessageTableModel::load(const core::domain::PageRequest &request)
{
    return m_service.page(m_query, request);
}

QFuture<core::Result<qint64>> MessageTableModel::loadCount()
{
    return m_service.count(m_query);
}

} // namespace ui::models
