// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/formerrors.h"

#include "core/base/error.h"
#include "ui/editors/field.h"
#include "ui/feedback/errortext.h"

#include <QLabel>

namespace ui::editors {

FormErrors::FormErrors(QLabel *elsewhere) : m_elsewhere(elsewhere)
{
    m_elsewhere->setWordWrap(true);
    m_elsewhere->hide();
}

void FormErrors::addPlace(const QString &field, Field *place)
{
    m_places.insert(field, place);
}

void FormErrors::addPlaceOfCode(const QString &code, Field *place)
{
    m_placesOfCodes.insert(code, place);
}

Field *FormErrors::placeOf(const QString &field) const
{
    if (Field *exact = m_places.value(field))
        return exact;
    const qsizetype dot = field.lastIndexOf(u'.');
    return dot < 0 ? nullptr : placeOf(field.left(dot));
}

void FormErrors::show(const core::Error &error)
{
    QStringList elsewhere;
    for (const core::FieldError &wrong : error.fields) {
        if (Field *place = placeOf(wrong.field))
            place->setError(feedback::fieldErrorText(wrong));
        else
            elsewhere << feedback::fieldErrorText(wrong);
    }
    if (error.fields.isEmpty()) {
        if (Field *place = m_placesOfCodes.value(error.code))
            place->setError(feedback::errorText(error));
        else
            elsewhere << feedback::errorText(error);
    }
    m_elsewhere->setText(elsewhere.join(u'\n'));
    m_elsewhere->setVisible(!elsewhere.isEmpty());
}

void FormErrors::clear()
{
    for (Field *place : std::as_const(m_places))
        place->setError({});
    for (Field *place : std::as_const(m_placesOfCodes))
        place->setError({});
    m_elsewhere->clear();
    m_elsewhere->hide();
}

} // namespace ui::editors
