#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: run.sh [ARGUMENTS…]
# Installs what is missing, builds, and runs `heliograph ARGUMENTS`; without arguments `heliograph demo`.
# Ends with heliograph's exit code. Standard output is heliograph's alone.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
binaries=$here/../build/release

"$here/setup.sh" run >&2
if [[ -f $binaries/build.ninja ]]; then
    "$here/build.sh" release >&2
else
    "$here/build.sh" release -DHELIOGRAPH_TESTS=OFF >&2
fi

# A bare system has no locale at all; texts are UTF-8.
if [[ -z ${LC_ALL:-}${LC_CTYPE:-}${LANG:-} ]]; then
    export LANG=C.UTF-8
fi
if (($# == 0)); then
    set -- demo
fi
exec "$binaries/app/heliograph" "$@"
