#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: setup.sh [run|test|lint|fuzz]…
# Installs the Debian packages of the groups (packages.txt; all but fuzz by default) that are missing. As root or with sudo;
# when nothing is missing it needs neither, nor the network.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
groups=" ${*:-run test lint} "

wanted=()
more=()
while read -r package group _; do
    if [[ $groups == *" $group "* ]]; then
        wanted+=("$package")
    elif [[ $group == more ]]; then
        more+=("$package")
    fi
done < <(grep -E '^[a-z]' "$here/packages.txt")
if ((${#wanted[@]} == 0)); then
    echo "setup.sh: no such group:$groups(run, test, lint and fuzz exist)" >&2
    exit 2
fi

if ! command -v apt-get >/dev/null; then
    echo "setup.sh: this system has no apt-get. Install the counterparts of installer/packages.txt by hand," >&2
    echo "          then build with installer/build.sh." >&2
    exit 1
fi

installed=$(dpkg-query -W -f='${db:Status-Abbrev} ${Package}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/^.i  *//p' || true)
missing=()
for package in "${wanted[@]}"; do
    grep -qxF "$package" <<<"$installed" || missing+=("$package")
done
if ((${#missing[@]} == 0)); then
    exit 0
fi

as_root=()
if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
        echo "setup.sh: ${#missing[@]} packages are missing, and installing them takes root or sudo. As root:" >&2
        echo "          apt-get update && apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi

# env, because sudo does not hand the environment on.
apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@"
}

missing+=("${more[@]}")
echo "setup.sh: installing ${missing[*]}" >&2
apt-cache show "${missing[@]}" >/dev/null 2>&1 || apt update
# Lists that are known but old name versions that are gone.
apt install -y --no-install-recommends "${missing[@]}" || {
    apt update
    apt install -y --no-install-recommends "${missing[@]}"
}
