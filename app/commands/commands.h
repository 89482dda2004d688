// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Every command of the program; each stands in the file of its name.
 */
#pragma once

#include "app/command.h"

namespace app::commands {

[[nodiscard]] Command window(); ///< no words
[[nodiscard]] Command serve();
[[nodiscard]] Command demo();

[[nodiscard]] Command importClients();
[[nodiscard]] Command exportRows();

[[nodiscard]] Command mailingCreate();
[[nodiscard]] Command mailingSet();
[[nodiscard]] Command mailingList();
[[nodiscard]] Command mailingShow();
[[nodiscard]] Command mailingStart();
[[nodiscard]] Command mailingPause();
[[nodiscard]] Command mailingResume();
[[nodiscard]] Command mailingCancel();
[[nodiscard]] Command mailingDelete();
[[nodiscard]] Command mailingMessages();
[[nodiscard]] Command mailingRetry();
[[nodiscard]] Command mailingWait();

[[nodiscard]] Command clientAdd();
[[nodiscard]] Command clientSet();
[[nodiscard]] Command clientShow();
[[nodiscard]] Command clientDelete();
[[nodiscard]] Command clientOptOut();
[[nodiscard]] Command clientOptIn();
[[nodiscard]] Command clientList();

[[nodiscard]] Command statistics();

[[nodiscard]] Command gatewayAdd();
[[nodiscard]] Command gatewaySet();
[[nodiscard]] Command gatewayList();
[[nodiscard]] Command gatewayTest();
[[nodiscard]] Command gatewayReset();
[[nodiscard]] Command gatewayRemove();

[[nodiscard]] Command userAdd();
[[nodiscard]] Command userList();
[[nodiscard]] Command userPasswd();
[[nodiscard]] Command tokenCreate();
[[nodiscard]] Command tokenList();
[[nodiscard]] Command tokenRevoke();

[[nodiscard]] Command settingList();
[[nodiscard]] Command settingGet();
[[nodiscard]] Command settingSet();
[[nodiscard]] Command keyShow();
[[nodiscard]] Command keySet();

[[nodiscard]] Command check();
[[nodiscard]] Command backup();
[[nodiscard]] Command restore();
[[nodiscard]] Command copyDatabase();
[[nodiscard]] Command simulator();
[[nodiscard]] Command help();
[[nodiscard]] Command helpSettings();

} // namespace app::commands
