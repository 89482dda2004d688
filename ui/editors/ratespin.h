// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The box for a rate: so many a second, fractions included, or no limit.
 */
#pragma once

#include <QDoubleSpinBox>
#include <optional>

namespace ui::editors {

/** A rate that nobody touched comes out as it went in, however fine or large it is. Thread: main. */
class RateSpin final : public QDoubleSpinBox
{
    Q_OBJECT

public:
    explicit RateSpin(QWidget *parent = nullptr);

    /** @param rate  per second; nothing: no limit, for which specialValueText() stands */
    void setRate(std::optional<double> rate);
    [[nodiscard]] std::optional<double> rate() const;

protected:
    [[nodiscard]] QString textFromValue(double value) const override;

private:
    std::optional<double> m_given;
    double m_shown = 0; ///< what the box made of it
};

} // namespace ui::editors
