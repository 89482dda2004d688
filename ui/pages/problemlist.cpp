// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/problemlist.h"

#include "core/services/accessrules.h"
#include "core/services/gatewayservice.h"
#include "ui/async.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/errortext.h"
#include "ui/serverwatch.h"
#include "ui/texts/mailingtext.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/sendingtext.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QTimeZone>
#include <QVBoxLayout>

namespace ui::pages {

using core::domain::BreakerState;
using core::domain::GatewayWithState;

namespace {

QString someOf(const QStringList &names)
{
    constexpr qsizetype most = 3;
    QStringList some = names.mid(0, most);
    if (names.size() > most)
        some << QStringLiteral("…");
    return some.join(QStringLiteral(", "));
}

} // namespace

ProblemList::ProblemList(const Context &context, Navigator &navigator, QWidget *parent)
    : QWidget(parent), m_context(context), m_navigator(navigator), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2 * theme::space);
    hide();
}

void ProblemList::setState(const QList<GatewayWithState> &gateways, const core::interfaces::EngineSnapshot &snapshot,
                           const Sending &sending, qint64 waiting)
{
    m_gateways = gateways;
    m_snapshot = snapshot;
    m_sending = sending;
    m_waiting = waiting;
    showProblems();
}

std::optional<ProblemList::Problem> ProblemList::gatewayProblem(const GatewayWithState &gateway)
{
    const QString name = gateway.profile.name;
    const QString since = texts::dateTimeText(gateway.state.since, m_context.clock.now(), QTimeZone::systemTimeZone());
    const core::GatewayId id = gateway.profile.id;
    const QString safe = tr("Its messages wait until their mailing ends.");
    const QString key = QStringLiteral("gateway-%1-%2").arg(id.text(), core::domain::toText(gateway.state.breaker));
    const auto settings = [this, id] { m_navigator.showGateway(id); };
    switch (gateway.state.breaker) {
    case BreakerState::Attention:
        return Problem{
            key,
            false,
            tr("Gateway “%1” needs attention since %2: %3.").arg(name, since, texts::errorLabelText(gateway.state.reason)),
            safe,
            tr("Check its settings"),
            settings};
    case BreakerState::KeyMissing:
        return Problem{key,
                       false,
                       tr("The key for the secret of gateway “%1” is missing on this computer.").arg(name),
                       safe,
                       tr("Enter the secret again"),
                       settings};
    case BreakerState::Open:
        return Problem{key,
                       false,
                       tr("Gateway “%1” has been out of order since %2: %3.")
                           .arg(name, since, texts::errorLabelText(gateway.state.reason)),
                       tr("It is tried again by itself; its messages wait until their mailing ends."),
                       tr("Try now"),
                       [this, id] {
                           whenDone(m_context.gateways.reset(m_context.actor, id), this, [this](const core::Status &status) {
                               if (!status)
                                   Q_EMIT failed(status.error());
                           });
                       }};
    case BreakerState::Closed:
    case BreakerState::HalfOpen:
        break;
    }
    return std::nullopt;
}

QList<ProblemList::Problem> ProblemList::problems()
{
    QList<Problem> found;
    if (m_context.server.isLost()) {
        // Said above every page; what is not known is no problem of its own.
    } else if (!m_snapshot.problem.isEmpty()) {
        found << Problem{QStringLiteral("engine-") + m_snapshot.problem,
                         true,
                         feedback::codeText(m_snapshot.problem),
                         tr("Sending stands still until this is mended; messages wait until their mailing ends."),
                         {},
                         {}};
    } else if (m_sending.phase == core::interfaces::SendingPhase::Off) {
        found << Problem{QStringLiteral("not-from-here"),
                         m_sending.isNobody() && m_waiting > 0,
                         tr("Nothing is sent from this computer (Settings → Sending)."),
                         texts::notHereMeaning(m_sending),
                         {},
                         {}};
    } else if (m_sending.phase == core::interfaces::SendingPhase::Elsewhere) {
        found << Problem{
            QStringLiteral("other-process"),  false, tr("Another Heliograph sends the messages of this workspace."),
            texts::notHereMeaning(m_sending), {},    {}};
    }
    if (const QStringList &zones = m_snapshot.unknownZones; !zones.isEmpty())
        found << Problem{
            QStringLiteral("zones"),
            false,
            tr("This computer does not know %Ln time zone(s): %1.", nullptr, int(zones.size())).arg(someOf(zones)),
            tr("Messages that may only go out at certain hours wait there. Update the system's time zone data "
               "(tzdata) and start Heliograph again, or give these clients another zone."),
            {},
            {}};
    if (m_gateways.isEmpty() && m_waiting > 0) {
        found << Problem{QStringLiteral("no-gateway"),
                         true,
                         tr("There is no gateway to send through."),
                         tr("%Ln message(s) wait for one.", nullptr, static_cast<int>(m_waiting)),
                         tr("Connect a gateway"),
                         [this] { m_navigator.showGateway({}); }};
    }
    for (const GatewayWithState &gateway : std::as_const(m_gateways)) {
        if (!gateway.profile.enabled)
            continue;
        if (auto problem = gatewayProblem(gateway))
            found << *std::move(problem);
    }
    return found;
}

void ProblemList::showProblems()
{
    const QList<Problem> found = problems();
    const core::Status mayMend = core::services::mayDo(m_context.actor, core::services::Permission::ManageGateways);
    QHash<QString, feedback::Banner *> kept;
    for (const Problem &problem : found) {
        feedback::Banner *banner = m_banners.take(problem.key);
        if (!banner) {
            banner = new feedback::Banner(this);
            banner->setObjectName(QStringLiteral("problem-") + problem.key);
            m_column->addWidget(banner);
        }
        kept.insert(problem.key, banner);
        const QString words = problem.meaning.isEmpty() ? problem.happened : problem.happened + u' ' + problem.meaning;
        // Told once: a screen reader shall not repeat it with every snapshot, and what was closed stays closed.
        if (banner->property("told") == words)
            continue;
        banner->setProperty("told", words);
        banner->tell(problem.isError ? feedback::Banner::Kind::Error : feedback::Banner::Kind::Warning, problem.happened,
                     problem.meaning);
        banner->setAction(problem.action, problem.mend, mayMend); // which is always something about a gateway
    }
    for (feedback::Banner *over : std::as_const(m_banners)) {
        over->hide();
        over->deleteLater();
    }
    m_banners = kept;
    setVisible(!m_banners.isEmpty());
}

void ProblemList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    for (feedback::Banner *banner : std::as_const(m_banners))
        banner->setProperty("told", {});
    showProblems();
}

} // namespace ui::pages
