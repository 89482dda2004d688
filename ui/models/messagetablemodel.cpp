// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/messagetablemodel.h"

#include "core/services/messageservice.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/statustext.h"

#include <QTimeZone>

namespace ui::models {

using core::domain::Message;
using core::domain::MessageStatus;

namespace {

// Indexed by the column.
constexpr PagedTableModel::ColumnDoc columns[MessageTableModel::ColumnCount] = {
    {"phone", QT_TRANSLATE_NOOP("ui::models::MessageTableModel", "Phone"), 150},
    {"client", QT_TRANSLATE_NOOP("ui::models::MessageTableModel", "Client"), 132},
    {"mailing", QT_TRANSLATE_NOOP("ui::models::MessageTableModel", "Mailing"), 150},
    {"status", QT_TRANSLATE_NOOP("ui::models::MessageTableModel", "Status"), 108},
    {"attempts", QT_TRANSLATE_NOOP("ui::models::MessageTableModel", "Attempts"), 86, nullptr, true},
    {"time", QT_TRANSLATE_NOOP("ui::models::MessageTableModel", "Time"), 140},
    {"answer", QT_TRANSLATE_NOOP("ui::models::MessageTableModel", "Last answer"), 240},
    {"parts", QT_TRANSLATE_NOOP("ui::models::MessageTableModel", "Parts"), 64, nullptr, true, true},
};

} // namespace

QString messageTimeText(const Message &message, core::Instant now)
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    if (message.status == MessageStatus::Pending && message.nextAttemptAt && *message.nextAttemptAt > now)
        return MessageTableModel::tr("again %1").arg(texts::dateTimeText(*message.nextAttemptAt, now, zone));
    return texts::dateTimeText(message.endedAt.value_or(message.createdAt), now, zone);
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

MessageTableModel::MessageTableModel(Scope scope, core::services::MessageService &service, const core::Clock &clock,
                                     QObject *parent)
    : PagedRows(parent), m_scope(scope), m_service(service), m_clock(clock)
{}

void MessageTableModel::setQuery(const core::interfaces::MessageQuery &query)
{
    if (query == m_query && countState() != Count::Unknown)
        return;
    m_query = query;
    reload();
}

std::span<const PagedTableModel::ColumnDoc> MessageTableModel::columnDocs() const
{
    return columns;
}

QVariant MessageTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (m_scope == Scope::OneMailing && section == Mailing && role == HiddenAtFirstRole)
        return true;
    return PagedRows::headerData(section, orientation, role);
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
    case Mailing:
        return message.mailingName;
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
        return column == LastAnswer || column == Mailing ? text(message, column) : QVariant();
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
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

QFuture<core::Result<core::domain::Page<Message>>> MessageTableModel::load(const core::domain::PageRequest &request)
{
    return m_service.page(m_query, request);
}

QFuture<core::Result<qint64>> MessageTableModel::loadCount()
{
    return m_service.count(m_query);
}

} // namespace ui::models
