// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/router.h"

#include <QStringDecoder>
#include <algorithm>

namespace core::rest {

namespace {

bool isId(const QString &segment)
{
    const bool digits = std::all_of(segment.begin(), segment.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    return digits && segment.toLongLong(&fits) > 0 && fits;
}

/** What the segments stand for, if they fit. */
std::optional<QStringList> argsOf(const QStringList &pattern, const QStringList &path)
{
    QStringList args;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i].startsWith(u'{')) {
            if (pattern[i] == u"{id}" ? !isId(path[i]) : path[i].isEmpty())
                return std::nullopt;
            args << path[i];
        } else if (pattern[i] != path[i]) {
            return std::nullopt;
        }
    }
    return args;
}

} // namespace

Router::Router(Routes routes) : m_routes(std::move(routes))
{
    for (int i = 0; i < m_routes.size(); ++i) {
        const QStringList pattern = QString::fromLatin1(m_routes[i].pattern).mid(1).split(u'/');
        m_patterns << pattern;
        m_bySize[pattern.size()] << i;
    }
}

std::optional<Router::Found> Router::find(const QByteArray &method, const QStringList &path) const
{
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    Found found;
    for (const int i : m_bySize.value(path.size())) {
        const std::optional<QStringList> args = argsOf(m_patterns[i], path);
        if (!args)
            continue;
        found.allowed << m_routes[i].method;
        // Words come before numbers: /users/me is no id.
        if (wanted == m_routes[i].method && (!found.route || args->isEmpty())) {
            found.route = &m_routes[i];
            found.args = *args;
        }
    }
    if (found.allowed.isEmpty())
        return std::nullopt;
    return found;
}

std::optional<QStringList> segmentsOf(const QByteArray &encodedPath)
{
    QStringList segments;
    for (const QByteArray &segment : encodedPath.mid(1).split('/')) {
        QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless); // what is cut is an error, too
        const QString text = decode(QByteArray::fromPercentEncoding(segment));
        if (decode.hasError() || text.contains(QChar::Null))
            return std::nullopt;
        segments << text;
    }
    return segments;
}

} // namespace core::rest
