// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Who acts in the tests of services.
 */
#pragma once

#include "core/domain/user.h"

namespace tests {

[[nodiscard]] inline core::domain::Actor admin()
{
    return {core::UserId{1}, QStringLiteral("local@localhost"), core::domain::Role::Admin};
}

/** @param id  two operators are two people */
[[nodiscard]] inline core::domain::Actor anOperator(qint64 id = 2)
{
    return {core::UserId{id}, QStringLiteral("operator%1@example.org").arg(id), core::domain::Role::Operator};
}

[[nodiscard]] inline core::domain::Actor viewer()
{
    return {core::UserId{9}, QStringLiteral("viewer@example.org"), core::domain::Role::Viewer};
}

} // namespace tests
