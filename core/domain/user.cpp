// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/user.h"

#include "core/domain/textrules.h"

#include <algorithm>
#include <array>

namespace core::domain {

namespace {

constexpr int maxEmail = 254; // RFC 5321, section 4.5.3.1.3, without the brackets
constexpr int maxName = 120;
constexpr int minPassword = 10;
constexpr int maxPassword = 128;

constexpr std::array roleNames{"viewer", "operator", "admin"};

/** A letter may be written as several characters: й as и with a breve, vowels of Indian scripts as marks. */
QString composed(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C);
}

bool isPersonalName(const QString &name)
{
    const QList<uint> characters = name.toUcs4();
    const auto belongs = [](uint c) {
        return QChar::isLetter(c) || QChar::isMark(c) || c == U' ' || c == U'-' || c == U'\'';
    };
    return std::all_of(characters.begin(), characters.end(), belongs) &&
           std::any_of(characters.begin(), characters.end(), [](uint c) { return QChar::isLetter(c); });
}

/** Gathers field errors. */
class Check
{
public:
    void require(bool holds, const char *field, const char *code, const QStringList &args = {})
    {
        if (!holds)
            m_errors.append({QString::fromLatin1(field), QString::fromLatin1(code), args});
    }

    void email(const QString &email)
    {
        const bool fits = email.size() <= maxEmail;
        require(!email.isEmpty(), "email", "email:empty");
        require(fits, "email", "email:too_long", {QString::number(maxEmail)});
        require(email.isEmpty() || !fits || isMailAddress(email), "email", "email:shape", {email});
    }

    void name(const QString &name)
    {
        require(!name.isEmpty(), "name", "name:empty");
        require(characterCount(name) <= maxName, "name", "name:too_long", {QString::number(maxName)});
        require(name.isEmpty() || isPersonalName(name), "name", "name:characters");
    }

    void password(const QString &password)
    {
        const qsizetype length = characterCount(composed(password));
        require(length >= minPassword, "password", "password:too_short", {QString::number(minPassword)});
        require(length <= maxPassword, "password", "password:too_long", {QString::number(maxPassword)});
    }

    [[nodiscard]] QList<FieldError> errors() && { return std::move(m_errors); }

private:
    QList<FieldError> m_errors;
};

} // namespace

Result<User> edited(const User &base, const UserEdit &edit)
{
    User user = base;
    if (edit.email)
        user.email = comparableEmail(*edit.email);
    if (edit.name)
        user.name = composed(edit.name->simplified());
    user.role = edit.role.value_or(base.role);
    user.active = edit.active.value_or(base.active);

    Check check;
    check.email(user.email);
    check.name(user.name);
    if (edit.password)
        check.password(*edit.password);
    if (QList<FieldError> errors = std::move(check).errors(); !errors.isEmpty())
        return Failure(Error::invalid(std::move(errors)));
    return user;
}

QString comparableEmail(const QString &email)
{
    return composed(email.trimmed().toLower());
}

QString localEmail()
{
    return QStringLiteral("local@localhost");
}

QString toText(Role role)
{
    return QString::fromLatin1(roleNames.at(static_cast<std::size_t>(role)));
}

std::optional<Role> roleFromText(const QString &text)
{
    for (const Role role : {Role::Viewer, Role::Operator, Role::Admin}) {
        if (toText(role) == text)
            return role;
    }
    return std::nullopt;
}

} // namespace core::domain
