// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Where a form says what is wrong: beside the field that an error is about, or else in one label.
 *
 * Knows names of fields and codes, not what they mean; words come from ui/feedback/errortext.
 */
#pragma once

#include <QHash>
#include <QString>

class QLabel;

namespace core {
struct Error;
}

namespace ui::editors {

class Field;

/**
 * Promises:
 *  - Everything that an error says is shown somewhere.
 *  - A part of a field ("options.latency") is told where it has a place, else at the field ("options"), else in the label.
 *  - clear() leaves nothing of what show() told.
 *
 * Owns nothing; the fields and the label outlive it. Thread: main.
 */
class FormErrors
{
public:
    /** @param elsewhere  for what is about no field; hidden while there is nothing */
    explicit FormErrors(QLabel *elsewhere);

    void addPlace(const QString &field, Field *place);
    /** For an error without fields that is about one all the same, for instance a name that somebody else has. */
    void addPlaceOfCode(const QString &code, Field *place);

    void show(const core::Error &error);
    void clear();

private:
    [[nodiscard]] Field *placeOf(const QString &field) const;

    QLabel *m_elsewhere;
    QHash<QString, Field *> m_places;
    QHash<QString, Field *> m_placesOfCodes;
};

} // namespace ui::editors
