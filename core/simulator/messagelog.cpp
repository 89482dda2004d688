// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulator/messagelog.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace core::simulator {

namespace {

/** With its quotes. */
QByteArray jsonString(const QByteArray &utf8)
{
    const QByteArray list = QJsonDocument(QJsonArray{QString::fromUtf8(utf8)}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

} // namespace

QByteArray outcomeName(const LogEntry &entry)
{
    switch (entry.outcome) {
    case Outcome::Accepted:
        return QByteArrayLiteral("accepted");
    case Outcome::Repeat:
        return QByteArrayLiteral("repeat");
    case Outcome::Status:
        return "status_" + QByteArray::number(entry.status);
    case Outcome::Hang:
        return QByteArrayLiteral("hang");
    case Outcome::Garbage:
        return QByteArrayLiteral("garbage");
    case Outcome::Empty:
        return QByteArrayLiteral("empty");
    case Outcome::Code1:
        return QByteArrayLiteral("code1");
    case Outcome::Reset:
        return QByteArrayLiteral("reset");
    case Outcome::Unauthorized:
        return QByteArrayLiteral("unauthorized");
    case Outcome::Invalid:
        return QByteArrayLiteral("invalid");
    }
    Q_UNREACHABLE();
}

void MessageLog::add(LogEntry entry)
{
    Id &id = m_ids[entry.id];
    entry.attempt = ++id.requests;
    id.accepted = id.accepted || entry.accepted;
    entry.text = *m_texts.insert(entry.text);

    ++m_stats.requests;
    m_stats.ids = m_ids.size();
    m_stats.accepted += entry.accepted ? 1 : 0;
    m_stats.repeats += entry.outcome == Outcome::Repeat ? 1 : 0;
    m_entries += std::move(entry);
}

QByteArray MessageLog::toJson(qsizetype from, qsizetype to) const
{
    // By hand: a QJsonArray of a million objects takes a gigabyte.
    QByteArray json;
    for (qsizetype i = from; i < to; ++i) {
        const LogEntry &entry = m_entries[i];
        if (i > from)
            json += ",\n";
        json += "{\"t\":" + QByteArray::number(toMs(entry.at)) + ",\"id\":" + QByteArray::number(entry.id) +
                ",\"phone\":" + QByteArray::number(entry.phone) + ",\"text\":" + jsonString(entry.text) +
                ",\"attempt\":" + QByteArray::number(entry.attempt) + ",\"outcome\":\"" + outcomeName(entry) +
                "\",\"accepted\":" + (entry.accepted ? "true" : "false") + '}';
    }
    return json;
}

} // namespace core::simulator
