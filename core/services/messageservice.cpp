// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/messageservice.h"

namespace core::services {

using interfaces::UnitOfWork;

MessageService::MessageService(interfaces::Executor &executor) : m_executor(executor) {}

QFuture<Result<domain::Page<domain::Message>>> MessageService::page(const interfaces::MessageQuery &query,
                                                                    const domain::PageRequest &request)
{
    return m_executor.read([query, request](UnitOfWork &unit) { return unit.messages.page(query, request); });
}

QFuture<Result<qint64>> MessageService::count(const interfaces::MessageQuery &query)
{
    return m_executor.read([query](UnitOfWork &unit) { return unit.messages.count(query); });
}

QFuture<Result<MessageDetails>> MessageService::details(MessageId id)
{
    return m_executor.read([id](UnitOfWork &unit) -> Result<MessageDetails> {
        MessageDetails details;
        HELIOGRAPH_ASSIGN(details.message, unit.messages.find(id));
        HELIOGRAPH_ASSIGN(details.attempts, unit.messages.attempts(id));
        HELIOGRAPH_ASSIGN(details.text, unit.messages.sentText(id));
        return details;
    });
}

} // namespace core::services
