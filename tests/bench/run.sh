#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# run.sh [--json FILE] [--postgresql URL] [NAME...]: builds what operators get, takes the measures (all without a name), prints
# them as a table. URL names a database for scale_ms_postgresql, which is filled if nobody is in it (5.4 GB), and kept.
# Leave the machine alone meanwhile: ratios are taken within one run, but they share its processors with whatever else runs.
# run.sh --plans: explains every statement on the large workspace, as the test storage/statementplan does on a small one.
# HELIOGRAPH_LARGE_DATABASE=sqlite:FILE keeps the large workspace (2.5 GB, some minutes to make) for the next run of either;
# for --plans, it may also be postgresql://….
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
if [ "${1:-}" = --plans ]; then
    cd "$root"
    cmake --preset release -DHELIOGRAPH_TESTS=ON --log-level=WARNING # installer/run.sh leaves them out
    cmake --build --preset release --target storage_statementplan >&2
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    export HELIOGRAPH_LARGE_DATABASE=${HELIOGRAPH_LARGE_DATABASE:-sqlite:$folder/large.db}
    QTEST_FUNCTION_TIMEOUT=3600000 build/release/tests/storage_statementplan
    exit
fi
json=/dev/null
while [[ ${1:-} == --* ]]; do
    case $1 in
    --json) json=$2 ;;
    --postgresql) export HELIOGRAPH_LARGE_SERVER=$2 ;;
    *)
        echo "run.sh: there is no option $1" >&2
        exit 2
        ;;
    esac
    shift 2
done

cd "$root"
cmake --preset release -DHELIOGRAPH_TESTS=ON --log-level=WARNING # installer/run.sh leaves them out
cmake --build --preset release --target heliograph bench >&2

bench=build/release/tests/bench
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
status=0
names=("$@")
if ((${#names[@]} == 0)); then
    mapfile -t names < <("$bench" --list)
fi
for name in "${names[@]}"; do
    # Each in a process of its own: what one leaves in memory is not the next one's.
    $bench "$name" >>"$lines" || status=1
    tail -n 1 "$lines" >&2
done
python3 tests/bench/table.py "$json" <"$lines"
exit $status
