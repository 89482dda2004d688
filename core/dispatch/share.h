// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Which part of each rate and of each gateway's connections this dispatcher may use, while several work on one database.
 *
 * Pure arithmetic on what all of them wrote at their last heartbeat; the parts never add up to more than the whole, however
 * late somebody notices that another one came or went.
 */
#pragma once

#include "core/interfaces/instancerepository.h"

namespace core::dispatch {

/** Thread: any (value). */
class Share
{
public:
    /** Nothing: who has just come does not know yet whether the others have noticed. */
    constexpr Share() = default;
    /** That of a dispatcher that is alone. */
    [[nodiscard]] static constexpr Share whole() { return Share(0, 1); }
    /**
     * @param previous   what it used so far
     * @param instances  all of them, by id
     * A smaller part counts at once; a larger one only when every other instance has counted as many as there are.
     */
    [[nodiscard]] static Share next(const Share &previous, const QList<interfaces::Instance> &instances, InstanceId self);

    [[nodiscard]] bool isNothing() const { return m_of == 0; }
    [[nodiscard]] int parts() const { return m_of; }                           ///< 0: nothing
    [[nodiscard]] double part() const { return isNothing() ? 0 : 1.0 / m_of; } ///< of the whole, about
    /**
     * What cannot be divided evenly goes to the first ones, of a rate also what is behind its point: in whole messages a
     * second, the parts are no more than the whole. 0: nothing for this one.
     */
    [[nodiscard]] double of(double rate) const;
    [[nodiscard]] int of(int connections) const;

    bool operator==(const Share &) const = default;

private:
    constexpr Share(int index, int of) : m_index(index), m_of(of) {}

    int m_index = 0;
    int m_of = 0;
};

} // namespace core::dispatch
