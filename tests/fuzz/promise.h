// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What holds for every input: a promise that is broken ends the run, and libFuzzer keeps the input.
 */
#pragma once

#include "core/base/error.h"
#include "core/base/errorsentences.h"

#include <cstdio>
#include <cstdlib>

namespace tests::fuzz {

/** @param what  as a sentence: what was promised */
inline void promise(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

inline void promiseSentence(const QString &code, const QStringList &args)
{
    const char *sentence = core::errorSentence(code, args);
    promise(sentence != nullptr, "every error has a sentence");
    for (int i = 1; i <= 9; ++i) {
        const bool asks = QString::fromUtf8(sentence).contains(u'%' + QString::number(i));
        promise(!asks || args.size() >= i, "an error brings the arguments of its sentence");
    }
}

/** Input that was refused: somebody is to blame, and it can be said in words. */
inline void promiseRefusal(const core::Error &error)
{
    promise(error.kind == core::ErrorKind::InvalidInput, "input that cannot be used is InvalidInput");
    promise(!error.fields.isEmpty() || !error.code.isEmpty(), "an error says what is wrong");
    if (!error.code.isEmpty())
        promiseSentence(error.code, error.args);
    for (const core::FieldError &field : error.fields)
        promiseSentence(field.code, field.args);
}

} // namespace tests::fuzz
