// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/systemkeyring.h"

#include <QFileInfo>
#include <future>
#include <qt6keychain/keychain.h>

namespace core::secrets {

namespace {

QString service()
{
    return QStringLiteral("heliograph");
}

Failure unavailable(const QString &detail)
{
    return Failure(Error::make(ErrorKind::Unavailable, "keyring.unavailable", {}, detail));
}

/** Without one, libraries would try to start a bus of their own, which takes long and helps nobody. */
bool hasSessionBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

template <typename T>
Result<T> awaited(std::future<Result<T>> answer, Milliseconds patience)
{
    if (answer.wait_for(patience) != std::future_status::ready)
        return unavailable(QStringLiteral("no answer within %1 s").arg(patience.count() / 1000));
    return answer.get();
}

} // namespace

SystemKeyring::SystemKeyring(Milliseconds patience) : m_patience(patience) {}

SystemKeyring::~SystemKeyring()
{
    m_thread.quit();
    m_thread.wait();
}

Status SystemKeyring::start()
{
    if (!hasSessionBus())
        return unavailable(QStringLiteral("no session bus"));
    const std::scoped_lock lock(m_mutex);
    if (!m_worker) {
        m_worker = std::make_unique<QObject>();
        m_worker->moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("keyring"));
        m_thread.start();
    }
    return {};
}

Result<std::optional<QString>> SystemKeyring::read(const QString &name)
{
    using Answer = Result<std::optional<QString>>;
    HELIOGRAPH_TRY(start());
    auto promise = std::make_shared<std::promise<Answer>>();
    auto answer = promise->get_future();
    QMetaObject::invokeMethod(m_worker.get(), [promise, name] {
        auto *job = new QKeychain::ReadPasswordJob(service()); // deletes itself when it has finished
        job->setKey(name);
        QObject::connect(job, &QKeychain::Job::finished, job, [promise, job] {
            if (job->error() == QKeychain::NoError)
                promise->set_value(std::optional<QString>(job->textData()));
            else if (job->error() == QKeychain::EntryNotFound)
                promise->set_value(std::optional<QString>());
            else
                promise->set_value(unavailable(job->errorString()));
        });
        job->start();
    });
    return awaited(std::move(answer), m_patience);
}

Status SystemKeyring::write(const QString &name, const QString &text)
{
    HELIOGRAPH_TRY(start());
    auto promise = std::make_shared<std::promise<Status>>();
    auto answer = promise->get_future();
    QMetaObject::invokeMethod(m_worker.get(), [promise, name, text] {
        auto *job = new QKeychain::WritePasswordJob(service()); // deletes itself when it has finished
        job->setKey(name);
        job->setTextData(text);
        QObject::connect(job, &QKeychain::Job::finished, job, [promise, job] {
            promise->set_value(job->error() == QKeychain::NoError ? Status() : Status(unavailable(job->errorString())));
        });
        job->start();
    });
    return awaited(std::move(answer), m_patience);
}

Status SystemKeyring::remove(const QString &name)
{
    HELIOGRAPH_TRY(start());
    auto promise = std::make_shared<std::promise<Status>>();
    auto answer = promise->get_future();
    QMetaObject::invokeMethod(m_worker.get(), [promise, name] {
        auto *job = new QKeychain::DeletePasswordJob(service()); // deletes itself when it has finished
        job->setKey(name);
        QObject::connect(job, &QKeychain::Job::finished, job, [promise, job] {
            const bool isGone = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
            promise->set_value(isGone ? Status() : Status(unavailable(job->errorString())));
        });
        job->start();
    });
    return awaited(std::move(answer), m_patience);
}

} // namespace core::secrets
