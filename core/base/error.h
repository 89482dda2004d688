// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What went wrong, as a value: a closed kind to decide on, a code that names the case, and its arguments.
 *
 * Holds no text for people: the English sentence of a code stands in core/base/errorsentences.cpp, and is made into text
 * by ui/feedback/errortext (translated) and core/rest/problem (RFC 9457).
 */
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace core {

/** The closed list that callers decide on. */
enum class ErrorKind {
    InvalidInput,     ///< what was given breaks a rule; `fields` says which
    NotFound,         ///< no such thing, or no longer
    Conflict,         ///< the state of things does not allow it
    PermissionDenied, ///< this user may not
    Throttled,        ///< too often
    Unavailable,      ///< database, network, disk: may work later
    Timeout,
    Cancelled, ///< somebody asked for it to stop
    Corrupt,   ///< stored data contradict themselves
    Internal,  ///< our own mistake
};

/** One field of the input that breaks a rule. */
struct FieldError
{
    QString field;    ///< as named in the specification, for instance "start_at" or "filter.tags"
    QString code;     ///< key of the sentence, for instance "phone:too_short"
    QStringList args; ///< %1, %2 … of the sentence

    bool operator==(const FieldError &) const = default;
};

struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString code;             ///< key of the sentence, for instance "database.unreadable"
    QStringList args;         ///< %1, %2 … of the sentence
    QList<FieldError> fields; ///< all field errors at once, for InvalidInput
    QString detail;           ///< what a library said, untranslated; for logs and the small print

    bool operator==(const Error &) const = default;

    [[nodiscard]] static Error make(ErrorKind kind, const char *code, QStringList args = {}, QString detail = {});
    [[nodiscard]] static Error invalid(QList<FieldError> fields);
    /** InvalidInput about a single field. */
    [[nodiscard]] static Error invalidField(const char *field, const char *code, QStringList args = {});
};

/** The kind's name in logs and tests, for instance "Conflict". */
[[nodiscard]] QString kindName(ErrorKind kind);

} // namespace core
