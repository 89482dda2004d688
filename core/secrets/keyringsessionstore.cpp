// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/keyringsessionstore.h"

#include <QPromise>
#include <memory>

namespace core::secrets {

KeyringSessionStore::KeyringSessionStore(const QString &workspaceId, Keyring *keyring)
    : m_entry(workspaceId + QStringLiteral("-session")), m_keyring(keyring)
{
    m_pool.setMaxThreadCount(1);
}

KeyringSessionStore::~KeyringSessionStore()
{
    m_pool.clear();
    m_pool.waitForDone();
}

template <typename T>
QFuture<Result<T>> KeyringSessionStore::ask(std::function<Result<T>(Keyring &)> question)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto answer = [promise](const Result<T> &result) {
        promise->addResult(result);
        promise->finish();
    };
    if (m_keyring) {
        m_pool.start([answer, question = std::move(question), keyring = m_keyring] { answer(question(*keyring)); });
    } else {
        answer(Failure(Error::make(ErrorKind::Unavailable, "keyring.unavailable", {}, QStringLiteral("none is used"))));
    }
    return promise->future();
}

QFuture<Result<QString>> KeyringSessionStore::load()
{
    return ask<QString>([entry = m_entry](Keyring &keyring) -> Result<QString> {
        HELIOGRAPH_ASSIGN(const std::optional<QString> token, keyring.read(entry));
        return token.value_or(QString());
    });
}

QFuture<Status> KeyringSessionStore::keep(const QString &token)
{
    return ask<void>([entry = m_entry, token](Keyring &keyring) { return keyring.write(entry, token); });
}

QFuture<Status> KeyringSessionStore::forget()
{
    return ask<void>([entry = m_entry](Keyring &keyring) { return keyring.remove(entry); });
}

} // namespace core::secrets
