// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/messagetemplate.h"

#include <algorithm>

namespace core::domain {

namespace {

constexpr QLatin1String phoneKey("phone");
constexpr QLatin1String operatorCodeKey("operator_code");

bool isBuiltIn(const QString &key)
{
    return key == phoneKey || key == operatorCodeKey;
}

bool lacks(const Attributes &attributes, const QString &key)
{
    return attributes.value(key).trimmed().isEmpty();
}

Failure refused(const char *code, QStringList args)
{
    return Failure(Error::invalidField("text", code, std::move(args)));
}

QString humanPosition(qsizetype position)
{
    return QString::number(position + 1);
}

bool isDoubled(const QString &text, qsizetype i)
{
    return i + 1 < text.size() && text[i + 1] == text[i];
}

} // namespace

Result<MessageTemplate> MessageTemplate::parse(const QString &text)
{
    MessageTemplate result;
    QString literal;
    const auto endLiteral = [&] {
        if (!literal.isEmpty())
            result.m_pieces.push_back({literal, {}, false});
        literal.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool brace = text[i] == u'{' || text[i] == u'}';
        if (!brace || isDoubled(text, i)) {
            literal += text[i];
            i += brace ? 1 : 0;
            continue;
        }
        if (text[i] == u'}')
            return refused("template:lone_brace", {humanPosition(i)});
        const qsizetype end = text.indexOf(u'}', i);
        if (end < 0)
            return refused("template:unclosed", {humanPosition(i)});

        const QString inner = text.mid(i + 1, end - i - 1);
        if (inner.contains(u'{'))
            return refused("template:lone_brace", {humanPosition(i)});
        const qsizetype bar = inner.indexOf(u'|');
        const bool hasFallback = bar >= 0;
        const QString key = inner.left(hasFallback ? bar : inner.size()).trimmed().toLower();
        if (!isAttributeKey(key))
            return refused("template:key", {key, humanPosition(i)});
        endLiteral();
        result.m_pieces.push_back({hasFallback ? inner.mid(bar + 1) : QString(), key, hasFallback});
        result.m_fields.push_back({key, hasFallback, i, end + 1 - i});
        i = end;
    }
    endLiteral();
    return result;
}

bool MessageTemplate::isStatic() const
{
    return m_fields.empty();
}

bool MessageTemplate::namesOperatorCode() const
{
    return std::ranges::any_of(m_fields, [](const Field &field) { return field.key == operatorCodeKey; });
}

QStringList MessageTemplate::requiredKeys() const
{
    QStringList keys;
    for (const Field &field : m_fields) {
        if (!field.hasFallback && !isBuiltIn(field.key) && !keys.contains(field.key))
            keys.append(field.key);
    }
    return keys;
}

QString MessageTemplate::missingKey(const Attributes &attributes) const
{
    for (const Field &field : m_fields) {
        if (!field.hasFallback && !isBuiltIn(field.key) && lacks(attributes, field.key))
            return field.key;
    }
    return {};
}

QString MessageTemplate::render(const Attributes &attributes, PhoneNumber phone, const QString &operatorCode) const
{
    constexpr qsizetype usualValue = 32;
    qsizetype length = 0;
    for (const Piece &piece : m_pieces)
        length += piece.literal.size() + (piece.key.isEmpty() ? 0 : usualValue);
    QString text;
    text.reserve(length);
    for (const Piece &piece : m_pieces) {
        if (piece.key.isEmpty())
            text += piece.literal;
        else if (piece.key == phoneKey)
            text += phone.text();
        else if (piece.key == operatorCodeKey)
            text += operatorCode;
        else
            text += lacks(attributes, piece.key) ? piece.literal : attributes.value(piece.key);
    }
    return text;
}

} // namespace core::domain
