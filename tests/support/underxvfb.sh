#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: underxvfb.sh TEST…
# Runs a GUI test on a display of its own, with a window manager that gives windows the focus.
set -euo pipefail

folder=$(mktemp -d)
server=
manager=
finish() {
    [[ -z $manager ]] || kill "$manager" 2>/dev/null || true
    [[ -z $server ]] || kill "$server" 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT

# The server chooses a free number and says it once it is ready: nothing to wait for, nothing to collide with.
mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$folder/display" 2>"$folder/xvfb.log" &
server=$!
if ! read -r number <"$folder/display"; then
    cat "$folder/xvfb.log" >&2
    exit 1
fi
export DISPLAY=:$number
# And no session bus: that of a desktop which happens to run would be asked, and libdbus leaks while it looks for one.
export DBUS_SESSION_BUS_ADDRESS=unix:path=$folder/bus

# A window that is shown before its manager is there is never made active: wait until the manager says that it runs.
mkfifo "$folder/managed"
printf '#!/bin/sh\necho ready >%s\n' "$folder/managed" >"$folder/started"
chmod +x "$folder/started"
openbox --sm-disable --startup "$folder/started" 2>/dev/null &
manager=$!
exec 4<>"$folder/managed"
if ! read -r -t 20 -u 4 _; then
    echo "the window manager does not start" >&2
    exit 1
fi

QT_QPA_PLATFORM=xcb "$@"
