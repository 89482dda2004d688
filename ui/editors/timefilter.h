// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Chooses a range of time that has passed: the last hour, day …, or from one moment to another.
 */
#pragma once

#include "core/base/clock.h"

#include <QComboBox>
#include <optional>

class QDateTimeEdit;
class QLabel;

namespace ui::editors {

/** Bounds of a range; a bound that is not set is open. */
struct TimeRange
{
    std::optional<core::Instant> since;
    std::optional<core::Instant> until; ///< not within any more
};

/**
 * The box, and beside it what it shows only for "From – to": two moments, to the minute, in the zone of this computer.
 * Thread: main. Ownership: as widgets; the place of edits() is the page's choice.
 */
class TimeFilter : public QComboBox
{
    Q_OBJECT

public:
    explicit TimeFilter(const core::Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *edits() const { return m_edits; }
    /** As of now. Edits in the wrong order are read the other way round. */
    [[nodiscard]] TimeRange range() const;
    /** Back to any time. */
    void clear();

Q_SIGNALS:
    void rangeChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showEdits();
    void retranslate();

    const core::Clock &m_clock;
    QWidget *m_edits;
    QDateTimeEdit *m_from;
    QLabel *m_dash;
    QDateTimeEdit *m_to;
};

} // namespace ui::editors
