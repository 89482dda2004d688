// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/openfiles.h"

#include <QtTest>
#include <sys/resource.h>

namespace tests {

class OpenFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asManyFilesMayBeOpenAsTheSystemAllows()
    {
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
        const rlim_t most = limit.rlim_max;
        limit.rlim_cur = std::min<rlim_t>(most, 256);
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &limit), 0);
        app::raiseOpenFileLimit();
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
        QCOMPARE(quint64{limit.rlim_cur}, quint64{most});
        QCOMPARE(quint64{limit.rlim_max}, quint64{most});
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::OpenFilesTest)
#include "openfilestest.moc"
