// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/routes.h"

#include "core/rest/answers.h"

#include <QFile>
#include <QMimeDatabase>

namespace core::rest {

namespace {

constexpr const char *security = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' "
                                 "data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A file that is compiled in. */
std::optional<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

QByteArray mediaTypeOf(const QString &name)
{
    if (name.endsWith(u".js"))
        return "text/javascript; charset=utf-8";
    if (name.endsWith(u".css"))
        return "text/css; charset=utf-8";
    return name.endsWith(u".html") ? "text/html; charset=utf-8" : QMimeDatabase().mimeTypeForFile(name).name().toLatin1();
}

void send(const ApiCall &call, const QStringList &places, const QString &name)
{
    for (const QString &place : places) {
        if (const auto content = contentOf(place + name)) {
            ApiResponse response{.contentType = mediaTypeOf(name), .body = *content};
            response.headers.emplaceBack("Content-Security-Policy", security);
            call.answer(response);
            return;
        }
    }
    call.answer(problemResponse(Error::make(ErrorKind::NotFound, "request.path")));
}

} // namespace

Routes docsRoutes()
{
    // Swagger UI is there if npm was when the program was built.
    const QString swagger = QStringLiteral(":/swagger/");
    const QString own = QStringLiteral(":/docs/");
    const bool hasSwagger = QFile::exists(swagger + QStringLiteral("swagger-ui-bundle.js"));
    const QString page = hasSwagger ? QStringLiteral("swagger.html") : QStringLiteral("index.html");
    return {
        {"GET", "/openapi.json", Access::Public, BodyKind::None,
         [](const ApiCall &call) {
             call.answer({.body = contentOf(QStringLiteral(":/openapi.json")).value_or(QByteArray())});
         }},
        {"GET", "/docs/", Access::Public, BodyKind::None, [own, page](const ApiCall &call) { send(call, {own}, page); }},
        {"GET", "/docs/{file}", Access::Public, BodyKind::None,
         [own, swagger](const ApiCall &call) {
             const QString name = call.args.first();
             send(call, name.contains(u'/') || name.startsWith(u'.') ? QStringList() : QStringList{own, swagger}, name);
         }},
    };
}

} // namespace core::rest
