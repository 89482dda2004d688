// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The REST interface without its socket: all routes behind their guard, over real services on a database in a temporary
 * folder, with people of every role. For tests only.
 */
#pragma once

#include "core/rest/enginewatch.h"
#include "core/rest/importjobs.h"
#include "core/rest/requestguard.h"
#include "core/rest/restparts.h"
#include "core/services/accountservice.h"
#include "core/services/audienceservice.h"
#include "core/services/clientservice.h"
#include "core/services/gatewayservice.h"
#include "core/services/historyservice.h"
#include "core/services/mailingservice.h"
#include "core/services/messageservice.h"
#include "core/services/settingsservice.h"
#include "core/services/statisticsservice.h"
#include "tests/rest/apidescription.h"
#include "tests/storage/testdatabase.h"
#include "tests/support/fakedelay.h"
#include "tests/support/fakepasswordhasher.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/faketestsender.h"
#include "tests/support/faketokenmaker.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedgateway.h"

#include <QJsonArray>

namespace tests {

/** Somebody who may call. */
struct Person
{
    core::UserId id;
    QByteArray token;
};

/**
 * The clock stands at 2024-03-01T08:00:00Z; nothing is dispatched; a gateway of kind http-json is there.
 *
 * Promises: every call is answered once, and every answer is as resources/openapi.json describes it, else the test fails;
 * the same holds for what was accepted of a request.
 *
 * Thread: one, with an event loop that call() turns.
 */
struct RestFixture
{
    RestFixture();
    ~RestFixture();
    Q_DISABLE_COPY_MOVE(RestFixture)

    /**
     * @param target       path and query, encoded
     * @param body         the file, where the route takes one
     * @param contentType  empty: what the route wants
     */
    core::rest::ApiResponse call(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                                 const QByteArray &token = {}, const QByteArray &contentType = {});
    /** Straight into the database, with a token. */
    [[nodiscard]] Person added(const QString &email, core::domain::Role role);

    const ApiDescription description;
    TestDatabase database;
    ManualClock clock{"2024-03-01T08:00:00Z"};
    FakeSecretStore secrets;
    FakeTestSender tester;
    FakePasswordHasher passwords;
    FakeTokenMaker tokens;
    FakeDelay delay;
    ScriptedGatewayFactory kinds{clock};
    const std::unique_ptr<core::storage::Workspace> workspace;

    core::services::ClientService clients{workspace->executor(), clock};
    core::services::MailingService mailings{workspace->executor(), clock};
    core::services::MessageService messages{workspace->executor()};
    core::services::AudienceService audiences{workspace->executor()};
    core::services::StatisticsService statistics{workspace->executor(), clock};
    core::services::GatewayService gateways{workspace->executor(), clock, secrets, kinds, tester};
    core::services::SettingsService settings{workspace->executor(), clock};
    core::services::ImportService imports{workspace->executor(), clock};
    core::services::HistoryService history{workspace->executor()};
    core::services::AccountService accounts{workspace->executor(), clock, {passwords, tokens, delay}};
    core::interfaces::EngineMonitor monitor;

    const core::rest::RestParts parts;
    core::rest::EngineWatch engine{monitor, clock};
    core::rest::ImportJobs jobs{imports, clock};
    core::rest::RequestGuard guard;

    core::GatewayId gateway;
    Person viewer;
    Person owner; ///< an operator
    Person other; ///< another one
    Person admin;
};

/** Calls in somebody's name. Thread: as of the fixture. */
class Caller
{
public:
    using Response = core::rest::ApiResponse;

    Caller(RestFixture &rest, const Person &person) : m_rest(rest), m_token(person.token) {}

    Response get(const QByteArray &target) const { return m_rest.call("GET", target, {}, m_token); }
    Response post(const QByteArray &target, const QByteArray &body = {}) const
    {
        return m_rest.call("POST", target, body, m_token);
    }
    Response put(const QByteArray &target, const QByteArray &body = {}) const
    {
        return m_rest.call("PUT", target, body, m_token);
    }
    Response patch(const QByteArray &target, const QByteArray &body) const
    {
        return m_rest.call("PATCH", target, body, m_token);
    }
    Response remove(const QByteArray &target) const { return m_rest.call("DELETE", target, {}, m_token); }

private:
    RestFixture &m_rest;
    QByteArray m_token;
};

[[nodiscard]] QJsonObject jsonOf(const core::rest::ApiResponse &response);
/** With double quotes written as '. */
[[nodiscard]] QByteArray json(const char *text);
/** "200", "409 client.phone_exists", "422 input.invalid: phone, window.to": status, code, and the fields that are named. */
[[nodiscard]] QString outcome(const core::rest::ApiResponse &response);
/** Of a created thing, "/api/v1/clients/5"; blank: nothing was. */
[[nodiscard]] QByteArray placeOf(const core::rest::ApiResponse &response);
/** The ids of a page of a list. */
[[nodiscard]] QList<qint64> idsOf(const core::rest::ApiResponse &response);

} // namespace tests
