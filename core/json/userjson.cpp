// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/userjson.h"

#include "core/json/objectreader.h"
#include "core/json/values.h"

namespace core::json {

QJsonObject toJson(const domain::User &user)
{
    return {
        {QStringLiteral("id"), user.id.value},   {QStringLiteral("email"), user.email},
        {QStringLiteral("name"), user.name},     {QStringLiteral("role"), domain::toText(user.role)},
        {QStringLiteral("active"), user.active}, {QStringLiteral("created_at"), value(user.createdAt)},
    };
}

QJsonObject toJson(const domain::ApiToken &token)
{
    return {
        {QStringLiteral("id"), token.id.value},
        {QStringLiteral("user_id"), token.user.value},
        {QStringLiteral("kind"), domain::toText(token.kind)},
        {QStringLiteral("name"), textOrNull(token.name)},
        {QStringLiteral("created_at"), value(token.createdAt)},
        {QStringLiteral("expires_at"), value(token.expiresAt)},
        {QStringLiteral("last_used_at"), value(token.lastUsedAt)},
    };
}

QJsonObject toJson(const domain::OwnedToken &token)
{
    QJsonObject object = toJson(token.token);
    object.insert(QStringLiteral("email"), token.user.email);
    return object;
}

QJsonObject toJson(const domain::NewToken &token)
{
    QJsonObject object = toJson(token.token);
    object.insert(QStringLiteral("token"), token.text);
    return object;
}

QJsonObject toJson(const domain::SignedIn &signedIn)
{
    return {
        {QStringLiteral("token"), signedIn.token},
        {QStringLiteral("expires_at"), value(signedIn.expiresAt)},
        {QStringLiteral("user"), toJson(signedIn.user)},
    };
}

namespace {

/** One that breaks no rule. */
domain::User anyUser()
{
    domain::User user;
    user.email = domain::localEmail();
    user.name = QStringLiteral("Anna");
    return user;
}

} // namespace

Result<domain::UserEdit> userEditFromJson(const QJsonObject &object, const QStringList &needed)
{
    ObjectReader reader(object);
    domain::UserEdit edit;
    edit.email = reader.text(QStringLiteral("email"));
    edit.name = reader.text(QStringLiteral("name"));
    edit.role = reader.choice(QStringLiteral("role"), domain::roleFromText);
    edit.active = reader.boolean(QStringLiteral("active"));
    edit.password = reader.text(QStringLiteral("password"));
    reader.need(needed);
    reader.skip({QStringLiteral("id"), QStringLiteral("created_at")});
    if (const auto errors = reader.errors(); !errors.isEmpty())
        return Failure(allErrors(errors, domain::edited(anyUser(), edit)));
    return edit;
}

} // namespace core::json
