#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: tidy.sh [FILE.cpp…]
# Runs clang-tidy over the files (all product code by default; that takes long). It gets a build folder of its own that is
# configured and never built, since it cannot read the compiler's precompiled headers.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
if [[ ! -f build/tidy/compile_commands.json ]]; then
    cmake --preset dev -B build/tidy -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DHELIOGRAPH_TESTS=OFF --log-level=WARNING
fi
if (($# == 0)); then
    mapfile -t files < <(find core ui app -name '*.cpp' | sort)
    set -- "${files[@]}"
fi
printf '%s\0' "$@" | xargs -0 -n 1 -P "$(nproc)" clang-tidy --quiet -p build/tidy --extra-arg=-Wno-unknown-warning-option
