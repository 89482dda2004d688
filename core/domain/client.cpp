// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/client.h"

#include "core/domain/tags.h"
#include "core/domain/textrules.h"
#include "core/domain/timezonename.h"

#include <algorithm>

namespace core::domain {

namespace {

constexpr qsizetype maxKeyLength = 32;

/** Gathers field errors while the parts of one edit are applied in their fixed order. */
class ClientEditor
{
public:
    explicit ClientEditor(const Client &base) : m_client(base) {}

    void setPhone(const ClientEdit &edit)
    {
        const Result<PhoneNumber> phone = edit.phone || !m_client.phone.isValid()
                                              ? PhoneNumber::parse(edit.phone.value_or(QString()))
                                              : Result<PhoneNumber>(m_client.phone);
        if (!phone) {
            m_errors += phone.error().fields;
            return;
        }
        // A code that came from the old phone follows the new one; a code of its own (a ported number) stays.
        const bool codeIsOwn = m_client.phone.isValid() && m_client.operatorCode != m_client.phone.operatorCode();
        if (!codeIsOwn && m_client.phone != *phone)
            m_client.operatorCode.clear();
        m_client.phone = *phone;
    }

    void setOperatorCode(const ClientEdit &edit)
    {
        if (edit.operatorCode)
            m_client.operatorCode = edit.operatorCode->trimmed();
        if (m_client.operatorCode.isEmpty() && m_client.phone.isValid())
            m_client.operatorCode = m_client.phone.operatorCode();
        if (!m_client.operatorCode.isEmpty() && !isOperatorCode(m_client.operatorCode))
            refuse("operator_code", "operator_code", {m_client.operatorCode});
    }

    void setTimezone(const ClientEdit &edit, const QString &defaultTimezone)
    {
        const QString before = m_client.timezone;
        if (edit.timezone)
            m_client.timezone = edit.timezone->trimmed();
        if (m_client.timezone.isEmpty())
            m_client.timezone = defaultTimezone;
        // What was stored with a newer tz database stays, whatever else is edited here.
        if ((m_client.timezone.isEmpty() || m_client.timezone != before) && !isTimeZoneName(m_client.timezone))
            refuse("timezone", "timezone", {m_client.timezone});
    }

    void setTags(const ClientEdit &edit)
    {
        if (!edit.tags)
            return;
        Result<QStringList> tags = normalisedTags(*edit.tags);
        if (tags)
            m_client.tags = *std::move(tags);
        else
            m_errors += tags.error().fields;
    }

    void setAttributes(const ClientEdit &edit)
    {
        if (!edit.attributes)
            return;
        Attributes attributes;
        for (auto it = edit.attributes->constBegin(); it != edit.attributes->constEnd(); ++it) {
            const QString key = it.key().trimmed().toLower();
            const QString value = it.value().trimmed();
            const bool tooMany = attributes.size() == maxAttributes && !attributes.contains(key) && !value.isEmpty();
            if (!isAttributeKey(key) || characterCount(value) > maxAttributeLength || tooMany)
                refuse("attributes", "attribute", {it.key()});
            else if (!value.isEmpty()) // a blank attribute counts as missing everywhere
                attributes.insert(key, value);
        }
        m_client.attributes = std::move(attributes);
    }

    void setNotes(const ClientEdit &edit)
    {
        if (edit.optedOutAt)
            m_client.optedOutAt = *edit.optedOutAt;
        if (!edit.consent)
            return;
        const QString note = edit.consent->value_or(QString()).trimmed();
        m_client.consent = note.isEmpty() ? std::nullopt : std::optional(note);
    }

    Result<Client> result() &&
    {
        if (!m_errors.isEmpty())
            return Failure(Error::invalid(std::move(m_errors)));
        return std::move(m_client);
    }

private:
    void refuse(const char *field, const char *code, const QStringList &args)
    {
        m_errors.append({QString::fromLatin1(field), QString::fromLatin1(code), args});
    }

    Client m_client;
    QList<FieldError> m_errors;
};

} // namespace

bool isAttributeKey(const QString &key)
{
    if (key.isEmpty() || characterCount(key) > maxKeyLength || key != key.toLower())
        return false;
    const QList<uint> characters = key.toUcs4();
    if (!QChar::isLetter(characters.front()))
        return false;
    return std::all_of(characters.begin(), characters.end(), [](uint c) { return QChar::isLetterOrNumber(c) || c == U'_'; });
}

Result<Client> edited(const Client &base, const ClientEdit &edit, const QString &defaultTimezone)
{
    ClientEditor editor(base);
    editor.setPhone(edit);
    editor.setOperatorCode(edit);
    editor.setTimezone(edit, defaultTimezone);
    editor.setTags(edit);
    editor.setAttributes(edit);
    editor.setNotes(edit);
    return std::move(editor).result();
}

} // namespace core::domain
