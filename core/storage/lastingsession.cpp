// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/lastingsession.h"

#include "core/base/logging.h"
#include "core/storage/dialect.h"

#include <algorithm>

namespace core::storage {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds firstPause = 250ms;
/** The sessions of a process come back one by one; until all have, some reads succeed and others do not. */
constexpr std::chrono::milliseconds longestPause = 2s;

} // namespace

LastingSession::LastingSession(DatabaseUrl url, Connection::Access access) : m_url(std::move(url)), m_access(access) {}

bool LastingSession::isTooEarly() const
{
    return m_failure && m_url.kind() == DatabaseUrl::Kind::Postgresql && !m_sinceFailure.hasExpired(m_pause.count());
}

Result<Session *> LastingSession::open()
{
    if (m_session)
        return m_session.get();
    if (isTooEarly())
        return Failure(*m_failure);

    auto opened = Session::open(m_url, m_access);
    if (!opened) {
        if (!m_failure)
            qCWarning(logStorage, "event=database_gone detail=%s ", qUtf8Printable(logValue(opened.error().detail)));
        m_pause = m_failure ? std::min(m_pause * 2, longestPause) : firstPause;
        m_failure = opened.error();
        m_sinceFailure.start();
        return Failure(opened.error());
    }
    if (m_failure)
        qCInfo(logStorage, "event=database_back ");
    m_failure.reset();
    m_session = std::move(*opened);
    return m_session.get();
}

void LastingSession::look(const Status &done)
{
    if (!done && endsConnection(done.error()))
        m_session.reset();
}

} // namespace core::storage
