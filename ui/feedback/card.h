// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A panel on the ground of a page: a thin line, a heading, and what belongs together.
 */
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace ui::feedback {

/** Thread: main. */
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    /** A blank heading takes no room. */
    void setHeading(const QString &text);
    /** The line of the heading, to put controls at its right. */
    [[nodiscard]] QHBoxLayout *headingRow() const { return m_headingRow; }
    /** What is inside, from top to bottom. */
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

private:
    QHBoxLayout *m_headingRow;
    QVBoxLayout *m_body;
    QLabel *m_heading;
};

/** A label whose look the style sheet gives: "title", "section", "dim", "small", "number", "problem". */
[[nodiscard]] QLabel *label(const char *kind, QWidget *parent);
/** A thin horizontal line. */
[[nodiscard]] QFrame *line(QWidget *parent);
/** Sets a dynamic property that the style sheet looks at, and has it looked at again. */
void setLook(QWidget *widget, const char *property, const QVariant &value);

} // namespace ui::feedback
