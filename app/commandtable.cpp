// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandtable.h"

#include "app/commands/commands.h"

namespace app {

const QList<Command> &commandTable()
{
    using namespace commands;
    static const QList<Command> table{window(),        serve(),         demo(),          importClients(), exportRows(),
                                      mailingCreate(), mailingSet(),    mailingList(),   mailingShow(),   mailingStart(),
                                      mailingPause(),  mailingResume(), mailingCancel(), mailingDelete(), mailingMessages(),
                                      mailingRetry(),  mailingWait(),   clientAdd(),     clientSet(),     clientShow(),
                                      clientDelete(),  clientOptOut(),  clientOptIn(),   clientList(),    statistics(),
                                      gatewayAdd(),    gatewaySet(),    gatewayList(),   gatewayTest(),   gatewayReset(),
                                      gatewayRemove(), userAdd(),       userList(),      userPasswd(),    tokenCreate(),
                                      tokenList(),     tokenRevoke(),   settingList(),   settingGet(),    settingSet(),
                                      keyShow(),       keySet(),        check(),         backup(),        restore(),
                                      copyDatabase(),  simulator(),     help(),          helpSettings()};
    return table;
}

} // namespace app
