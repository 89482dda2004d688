#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: run.sh [SECONDS] [TARGET…]
# Builds the fuzz targets with clang (installer/setup.sh fuzz) in build/fuzz and lets each look for an input that breaks a
# promise, one after the other, SECONDS (60) each. What was learnt is kept in build/fuzz/corpus for the next time. Ends with
# 1 if something was found, and says where the input lies.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=60
if [[ ${1:-} =~ ^[0-9]+$ ]]; then
    seconds=$1
    shift
fi
targets=("$@")
if ((${#targets[@]} == 0)); then
    mapfile -t targets < <(find tests/fuzz -name '*fuzz.cpp' -printf '%f\n' | sed 's/fuzz\.cpp$//' | sort)
fi

if ! command -v clang++ >/dev/null; then
    echo "run.sh: needs clang: installer/setup.sh run fuzz" >&2
    exit 1
fi
[[ -f build/fuzz/build.ninja ]] || cmake --preset fuzz --log-level=WARNING
cmake --build --preset fuzz --target "${targets[@]/#/fuzz_}"

# A leak counts, and so does an input that takes ten seconds or a gigabyte.
export LC_ALL=C.UTF-8 TZ=Europe/Moscow
if [[ -d /dev/shm ]]; then
    export TMPDIR=/dev/shm # no disk has to be waited for
fi
found=()
for target in "${targets[@]}"; do
    corpus=build/fuzz/corpus/$target
    findings=build/fuzz/findings/$target
    mkdir -p "$corpus" "$findings"
    python3 tests/fuzz/seeds.py "$target" "$corpus"
    options=("-max_total_time=$seconds" -timeout=10 -rss_limit_mb=1024 "-artifact_prefix=$findings/" -print_final_stats=1)
    dictionary=tests/fuzz/dictionaries/${target/%*json/json}.dict
    [[ ! -f $dictionary ]] || options+=("-dict=$dictionary")
    log=build/fuzz/$target.log
    if "build/fuzz/tests/fuzz/fuzz_$target" "${options[@]}" "$corpus" 2>"$log"; then
        echo "$target: nothing found in $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs"
        continue
    fi
    found+=("$target")
    grep -E '^broken promise|^SUMMARY|ERROR: ' "$log" || tail -n 20 "$log"
    input=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)
    echo "$target: FOUND. Log: $log. Input: ${input:-none}"
    [[ -z $input ]] || echo "    once more: build/fuzz/tests/fuzz/fuzz_$target $input"
done
((${#found[@]} == 0))
