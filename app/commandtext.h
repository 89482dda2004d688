// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What commands say to people, translated in the context "CommandLine".
 */
#pragma once

#include <QCoreApplication>

namespace app {

/** `CommandText::tr("…")`. Thread: any. */
struct CommandText
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace app
