// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/terminationsignals.h"

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace app {

namespace {

// A signal handler may only touch what is known at compile time: it writes a byte here, the notifier reads it.
int pipeEnds[2] = {-1, -1};

void writeByte(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(pipeEnds[0], &byte, sizeof byte);
}

void handle(int signal, void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigaction(signal, &action, nullptr);
}

} // namespace

TerminationSignals::TerminationSignals(QObject *parent) : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pipeEnds) != 0)
        return; // the process then ends as usual, and the next start recovers what was in flight
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(pipeEnds[1], &byte, sizeof byte) > 0)
            Q_EMIT received();
    });
    handle(SIGTERM, writeByte, SA_RESTART | int(SA_RESETHAND));
    handle(SIGINT, writeByte, SA_RESTART | int(SA_RESETHAND));
}

TerminationSignals::~TerminationSignals()
{
    handle(SIGTERM, SIG_DFL, 0);
    handle(SIGINT, SIG_DFL, 0);
    m_notifier.reset();
    for (int &end : pipeEnds) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

} // namespace app
