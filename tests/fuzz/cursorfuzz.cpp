// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Cursors of pages: one that is taken is one that was given, letter by letter.

#include "core/domain/page.h"
#include "tests/fuzz/promise.h"

using namespace core::domain;
using tests::fuzz::promise;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto key = decodedCursor(text)) {
        promise(key->id > 0, "a cursor stands at a row");
        promise(encodedCursor(*key) == text, "a cursor that is taken is one that was given");
    }
    const PageKey key{text, 1 + static_cast<qint64>(size)};
    const auto again = decodedCursor(encodedCursor(key));
    promise(again && again->id == key.id && again->sortValue == key.sortValue, "a cursor that was given is taken");
    return 0;
}
