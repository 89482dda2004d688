// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Who acts: a person with a role, or the program itself.
 */
#pragma once

#include "core/base/ids.h"

#include <QString>

namespace core::domain {

enum class Role : quint8 { Viewer, Operator, Admin };

struct User
{
    UserId id;
    QString email;
    QString name;
    Role role = Role::Viewer;
    bool active = true;
};

/** On whose behalf a service acts; recorded with every event. */
struct Actor
{
    UserId user;
    QString label; ///< "local@localhost", "cli:anna", "dispatcher"
    Role role = Role::Admin;
};

} // namespace core::domain
