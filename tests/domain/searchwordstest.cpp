// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/searchwords.h"
#include "tests/support/builders.h"

#include <QTest>

using namespace core::domain;

namespace tests {

class SearchWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsTextsIntoFoldedWords()
    {
        QCOMPARE(wordsOf(u"Санкт-Петербург, ул. Ленина/5"_qs),
                 (QStringList{u"санкт"_qs, u"петербург"_qs, u"ул"_qs, u"ленина"_qs, u"5"_qs}));
        QCOMPARE(wordsOf(u" — "_qs), QStringList());
        QCOMPARE(wordsOf(QString(100, u'я')), QStringList{QString(64, u'я')});
    }

    void keepsLettersOutsideOfTheFirstPlaneWhole() { QCOMPARE(wordsOf(u"𝒜b c"_qs), (QStringList{u"𝒜b"_qs, u"c"_qs})); }

    void namesEachWordOfTagsAndAttributesOnce()
    {
        const Attributes attributes{{u"city"_qs, u"Нижний Новгород"_qs}, {u"name"_qs, u"Анна VIP"_qs}};
        QStringList words = searchWords({u"vip"_qs, u"Новгород, центр"_qs}, attributes);
        words.sort();
        QCOMPARE(words, (QStringList{u"vip"_qs, u"анна"_qs, u"нижний"_qs, u"новгород"_qs, u"центр"_qs}));
    }

    void findsNoneWhereThereIsNothing() { QCOMPARE(searchWords({}, {{u"name"_qs, QString()}}), QStringList()); }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::SearchWordsTest)
#include "searchwordstest.moc"
