// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/ratespin.h"

namespace ui::editors {

namespace {

constexpr double largest = 1'000'000;
constexpr int finest = 5; ///< decimals: one a day is 0.00001

} // namespace

RateSpin::RateSpin(QWidget *parent) : QDoubleSpinBox(parent)
{
    setRange(0, largest);
    setDecimals(finest);
}

void RateSpin::setRate(std::optional<double> rate)
{
    m_given = rate;
    setValue(rate.value_or(0));
    m_shown = value();
}

std::optional<double> RateSpin::rate() const
{
    if (value() == m_shown)
        return m_given;
    return value() > 0 ? std::optional(value()) : std::nullopt;
}

QString RateSpin::textFromValue(double value) const
{
    QLocale plain = locale();
    plain.setNumberOptions(plain.numberOptions() | QLocale::OmitGroupSeparator);
    return plain.toString(value, 'f', QLocale::FloatingPointShortest);
}

} // namespace ui::editors
