#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: postgres.sh start FOLDER [--copy FILE]… [OPTION…]   a new PostgreSQL server of its own; FOLDER/url says where it is
#        postgres.sh up|down FOLDER                          the same server, begun again or ended at once
#        postgres.sh stop FOLDER                             ends it, and nothing is left of it
# FILE: goes into the folder of the data, for the server's eyes only. OPTION: a line of postgresql.conf. The data lie below /tmp, where a socket's name is short enough. PostgreSQL refuses to run
# as root: root takes the user that came with the package.
set -euo pipefail

action=$1
folder=$2
shift 2

bin=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
[[ -n $bin ]] || bin=$(dirname "$(command -v initdb || echo /nowhere/initdb)")
if [[ ! -x $bin/initdb ]]; then
    echo "postgres.sh: there is no PostgreSQL. Install the package postgresql." >&2
    exit 1
fi
as_user=()
if ((EUID == 0)); then
    as_user=(runuser -u postgres --)
fi
control() {
    (cd / && "${as_user[@]}" "$bin/pg_ctl" -D "$place/data" -s -w -t 60 "$@")
}

if [[ $action == start ]]; then
    if [[ -e $folder/place ]]; then
        "$0" stop "$folder"
    fi
    mkdir -p "$folder"
    place=$(mktemp -d /tmp/heliograph-postgres-XXXXXX)
    if ((EUID == 0)); then
        chown postgres "$place"
    fi
    echo "$place" >"$folder/place"
    (cd / && "${as_user[@]}" "$bin/initdb" -D "$place/data" -E UTF8 --locale=C.UTF-8 -A trust -U heliograph -N >/dev/null)
    while [[ ${1:-} == --copy ]]; do
        name=$(basename "$2")
        "${as_user[@]}" tee "$place/data/$name" <"$2" >/dev/null
        "${as_user[@]}" chmod 600 "$place/data/$name"
        shift 2
    done
    {
        echo "unix_socket_directories = '$place'"
        echo "listen_addresses = ''"
        echo "max_connections = 200"
        echo "log_min_messages = fatal"
        printf '%s\n' "$@"
    } | "${as_user[@]}" tee -a "$place/data/postgresql.conf" >/dev/null
    echo "postgresql://heliograph@/postgres?host=$place" >"$folder/url"
else
    [[ -e $folder/place ]] || exit 0
    place=$(cat "$folder/place")
fi

case $action in
start | up) control -l "$place/log" start ;;
down) control -m immediate stop ;;
stop)
    control -m immediate stop || true
    rm -rf "$place" "$folder"
    ;;
*)
    echo "postgres.sh: start, up, down or stop, not $action" >&2
    exit 2
    ;;
esac
