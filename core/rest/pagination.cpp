// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/pagination.h"

namespace core::rest {

ApiResponse queryProblem(const Error &error)
{
    return error.kind == ErrorKind::InvalidInput ? problemResponse(400, error) : problemResponse(error);
}

bool isReadable(const ApiCall &call, const QueryReader &query)
{
    const Status readable = query.check();
    if (!readable)
        call.answer(queryProblem(readable.error()));
    return readable.has_value();
}

} // namespace core::rest
