// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commands/mailingoptions.h"
#include "app/commands/statisticstext.h"
#include "app/optionvalues.h"
#include "core/json/statisticsjson.h"

#include <QCoreApplication>
#include <QTimer>

namespace app::commands {

namespace {

using core::Result;
using core::domain::MailingState;

constexpr std::chrono::milliseconds interval{200};

/** Looks at the mailing every now and then until it is over. Lives while the event loop of the command runs. */
class Watch
{
public:
    Watch(CommandContext &context, core::MailingId id) : m_context(context), m_id(id)
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
        QObject::connect(&m_deadline, &QTimer::timeout, &m_deadline, [this] {
            end(core::Failure(core::Error::make(core::ErrorKind::Timeout, "mailing.wait_timeout", {m_id.text()})));
        });
        m_deadline.setSingleShot(true);
    }

    Result<ExitCode> run(std::optional<std::chrono::seconds> timeout)
    {
        m_timer.start(interval);
        if (timeout)
            m_deadline.start(*timeout);
        QTimer::singleShot(0, &m_timer, [this] { look(); });
        QCoreApplication::exec();
        return m_result;
    }

private:
    void look()
    {
        const auto statistics = m_context.services().statistics.mailing(m_id).result();
        if (!statistics) {
            end(core::Failure(statistics.error()));
            return;
        }
        const MailingState state = statistics->state;
        if (state == MailingState::Draft || state == MailingState::Cancelled) // it will never finish
            end(core::Failure(
                core::Error::make(core::ErrorKind::Conflict, "mailing.state", {core::domain::toText(state), u"wait"_qs})));
        else if (state == MailingState::Finished)
            tell(*statistics);
    }

    void tell(const core::domain::MailingStatistics &statistics)
    {
        m_context.console().print(core::json::toJson(statistics));
        m_context.console().print(countsText(statistics.counts));
        end(ExitCode::Done);
    }

    void end(const Result<ExitCode> &result)
    {
        m_timer.stop();
        m_deadline.stop();
        m_result = result;
        QCoreApplication::exit();
    }

    CommandContext &m_context;
    core::MailingId m_id;
    QTimer m_timer;
    QTimer m_deadline;
    Result<ExitCode> m_result = ExitCode::Failed;
};

Result<ExitCode> wait(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const auto id, mailingIdOf(context.invocation()));
    std::optional<std::chrono::seconds> timeout;
    if (context.invocation().has(u"timeout"_qs))
        timeout = std::chrono::seconds{context.invocation().value(u"timeout"_qs).toInt()};
    return Watch(context, id).run(timeout);
}

} // namespace

Command mailingWait()
{
    constexpr int longest = 24 * 24 * 60 * 60; // what a timer holds
    return {.words = u"mailing wait"_qs,
            .arguments = {{.name = u"ID"_qs, .check = isId()}},
            .options = {{.name = u"timeout"_qs,
                         .value = u"SECONDS"_qs,
                         .help = QT_TRANSLATE_NOOP("CommandLine", "fail if it takes longer"),
                         .check = isWholeNumber(0, longest)}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Waits until a mailing is finished and prints its statistics."),
            .run = inWorkspace(wait)};
}

} // namespace app::commands
