// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What an HTTP answer, or its absence, means for the message: the retry table's left half as a function.
 *
 * Knows HTTP and no kind of gateway: whether an answer of success says yes or no is read by the kind. What is done about
 * it decides core/dispatch.
 */
#pragma once

#include "core/gateways/httpoutcome.h"
#include "core/interfaces/gateway.h"

#include <functional>

namespace core::gateways {

/** What the body of a 2xx answer says. */
enum class Verdict { Accepted, Refused, Unreadable };

/** Asked for whole 2xx answers only. */
using ReadVerdict = std::function<Verdict(int status, const QByteArray &body)>;

/**
 * Pure: equal arguments give equal answers. `now` is only for a Retry-After that names a date.
 *
 * | what happened | kind |
 * |---|---|
 * | 2xx, whole | as `read` says: Accepted, Refused or BadAnswer |
 * | 2xx, over 64 KiB | BadAnswer |
 * | 2xx cut in the middle; nothing, though the request was written | Timeout |
 * | something that is no HTTP | BadAnswer |
 * | 408, 425, 5xx; nothing, and the request was not written | Transient |
 * | 429; 503 with Retry-After | Throttled |
 * | 401, 402, 403 | RefusedUs |
 * | 404, 405, 415, 3xx, TLS failure, a scheme nobody speaks | Misconfigured |
 * | any other 4xx | Rejected |
 */
[[nodiscard]] interfaces::GatewayAnswer classify(const HttpOutcome &outcome, const ReadVerdict &read, Instant now);

/** Seconds or an HTTP date (RFC 9110, 10.2.3); never below 0 nor above 15 minutes. Nothing if it is neither. */
[[nodiscard]] std::optional<Milliseconds> parseRetryAfter(const QByteArray &value, Instant now);

} // namespace core::gateways
