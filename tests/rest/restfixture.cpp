// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/rest/restfixture.h"

#include "core/interfaces/gatewayrepository.h"
#include "core/interfaces/userrepository.h"
#include "core/rest/interface.h"
#include "tests/services/actors.h"
#include "tests/support/builders.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QTemporaryFile>
#include <QTimer>
#include <QtTest>

namespace tests {

using core::Result;
using core::interfaces::UnitOfWork;
using core::rest::ApiRequest;
using core::rest::ApiResponse;
using core::rest::BodyKind;

namespace {

constexpr std::chrono::seconds longestAnswer{60};

std::unique_ptr<core::storage::Workspace> opened(const core::storage::DatabaseUrl &url)
{
    auto workspace = core::storage::Workspace::open(url);
    if (!workspace)
        qFatal("%s", qUtf8Printable(workspace.error().detail));
    return std::move(*workspace);
}

core::rest::GuardQuestions questionsFor(core::services::AccountService &accounts, core::services::SettingsService &settings)
{
    return {.whose = [&accounts](const QString &token) { return accounts.authenticate(token); },
            .areMetricsPublic =
                [&settings] {
                    return settings.settings().then([](const Result<core::domain::WorkspaceSettings> &read) -> Result<bool> {
                        HELIOGRAPH_TRY(read);
                        return read->value(QStringLiteral("metrics_public")) == u"true";
                    });
                }};
}

/** What the server makes of a request; the type of the body is what the route wants. */
ApiRequest requestFor(const core::rest::Router &router, const QByteArray &method, const QByteArray &target,
                      const QByteArray &body)
{
    const qsizetype mark = target.indexOf('?');
    ApiRequest request;
    request.method = method;
    request.path = core::rest::segmentsOf(mark < 0 ? target : target.left(mark)).value_or(QStringList());
    request.query = QUrlQuery(mark < 0 ? QString() : QString::fromLatin1(target.mid(mark + 1)));
    request.address = QStringLiteral("127.0.0.1");
    const auto found = router.find(method, request.path);
    if (!found || !found->route || found->route->body != BodyKind::File) {
        request.contentType = body.isEmpty() ? QByteArray() : QByteArray("application/json");
        request.body = body;
        return request;
    }
    if (body.isEmpty())
        return request; // the server makes no file of nothing
    request.contentType = "text/csv";
    request.bodyFile = std::make_shared<QTemporaryFile>();
    if (!request.bodyFile->open() || request.bodyFile->write(body) != body.size() || !request.bodyFile->flush())
        qFatal("the body cannot be kept");
    return request;
}

void check(const ApiDescription &description, const core::rest::Router &router, const ApiRequest &request,
           const ApiResponse &response)
{
    const auto found = router.find(request.method, request.path);
    QStringList problems;
    if (found && found->route) {
        const QString operation = ApiDescription::operationOf(*found->route);
        problems = description.problemsOfAnswer(operation, response);
        if (response.status < 300)
            problems += description.problemsOfRequest(operation, request);
    } else {
        problems = description.problemsOfProblem(response);
    }
    if (problems.isEmpty())
        return;
    const QString what = QStringLiteral("%1 /%2 is answered with %3 %4: %5")
                             .arg(QString::fromLatin1(request.method), request.path.join(u'/'))
                             .arg(response.status)
                             .arg(QString::fromUtf8(response.body.left(1000)), problems.join(u"; "));
    QTest::qFail(qPrintable(what), __FILE__, __LINE__);
}

} // namespace

RestFixture::RestFixture()
    : workspace(opened(database.url())),
      parts{clients,  mailings,    messages,        audiences, statistics,           gateways,
            settings, imports,     accounts,        history,   workspace->changes(), monitor,
            clock,    u"1.2.3"_qs, [] { return 1; }},
      guard(core::rest::allRoutes(parts, jobs, engine), questionsFor(accounts, settings), clock)
{
    gateway = database.write([](UnitOfWork &unit) { return unit.gateways.insert(aGateway()); });
    viewer = added(u"viewer@example.org"_qs, core::domain::Role::Viewer);
    owner = added(u"owner@example.org"_qs, core::domain::Role::Operator);
    other = added(u"other@example.org"_qs, core::domain::Role::Operator);
    admin = added(u"admin@example.org"_qs, core::domain::Role::Admin);
}

RestFixture::~RestFixture() = default;

Person RestFixture::added(const QString &email, core::domain::Role role)
{
    Person person;
    person.id = database.write([&](UnitOfWork &unit) {
        return unit.users.insert({.email = email, .name = u"Anna"_qs, .role = role, .createdAt = clock.now()});
    });
    person.token = accounts.createToken(tests::admin(), person.id, {}).result()->text.toLatin1();
    return person;
}

ApiResponse RestFixture::call(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                              const QByteArray &token, const QByteArray &contentType)
{
    struct Answered
    {
        ApiResponse response;
        int times = 0;
        QEventLoop loop;
    };
    ApiRequest request = requestFor(guard.router(), method, target, body);
    request.token = QString::fromLatin1(token);
    if (!contentType.isEmpty())
        request.contentType = contentType;
    const auto answered = std::make_shared<Answered>();
    guard.handle(request, [answered](const ApiResponse &response) {
        answered->response = response;
        answered->loop.quit();
        if (++answered->times > 1)
            QTest::qFail("a call is answered once", __FILE__, __LINE__);
    });
    if (answered->times == 0) {
        QTimer::singleShot(longestAnswer, &answered->loop, &QEventLoop::quit);
        answered->loop.exec();
    }
    if (answered->times == 0)
        QTest::qFail(qPrintable(QStringLiteral("no answer to ") + QString::fromLatin1(target)), __FILE__, __LINE__);
    else
        check(description, guard.router(), request, answered->response);
    return answered->response;
}

QJsonObject jsonOf(const ApiResponse &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QString outcome(const ApiResponse &response)
{
    const QString status = QString::number(response.status);
    if (response.status < 400)
        return status;
    const QJsonObject problem = jsonOf(response);
    QStringList fields;
    const QJsonArray errors = problem.value(u"errors").toArray();
    for (const QJsonValue error : errors)
        fields << error.toObject().value(u"field").toString();
    const QString code = problem.value(u"type").toString().section(u':', 2);
    return status + u' ' + code + (fields.isEmpty() ? QString() : QStringLiteral(": ") + fields.join(u", "));
}

QByteArray placeOf(const ApiResponse &response)
{
    return headerOf(response, "Location");
}

QList<qint64> idsOf(const ApiResponse &response)
{
    QList<qint64> ids;
    const QJsonArray results = jsonOf(response).value(u"results").toArray();
    for (const QJsonValue row : results)
        ids << row.toObject().value(u"id").toInteger();
    return ids;
}

} // namespace tests
