// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * resources/openapi.json, as tests hold requests and answers against it. For tests only.
 */
#pragma once

#include "core/rest/api.h"
#include "tests/rest/schemavalidator.h"

namespace tests {

/** Thread: any (immutable value). */
class ApiDescription
{
public:
    /** Reads the description that is compiled in. */
    ApiDescription();

    [[nodiscard]] const QJsonObject &document() const { return m_document; }
    [[nodiscard]] const SchemaValidator &validator() const { return m_validator; }
    /** "GET /api/v1/clients" …, sorted. */
    [[nodiscard]] QStringList operations() const;
    /** @param operation  as of operations(); an empty object: there is none */
    [[nodiscard]] QJsonObject operation(const QString &operation) const;
    /** "GET /api/v1/clients/{id}" */
    [[nodiscard]] static QString operationOf(const core::rest::Route &route);

    /** What a request that was accepted has in it and the description has not. */
    [[nodiscard]] QStringList problemsOfRequest(const QString &operation, const core::rest::ApiRequest &request) const;
    /** What of an answer is not as described: status, headers, type and content. */
    [[nodiscard]] QStringList problemsOfAnswer(const QString &operation, const core::rest::ApiResponse &response) const;
    /** Of an error whose place the description does not name: no such path, or no such method there. */
    [[nodiscard]] QStringList problemsOfProblem(const core::rest::ApiResponse &response) const;

private:
    [[nodiscard]] QStringList problemsOfHeaders(const QJsonObject &described, const core::rest::ApiResponse &response) const;
    [[nodiscard]] QStringList problemsOfContent(const QJsonObject &described, const core::rest::ApiResponse &response) const;

    QJsonObject m_document;
    SchemaValidator m_validator;
};

/** The first header of this name; empty: there is none. */
[[nodiscard]] QByteArray headerOf(const core::rest::ApiResponse &response, const QByteArray &name);

} // namespace tests
