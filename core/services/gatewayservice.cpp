// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/gatewayservice.h"

#include "core/interfaces/mailingrepository.h"
#include "core/json/gatewayjson.h"
#include "core/services/accessrules.h"
#include "core/services/history.h"

#include <QRandomGenerator>
#include <algorithm>

namespace core::services {

using domain::Actor;
using domain::GatewayEdit;
using domain::GatewayProfile;
using domain::GatewayState;
using domain::GatewayWithState;
using interfaces::GatewayAnswer;
using interfaces::Lane;
using interfaces::OutgoingMessage;
using interfaces::UnitOfWork;

namespace {

/** Ids of messages lie below 2^52; the number still survives a reader that keeps numbers as doubles. */
qint64 requestIdOfTest()
{
    constexpr qint64 firstTestId = qint64{1} << 52;
    return firstTestId + QRandomGenerator::global()->bounded(firstTestId);
}

/** Options are looked at when they change: whatever became of a file they name, the rest can still be edited. */
Result<GatewayProfile> checkedEdit(const interfaces::GatewayFactory &kinds, const GatewayProfile &base,
                                   const GatewayEdit &edit)
{
    Result<GatewayProfile> profile = domain::edited(base, edit);
    const GatewayProfile wanted = domain::applied(base, edit);
    if (wanted.kind == base.kind && wanted.options == base.options)
        return profile;
    const Status options = kinds.check(wanted);
    if (options)
        return profile;
    if (profile)
        return Failure(options.error());
    profile.error().fields += options.error().fields;
    return profile;
}

Status applySecret(interfaces::SecretStore &secrets, const GatewayEdit &edit, GatewayProfile &profile)
{
    if (!edit.secret)
        return {};
    if (edit.secret->isEmpty()) {
        profile.sealedSecret.clear();
        return {};
    }
    HELIOGRAPH_ASSIGN(profile.sealedSecret, secrets.seal(edit.secret->toUtf8()));
    return {};
}

Difference wholly(const GatewayWithState &gateway)
{
    return difference({}, json::toJson(gateway));
}

/** What differs, and of which gateway; that the secret was changed, but not to what. */
Difference differenceOf(const GatewayWithState &before, const GatewayWithState &after)
{
    QJsonObject is = json::toJson(after);
    const QByteArray &secret = after.profile.sealedSecret;
    if (before.profile.sealedSecret != secret)
        is.insert(QStringLiteral("secret"), secret.isEmpty() ? QStringLiteral("removed") : QStringLiteral("changed"));
    return difference(json::toJson(before), is, {QStringLiteral("id"), QStringLiteral("name")});
}

/** Stopped until somebody does something about credentials, address or certificates, which has just been done. */
bool isCuredByEdit(const GatewayWithState &gateway, const GatewayProfile &after)
{
    const bool stopped = gateway.state.breaker == domain::BreakerState::Attention ||
                         gateway.state.breaker == domain::BreakerState::KeyMissing;
    const GatewayProfile &before = gateway.profile;
    return stopped && (before.sealedSecret != after.sealedSecret || before.url != after.url || before.kind != after.kind ||
                       before.options != after.options);
}

struct Trial
{
    GatewayProfile profile;
    QByteArray secret;
    OutgoingMessage message;
};

Result<Trial> prepareTrial(UnitOfWork &unit, interfaces::SecretStore &secrets, GatewayId id, const QString &phone,
                           const QString &text)
{
    Trial trial;
    HELIOGRAPH_ASSIGN(trial.message.phone, domain::PhoneNumber::parse(phone));
    trial.message.text = text;
    trial.message.requestId = requestIdOfTest();
    HELIOGRAPH_ASSIGN(const auto gateway, unit.gateways.find(id));
    trial.profile = gateway.profile;
    if (trial.profile.sealedSecret.isEmpty())
        return trial;
    HELIOGRAPH_ASSIGN(trial.secret, secrets.open(trial.profile.sealedSecret));
    return trial;
}

/** Mailings that will send by this gateway, even if none of their messages is there yet. */
Result<int> mailingsBoundFor(UnitOfWork &unit, GatewayId id)
{
    HELIOGRAPH_ASSIGN(const QList<domain::Mailing> mailings, unit.mailings.active());
    return static_cast<int>(std::count_if(mailings.begin(), mailings.end(), [id](const domain::Mailing &mailing) {
        return domain::isActive(mailing.state) && !mailing.archivedAt && mailing.gateway == id;
    }));
}

} // namespace

GatewayService::GatewayService(interfaces::Executor &executor, const Clock &clock, interfaces::SecretStore &secrets,
                               const interfaces::GatewayFactory &kinds, interfaces::TestSender &tester)
    : m_executor(executor), m_clock(clock), m_secrets(secrets), m_kinds(kinds), m_tester(tester)
{}

QFuture<Result<GatewayWithState>> GatewayService::add(const Actor &actor, const GatewayEdit &edit)
{
    return m_executor.write(
        Lane::Interactive,
        [&clock = m_clock, &secrets = m_secrets, &kinds = m_kinds, actor,
         edit](UnitOfWork &unit) -> Result<GatewayWithState> {
            HELIOGRAPH_TRY(mayDo(actor, Permission::ManageGateways));
            HELIOGRAPH_ASSIGN(GatewayProfile profile, checkedEdit(kinds, {}, edit));
            HELIOGRAPH_TRY(applySecret(secrets, edit, profile));
            HELIOGRAPH_ASSIGN(const GatewayId id, unit.gateways.insert(profile));
            HELIOGRAPH_TRY(unit.gateways.saveState(id, {.since = clock.now()}));
            HELIOGRAPH_ASSIGN(const GatewayWithState added, unit.gateways.find(id)); // the first one is the default
            HELIOGRAPH_TRY(record(unit, actor, clock.now(), "gateway.add", {.gateway = id}, wholly(added)));
            return added;
        });
}

QFuture<Result<GatewayWithState>> GatewayService::edit(const Actor &actor, GatewayId id, const GatewayEdit &edit)
{
    return m_executor.write(
        Lane::Interactive,
        [&clock = m_clock, &secrets = m_secrets, &kinds = m_kinds, actor, id,
         edit](UnitOfWork &unit) -> Result<GatewayWithState> {
            HELIOGRAPH_TRY(mayDo(actor, Permission::ManageGateways));
            HELIOGRAPH_ASSIGN(const GatewayWithState before, unit.gateways.find(id));
            HELIOGRAPH_ASSIGN(GatewayProfile after, checkedEdit(kinds, before.profile, edit));
            HELIOGRAPH_TRY(applySecret(secrets, edit, after));
            if (after == before.profile)
                return before;
            HELIOGRAPH_TRY(unit.gateways.update(after));
            if (isCuredByEdit(before, after))
                HELIOGRAPH_TRY(unit.gateways.saveState(id, {.since = clock.now()}));
            // The mark of the default gateway is moved, never dropped.
            HELIOGRAPH_ASSIGN(const GatewayWithState stored, unit.gateways.find(id));
            HELIOGRAPH_TRY(record(unit, actor, clock.now(), "gateway.edit", {.gateway = id}, differenceOf(before, stored)));
            return stored;
        });
}

QFuture<Status> GatewayService::remove(const Actor &actor, GatewayId id)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, id](UnitOfWork &unit) -> Status {
        HELIOGRAPH_TRY(mayDo(actor, Permission::ManageGateways));
        HELIOGRAPH_ASSIGN(const GatewayWithState gateway, unit.gateways.find(id));
        HELIOGRAPH_ASSIGN(const qint64 waiting, unit.gateways.countWaiting(id));
        HELIOGRAPH_ASSIGN(const int mailings, mailingsBoundFor(unit, id));
        if (waiting > 0 || mailings > 0)
            return Failure(
                Error::make(ErrorKind::Conflict, "gateway.in_use", {QString::number(waiting), QString::number(mailings)}));
        HELIOGRAPH_TRY(unit.gateways.remove(id));
        return record(unit, actor, clock.now(), "gateway.delete", {.gateway = id}, difference(json::toJson(gateway), {}));
    });
}

QFuture<Status> GatewayService::reset(const Actor &actor, GatewayId id)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, id](UnitOfWork &unit) -> Status {
        HELIOGRAPH_TRY(mayDo(actor, Permission::ManageGateways));
        HELIOGRAPH_ASSIGN(const GatewayWithState before, unit.gateways.find(id));
        GatewayWithState after = before;
        after.state = {.since = clock.now()};
        HELIOGRAPH_TRY(unit.gateways.saveState(id, after.state));
        return record(unit, actor, clock.now(), "gateway.reset", {.gateway = id}, differenceOf(before, after));
    });
}

QFuture<Result<GatewayAnswer>> GatewayService::test(const Actor &actor, GatewayId id, const QString &phone,
                                                    const QString &text)
{
    QFuture<Result<Trial>> prepared = m_executor.write(
        Lane::Interactive,
        [&clock = m_clock, &secrets = m_secrets, actor, id, phone, text](UnitOfWork &unit) -> Result<Trial> {
            HELIOGRAPH_TRY(mayDo(actor, Permission::ManageGateways));
            HELIOGRAPH_ASSIGN(Trial trial, prepareTrial(unit, secrets, id, phone, text));
            const QJsonObject what{{QStringLiteral("gateway"), trial.profile.name},
                                   {QStringLiteral("phone"), trial.message.phone.text()}};
            HELIOGRAPH_TRY(record(unit, actor, clock.now(), "gateway.test", {.gateway = id}, difference({}, what)));
            return trial;
        });
    return prepared
        .then([&tester = m_tester](const Result<Trial> &trial) {
            if (!trial)
                return QtFuture::makeReadyFuture(Result<GatewayAnswer>(tl::unexpect, trial.error()));
            return tester.send(trial->profile, trial->secret, trial->message);
        })
        .unwrap();
}

QFuture<Result<QList<GatewayWithState>>> GatewayService::list()
{
    return m_executor.read([](UnitOfWork &unit) { return unit.gateways.list(); });
}

QFuture<Result<GatewayWithState>> GatewayService::find(GatewayId id)
{
    return m_executor.read([id](UnitOfWork &unit) { return unit.gateways.find(id); });
}

QFuture<Result<GatewayWithState>> GatewayService::findByName(const QString &name)
{
    return m_executor.read([name](UnitOfWork &unit) -> Result<GatewayWithState> {
        HELIOGRAPH_ASSIGN(const auto gateway, unit.gateways.findByName(name));
        if (!gateway)
            return Failure(Error::make(ErrorKind::NotFound, "gateway.unknown_name", {name}));
        return *gateway;
    });
}

} // namespace core::services
