// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Jobs waiting for a storage thread, in lanes that take turns.
 */
#pragma once

#include <algorithm>
#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace core::storage {

/**
 * Bounded; first come, first served within a lane; every lane that has something gets its turn.
 * Thread: any.
 */
template <typename T, std::size_t Lanes>
class JobQueue
{
public:
    explicit JobQueue(std::size_t capacity) : m_capacity(capacity) {}

    enum class Push { Taken, Full, Closed };

    /** Moves from `job` only if it was taken. `capacity` counts for each lane. */
    Push push(std::size_t lane, T &job)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed)
                return Push::Closed;
            if (m_lanes[lane].size() >= m_capacity)
                return Push::Full;
            m_lanes[lane].push_back(std::move(job));
        }
        m_wake.notify_one();
        return Push::Taken;
    }

    /** Waits for a job; nothing once the queue was closed. The number is its lane. */
    std::optional<std::pair<std::size_t, T>> pop()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            if (m_closed)
                return std::nullopt;
            for (std::size_t turn = 0; turn < Lanes; ++turn) {
                const std::size_t lane = (m_next + turn) % Lanes;
                if (m_lanes[lane].empty())
                    continue;
                m_next = (lane + 1) % Lanes;
                std::pair<std::size_t, T> job{lane, std::move(m_lanes[lane].front())};
                m_lanes[lane].pop_front();
                return job;
            }
            m_wake.wait(lock);
        }
    }

    /** The next jobs of this lane for as long as `fits` holds for them, at most so many; does not wait. */
    template <typename Fits>
    std::vector<T> popMore(std::size_t lane, std::size_t most, Fits fits)
    {
        std::vector<T> jobs;
        const std::lock_guard lock(m_mutex);
        std::deque<T> &waiting = m_lanes[lane];
        while (jobs.size() < most && !waiting.empty() && fits(waiting.front())) {
            jobs.push_back(std::move(waiting.front()));
            waiting.pop_front();
        }
        return jobs;
    }

    /** True if a job for which `counts` holds waits in a lane other than this one. */
    template <typename Counts>
    [[nodiscard]] bool hasInOtherLanes(std::size_t lane, Counts counts) const
    {
        const std::lock_guard lock(m_mutex);
        for (std::size_t other = 0; other < Lanes; ++other) {
            if (other != lane && std::any_of(m_lanes[other].begin(), m_lanes[other].end(), counts))
                return true;
        }
        return false;
    }

    /** No job is given out any more; those that wait are returned. */
    std::vector<T> close()
    {
        std::vector<T> left;
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
            for (std::deque<T> &lane : m_lanes) {
                for (T &job : lane)
                    left.push_back(std::move(job));
                lane.clear();
            }
        }
        m_wake.notify_all();
        return left;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::array<std::deque<T>, Lanes> m_lanes;
    std::size_t m_capacity;
    std::size_t m_next = 0;
    bool m_closed = false;
};

} // namespace core::storage
