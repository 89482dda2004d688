// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/messageids.h"

#include "core/storage/statement.h"

#include <QRandomGenerator>
#include <algorithm>

namespace core::storage {

namespace {

constexpr qint64 ceiling = qint64{1} << 52;
constexpr qint64 leastChoice = qint64{1} << 40;

} // namespace

qint64 drawMessageIdBase(qint64 lastUsed)
{
    const qint64 room = ceiling - lastUsed;
    const qint64 choice = std::max(lastUsed > 0 ? room / 16 : room, leastChoice) - 1;
    return lastUsed + 1 + static_cast<qint64>(QRandomGenerator::system()->generate64() % static_cast<quint64>(choice));
}

Status drawMessageIdsAnew(Connection &connection)
{
    HELIOGRAPH_ASSIGN(const qint64 lastUsed, Statement(connection, "message_ids_last").number());
    const qint64 base = drawMessageIdBase(lastUsed);
    HELIOGRAPH_TRY(Statement(connection, "message_ids_move").bind(":base", base).run());
    return Statement(connection, "workspace_move_message_ids").bind(":message_id_base", base).run();
}

} // namespace core::storage
