// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What an import would do or has done, in numbers, with the reasons for refused rows.
 */
#pragma once

#include "core/services/importrequest.h"

#include <QWidget>
#include <array>

class QGridLayout;
class QLabel;

namespace ui::dialogs {

/** Thread: main. */
class ImportNumbers : public QWidget
{
    Q_OBJECT

public:
    explicit ImportNumbers(QWidget *parent = nullptr);

    void setCounts(const core::csv::ImportCounts &counts);
    void retranslate();

private:
    static constexpr int tiles = 5; ///< new, changed, unchanged, double, rejected

    void showReasons();

    core::csv::ImportCounts m_counts;
    std::array<QLabel *, tiles> m_numbers{};
    std::array<QLabel *, tiles> m_names{};
    QLabel *m_reasonsHeading;
    QGridLayout *m_reasons;
};

} // namespace ui::dialogs
