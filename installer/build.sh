#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: build.sh PRESET [CMAKE_OPTION…]
# Configures (the first time) and builds a preset of CMakePresets.json in build/PRESET.
set -euo pipefail

if (($# == 0)); then
    echo "usage: build.sh dev|release|asan|coverage [CMAKE_OPTION…]" >&2
    exit 2
fi
preset=$1
shift

cd "$(dirname "${BASH_SOURCE[0]}")/.."
if (($# > 0)) || [[ ! -f build/$preset/build.ninja ]]; then
    cmake --preset "$preset" --log-level=WARNING "$@"
fi
cmake --build --preset "$preset" --parallel "$(nproc)"
