// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The return type of everything that can fail.
 *
 * A function that may fail returns Result<T>; one that has nothing to return but may fail returns Status.
 * No exceptions cross a room's border, nothing is reported through out-parameters.
 */
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>
#include <utility>

namespace core {

/** tl::expected that the compiler does not let anybody overlook. */
template <typename T>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
    using Base = tl::expected<T, Error>;

public:
    using Base::Base;
    Result() = default;
    Result(Base base) : Base(std::move(base)) {}
    Result(const Result &) = default;
    Result(Result &&) noexcept = default;
    // Without it a Result<bool> that is not const would be copied through its explicit operator bool.
    Result(Result &other) : Result(std::as_const(other)) {}
    Result &operator=(const Result &) = default;
    Result &operator=(Result &&) noexcept = default;
    ~Result() = default;
};

using Status = Result<void>;

using Failure = tl::unexpected<Error>;

} // namespace core

/** Leaves the calling function with the error of `expression` if it failed. For Status and for results nobody needs. */
#define HELIOGRAPH_TRY(expression)                                                                                          \
    do {                                                                                                                    \
        if (auto heliographTried = (expression); !heliographTried)                                                          \
            return ::core::Failure(std::move(heliographTried).error());                                                     \
    } while (false)

#define HELIOGRAPH_CONCAT_INNER(a, b) a##b
#define HELIOGRAPH_CONCAT(a, b) HELIOGRAPH_CONCAT_INNER(a, b)

/** `HELIOGRAPH_ASSIGN(auto client, repository.find(id));` declares `client`, or leaves with the error. */
#define HELIOGRAPH_ASSIGN(declaration, expression)                                                                          \
    auto HELIOGRAPH_CONCAT(heliographResult, __LINE__) = (expression);                                                      \
    if (!HELIOGRAPH_CONCAT(heliographResult, __LINE__))                                                                     \
        return ::core::Failure(std::move(HELIOGRAPH_CONCAT(heliographResult, __LINE__)).error());                           \
    declaration = std::move(*HELIOGRAPH_CONCAT(heliographResult, __LINE__))
