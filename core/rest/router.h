// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Which route a method and a path lead to.
 */
#pragma once

#include "core/rest/api.h"

#include <QHash>
#include <optional>

namespace core::rest {

/** Thread: any, once it is made. */
class Router
{
public:
    struct Found
    {
        const Route *route = nullptr; ///< nullptr: the path is known, the method is not
        QStringList args;
        QByteArrayList allowed; ///< methods of the path
    };

    explicit Router(Routes routes);

    /** Nothing: there is no such path. A HEAD finds the route of GET. */
    [[nodiscard]] std::optional<Found> find(const QByteArray &method, const QStringList &path) const;
    [[nodiscard]] const Routes &routes() const { return m_routes; }

private:
    Routes m_routes;
    QList<QStringList> m_patterns;         ///< as m_routes
    QHash<qsizetype, QList<int>> m_bySize; ///< routes by the number of their segments
};

/** The decoded segments of a path as it was sent; nothing: it holds what no path of ours can (NUL, no UTF-8). */
[[nodiscard]] std::optional<QStringList> segmentsOf(const QByteArray &encodedPath);

} // namespace core::rest
