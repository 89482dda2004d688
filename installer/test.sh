#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: test.sh [PRESET [CTEST_OPTION…]]
# Installs what is missing, builds the preset (dev) and runs every test: GUI tests offscreen and once more under Xvfb.
# Ends with ctest's summary and its exit code.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
preset=${1:-dev}
shift || true

"$here/setup.sh" run test
"$here/build.sh" "$preset"

# No test sees the home, the settings, the keyring or the screen of whoever runs it.
sandbox=$(mktemp -d)
trap 'rm -rf "$sandbox"' EXIT
for name in HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME XDG_RUNTIME_DIR; do
    mkdir -m 700 "$sandbox/$name"
    export "$name=$sandbox/$name"
done
unset DISPLAY WAYLAND_DISPLAY XDG_CURRENT_DESKTOP
# Unset, the library of the bus would ask the display for one, or start one.
export DBUS_SESSION_BUS_ADDRESS=disabled:
unset "${!HELIOGRAPH_@}"

cd "$here/.."
ctest --preset "$preset" --parallel "$(nproc)" "$@"
