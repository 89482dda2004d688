// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The text of a mailing with its merge fields: `{name}`, `{name|fallback}`, `{{`, `}}`.
 *
 * Parsed once, rendered per client. Knows nothing of SMS parts.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/client.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace core::domain {

/** Thread: any (immutable value). */
class MessageTemplate
{
public:
    /** One `{…}` and where it stands, for highlighting. Positions in UTF-16 units. */
    struct Field
    {
        QString key;
        bool hasFallback = false;
        qsizetype position = 0;
        qsizetype length = 0;
    };

    MessageTemplate() = default;

    /**
     * Errors: InvalidInput on "text": template:lone_brace (args: position from 1), template:unclosed (position),
     * template:key (key, position).
     */
    static Result<MessageTemplate> parse(const QString &text);

    [[nodiscard]] bool isStatic() const; ///< no fields: the same text for everybody
    [[nodiscard]] bool namesOperatorCode() const;
    [[nodiscard]] const std::vector<Field> &fields() const { return m_fields; }
    /** Keys that a client must have: without fallback, and not built in (phone, operator_code). Without doubles. */
    [[nodiscard]] QStringList requiredKeys() const;
    /** The first key that this client lacks (a blank value counts as missing); empty: none. */
    [[nodiscard]] QString missingKey(const Attributes &attributes) const;
    /** The text this client gets; a missing field without fallback becomes nothing (ask missingKey first). */
    [[nodiscard]] QString render(const Attributes &attributes, PhoneNumber phone, const QString &operatorCode) const;

private:
    struct Piece
    {
        QString literal; ///< of a literal: the text; of a field: its fallback
        QString key;     ///< empty: a literal
        bool hasFallback = false;
    };
    std::vector<Piece> m_pieces;
    std::vector<Field> m_fields;
};

} // namespace core::domain
