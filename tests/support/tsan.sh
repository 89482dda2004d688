#!/bin/sh
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# tsan.sh [TEST...]: builds tests with the thread sanitizer and runs them; without names those of the engine on its threads.
# Qt is not instrumented. What it does inside is left out (ignore_noninstrumented_modules); that one thread's event comes
# after what another did before posting it is seen by the descriptor that wakes the event loop, so it has to be Qt's own loop
# (QT_NO_GLIB). Nothing is suppressed. Tests that wait by Qt::BlockingQueuedConnection or spy on another thread's signals
# are told wrongly: those waits lie inside Qt.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
tests=${*:-e2e_engine e2e_enginelimits e2e_enginesilence}

cd "$root"
[ -f build/tsan/build.ninja ] || cmake --preset tsan
for test in $tests; do
    cmake --build --preset tsan --target "$test"
done
export QT_NO_GLIB=1 QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 TZ=Europe/Moscow
export TSAN_OPTIONS="ignore_noninstrumented_modules=1 history_size=4 exitcode=66"
status=0
for test in $tests; do
    build/tsan/tests/"$test" || status=$?
done
exit $status
