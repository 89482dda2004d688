// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/announcement.h"

#include <QtTest>

namespace tests {

using core::interfaces::Change;
using core::interfaces::Changes;
using core::storage::Announcement;

class AnnouncementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote()
    {
        const Announcement said{Announcement::ownProcess(), Changes(Change::Clients) | Change::Events};
        QCOMPARE(Announcement::parse(said.text()), said);
    }

    void keepsItsNameForTheWholeProcess()
    {
        QVERIFY(!Announcement::ownProcess().isEmpty());
        QCOMPARE(Announcement::ownProcess(), Announcement::ownProcess());
    }

    void readsNothingElse()
    {
        for (const QString &text : {QString(), u"x"_qs, u" 3"_qs, u"a "_qs, u"a b"_qs, u"a 3 4"_qs})
            QVERIFY2(!Announcement::parse(text), qPrintable(text));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::AnnouncementTest)
#include "announcementtest.moc"
