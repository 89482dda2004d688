// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/workspaceview.h"

#include "core/base/logging.h"
#include "core/domain/timezonename.h"
#include "core/interfaces/clientrepository.h"
#include "core/interfaces/executor.h"
#include "core/interfaces/gatewayrepository.h"
#include "core/interfaces/mailingrepository.h"

#include <algorithm>

namespace core::dispatch {

using interfaces::UnitOfWork;

Result<WorkspaceView> readWorkspace(UnitOfWork &unit)
{
    WorkspaceView view;
    HELIOGRAPH_ASSIGN(view.gateways, unit.gateways.list());
    HELIOGRAPH_ASSIGN(const QList<domain::Mailing> mailings, unit.mailings.active());
    for (const domain::Mailing &mailing : mailings) {
        if (mailing.state != domain::MailingState::Running || mailing.archivedAt)
            continue;
        HELIOGRAPH_ASSIGN(const int version, unit.mailings.textVersion(mailing.id));
        auto parsed = domain::MessageTemplate::parse(mailing.text);
        if (!parsed) {
            // Nothing but a damaged database gets here; the other mailings go on.
            qCWarning(logDispatch).nospace() << "mailing=" << mailing.id.value << " text_unreadable";
            continue;
        }
        domain::MessageTemplate text = std::move(*parsed);
        MailingPlan plan;
        plan.id = mailing.id;
        plan.goesOutAsWritten = text.isStatic() && text.render({}, {}, {}) == mailing.text;
        plan.text = std::move(text);
        plan.textVersion = version;
        plan.window = mailing.window;
        plan.endAt = mailing.endAt;
        plan.gateway = mailing.gateway;
        plan.rate = mailing.rateLimit;
        plan.priority = mailing.priority;
        view.plans.append(std::move(plan));
    }
    const auto hasHours = [](const MailingPlan &plan) { return plan.window.has_value(); };
    if (std::any_of(view.plans.cbegin(), view.plans.cend(), hasHours)) {
        HELIOGRAPH_ASSIGN(view.unknownZones, unit.clients.timezones());
        view.unknownZones.removeIf(domain::isTimeZoneName);
    }
    return view;
}

} // namespace core::dispatch
