// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/restswitch.h"

#include "core/base/logging.h"
#include "core/settings/desktopsettings.h"

namespace app {

using core::Result;
using core::interfaces::RestState;
using Phase = RestState::Phase;

namespace {

Result<core::rest::ListenOptions> listenOptions(const core::settings::DesktopSettings &settings)
{
    core::rest::ListenOptions options;
    HELIOGRAPH_ASSIGN(options.address, core::rest::listenAddressFrom(settings.restAddress()));
    options.certificateFile = settings.restCertificate();
    options.keyFile = settings.restKey();
    options.insecureHttp = settings.isRestInsecure();
    if (options.certificateFile.isEmpty() != options.keyFile.isEmpty())
        return core::Failure(
            core::Error::invalidField(options.keyFile.isEmpty() ? "tls-key" : "tls-certificate", "json:missing"));
    return options;
}

} // namespace

RestSwitch::RestSwitch(Backend &backend, const core::settings::DesktopSettings &settings, const core::Clock &clock,
                       RestUse use)
    : m_backend(backend), m_settings(settings), m_clock(clock), m_use(use)
{}

RestSwitch::~RestSwitch() = default;

void RestSwitch::apply()
{
    if (m_isOver)
        return;
    if (!m_thread) {
        begin();
        return;
    }
    // The port has to be free before it can be taken again.
    m_isAgain = true;
    setState({m_settings.isRestEnabled() ? Phase::Starting : Phase::Stopping});
    end();
}

void RestSwitch::begin()
{
    if (!m_settings.isRestEnabled()) {
        setState({Phase::Off});
        return;
    }
    if (m_use == RestUse::Never) {
        setState({Phase::Off, {}, core::Error::make(core::ErrorKind::Unavailable, "rest.demo")});
        return;
    }
    const auto options = listenOptions(m_settings);
    if (!options) {
        fail(options.error());
        return;
    }
    m_thread = std::make_unique<RestThread>(m_backend, m_clock);
    connect(m_thread.get(), &RestThread::listening, this, [this](const QString &url) {
        if (!m_isEnding)
            setState({Phase::Listening, url});
    });
    connect(m_thread.get(), &RestThread::failed, this, [this](const core::Error &error) {
        if (m_isEnding)
            return;
        fail(error);
        end();
    });
    // Later, because it is deleted then.
    connect(m_thread.get(), &RestThread::stopped, this, &RestSwitch::ended, Qt::QueuedConnection);
    setState({Phase::Starting});
    m_thread->start(*options);
}

void RestSwitch::end()
{
    if (!std::exchange(m_isEnding, true))
        m_thread->stop();
}

void RestSwitch::ended()
{
    m_thread.reset();
    m_isEnding = false;
    if (m_isOver) {
        setState({Phase::Off});
        Q_EMIT stopped();
    } else if (std::exchange(m_isAgain, false)) {
        begin();
    }
}

void RestSwitch::stop()
{
    if (std::exchange(m_isOver, true))
        return;
    if (!m_thread) {
        QMetaObject::invokeMethod(this, &RestSwitch::stopped, Qt::QueuedConnection);
        return;
    }
    setState({Phase::Stopping});
    end();
}

void RestSwitch::fail(const core::Error &error)
{
    const QString code = error.fields.isEmpty() ? error.code : error.fields.first().code;
    qCWarning(core::logRest).noquote().nospace() << "rest error=" << code << ' ';
    setState({Phase::Failed, {}, error});
}

void RestSwitch::setState(RestState state)
{
    if (state == m_state)
        return;
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace app
