// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What goes in comes out again, for values drawn at random from fixed seeds.

#include "core/domain/audiencefilter.h"
#include "core/domain/messagetemplate.h"
#include "core/domain/page.h"
#include "core/domain/phonenumber.h"
#include "core/domain/smslength.h"
#include "core/domain/tags.h"

#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace core::domain;

namespace tests {

namespace {

constexpr int rounds = 2000;

/** Up to `maxLength` characters of `alphabet`. */
QString drawn(QRandomGenerator &random, const QStringList &alphabet, int maxLength)
{
    QString text;
    for (int length = random.bounded(maxLength + 1); length > 0; --length)
        text += alphabet[random.bounded(int(alphabet.size()))];
    return text;
}

/** The number with blanks and signs between its digits, and an own way to begin. */
QString written(QRandomGenerator &random, const QString &digits)
{
    static const QStringList between{u""_qs,  u""_qs,       u" "_qs,      u"-"_qs,  u"("_qs,
                                     u")"_qs, u"\u00a0"_qs, u"\u202f"_qs, u" - "_qs};
    static const QStringList begins{u"7"_qs, u"+7"_qs, u"8"_qs, u" +7 "_qs, u"'8"_qs, u"'+7"_qs};
    QString text = begins[random.bounded(int(begins.size()))];
    for (const QChar digit : digits)
        text += between[random.bounded(int(between.size()))] + digit;
    return text + (random.bounded(5) == 0 ? u".0"_qs : QString());
}

QString escaped(QString literal)
{
    return literal.replace(u'{', QLatin1String("{{")).replace(u'}', QLatin1String("}}"));
}

/** Parts counted backwards from the definition: the fewest cuts, found by trying every first part. */
int fewestParts(const QList<int> &units, int perPart)
{
    QList<int> best(units.size() + 1, int(units.size()) + 1);
    best[units.size()] = 0;
    for (qsizetype from = units.size() - 1; from >= 0; --from) {
        int used = 0;
        for (qsizetype to = from; to < units.size() && used + units[to] <= perPart; ++to) {
            used += units[to];
            best[from] = std::min(best[from], 1 + best[to + 1]);
        }
    }
    return best[0];
}

} // namespace

class RoundTripsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPhoneIsReadHoweverItIsWritten()
    {
        QRandomGenerator random(20240301);
        for (int i = 0; i < rounds; ++i) {
            const qint64 number = 70'000'000'000 + random.bounded(10'000'000'000LL);
            const QString digits = QString::number(number).mid(1);
            const QString text = written(random, digits);
            const auto phone = PhoneNumber::parse(text);
            QVERIFY2(phone, qPrintable(text));
            QCOMPARE(phone->number(), number);
            QCOMPARE(*PhoneNumber::parse(phone->text()), *phone);
            QCOMPARE(*PhoneNumber::parse(phone->formatted()), *phone);
            QCOMPARE(phone->operatorCode(), digits.left(3));
            const QString scientific = u"7.%1E+10"_qs.arg(digits);
            QCOMPARE(*PhoneNumber::parse(scientific), *phone);
        }
    }

    void whateverIsTakenForAPhoneIsOne()
    {
        static const QStringList alphabet{u"7"_qs, u"8"_qs, u"9"_qs, u"0"_qs, u"1"_qs, u"+"_qs, u"-"_qs, u" "_qs,
                                          u"("_qs, u"."_qs, u"E"_qs, u"e"_qs, u"'"_qs, u","_qs, u"٣"_qs, u"я"_qs};
        QRandomGenerator random(7);
        for (int i = 0; i < 20 * rounds; ++i) {
            const QString text = drawn(random, alphabet, 16);
            const auto phone = PhoneNumber::parse(text);
            if (!phone) {
                QCOMPARE(phone.error().fields.size(), 1);
                QVERIFY(phone.error().fields[0].code.startsWith(u"phone:"));
                continue;
            }
            QVERIFY2(phone->number() >= 70'000'000'000 && phone->number() <= 79'999'999'999, qPrintable(text));
            const auto digits = std::count_if(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
            QVERIFY2(digits >= 10, qPrintable(text)); // no digit is made up
        }
    }

    void aTextWithoutFieldsGoesOutAsItIs()
    {
        static const QStringList alphabet{u"{"_qs, u"}"_qs, u"|"_qs, u"a"_qs, u"я"_qs, u" "_qs, u"😀"_qs, u"\n"_qs};
        QRandomGenerator random(11);
        for (int i = 0; i < rounds; ++i) {
            const QString literal = drawn(random, alphabet, 30);
            const auto parsed = MessageTemplate::parse(escaped(literal));
            QVERIFY2(parsed, qPrintable(literal));
            QVERIFY(parsed->isStatic());
            QCOMPARE(parsed->render({}, {}, {}), literal);
        }
    }

    void everyFieldIsFilledInItsPlace()
    {
        static const QStringList alphabet{u"{"_qs, u"}"_qs, u"x"_qs, u"ю"_qs, u" "_qs, u"€"_qs};
        static const QStringList keys{u"name"_qs, u"город"_qs, u"a_1"_qs, u"phone"_qs, u"operator_code"_qs};
        QRandomGenerator random(13);
        const PhoneNumber phone = PhoneNumber::fromNumber(79990000001);
        for (int i = 0; i < rounds; ++i) {
            Attributes attributes;
            for (const QString &key : keys.mid(0, 3)) {
                if (random.bounded(2))
                    attributes.insert(key, drawn(random, {u"v"_qs, u"{"_qs, u" "_qs}, 3));
            }
            QString text;
            QString expected;
            QString lacking;
            for (int part = random.bounded(6); part > 0; --part) {
                const QString literal = drawn(random, alphabet, 5);
                const QString key = keys[random.bounded(int(keys.size()))];
                const bool hasFallback = random.bounded(2) != 0;
                const QString fallback = drawn(random, {u"f"_qs, u"|"_qs, u" "_qs}, 3);
                const QString value = key == u"phone"           ? phone.text()
                                      : key == u"operator_code" ? u"999"_qs
                                                                : attributes.value(key);
                text += escaped(literal) + u'{' + key.toUpper() + (hasFallback ? u'|' + fallback : QString()) + u'}';
                const bool lacks = value.trimmed().isEmpty();
                expected += literal + (lacks ? (hasFallback ? fallback : QString()) : value);
                if (lacks && !hasFallback && lacking.isEmpty())
                    lacking = key;
            }
            const auto parsed = MessageTemplate::parse(text);
            QVERIFY2(parsed, qPrintable(text));
            QCOMPARE(parsed->render(attributes, phone, u"999"_qs), expected);
            QCOMPARE(parsed->missingKey(attributes), lacking);
            for (const MessageTemplate::Field &field : parsed->fields()) {
                const QString written = text.mid(field.position, field.length);
                QVERIFY(written.startsWith(u'{' + field.key.toUpper()) && written.endsWith(u'}'));
            }
        }
    }

    void aCursorComesBackAsItWas()
    {
        static const QStringList alphabet{u":"_qs, u"a"_qs, u"я"_qs, u"😀"_qs, u"="_qs, u"/"_qs, u"+"_qs, u"\n"_qs, u"1"_qs};
        QRandomGenerator random(17);
        for (int i = 0; i < rounds; ++i) {
            const PageKey key{drawn(random, alphabet, 20), 1 + qint64(random.generate64() >> 2)};
            const QString cursor = encodedCursor(key);
            const auto decoded = decodedCursor(cursor);
            QVERIFY2(decoded, qPrintable(cursor));
            QCOMPARE(decoded->id, key.id);
            QCOMPARE(decoded->sortValue, key.sortValue);
            QVERIFY(std::all_of(cursor.begin(), cursor.end(), [](QChar c) { // goes into an address as it is
                return c.isLetterOrNumber() || c == u'-' || c == u'_';
            }));
        }
    }

    void partsArePackedAsTightlyAsPairsAllow()
    {
        QRandomGenerator random(19);
        for (int i = 0; i < rounds / 10; ++i) {
            const bool gsm = random.bounded(2) != 0;
            QString text;
            QList<int> units;
            for (int length = random.bounded(1, 400); length > 0; --length) {
                const bool wide = random.bounded(6) == 0;
                text += gsm ? (wide ? u"€"_qs : u"a"_qs) : wide ? u"😀"_qs : u"я"_qs;
                units.append(wide ? 2 : 1);
            }
            if (!gsm && !text.contains(u'я'))
                text[0] = u'я', units[0] = 1;
            const SmsLength length = smsLength(text);
            int total = 0;
            for (const int unit : std::as_const(units))
                total += unit;
            QCOMPARE(length.units, total);
            QCOMPARE(length.parts, total <= (gsm ? 160 : 70) ? 1 : fewestParts(units, gsm ? 153 : 67));
        }
    }

    void foldingIsTheSameForAllWaysToWriteALabel()
    {
        static const QStringList alphabet{u"ß"_qs, u"Ё"_qs, u"İ"_qs, u"ǆ"_qs, u"ﬃ"_qs, u"Σ"_qs, u"a"_qs, u"Ж"_qs, u"ΐ"_qs};
        QRandomGenerator random(23);
        for (int i = 0; i < rounds; ++i) {
            const QString label = drawn(random, alphabet, 6);
            const QString folded = foldedTag(label);
            QCOMPARE(foldedTag(folded), folded);
            QCOMPARE(foldedTag(label.toCaseFolded()), folded);
            if (!label.contains(u'İ') && !label.contains(u'ǆ'))
                QCOMPARE(foldedTag(label.toUpper()), folded);
        }
    }

    void filtersAreTheSameInAnyOrderAndCase()
    {
        static const QStringList labels{u"a"_qs, u"b,c"_qs, u"Ж"_qs, u"x;any=y"_qs, u"\\"_qs, u"b"_qs, u"c"_qs};
        QRandomGenerator random(29);
        for (int i = 0; i < rounds; ++i) {
            AudienceFilter one;
            for (const QString &label : labels) {
                if (random.bounded(3) == 0)
                    one.tags.append(label);
                if (random.bounded(3) == 0)
                    one.excludedTags.append(label);
            }
            AudienceFilter other = one;
            std::shuffle(other.tags.begin(), other.tags.end(), random);
            for (QString &label : other.tags)
                label = label.toUpper();
            QVERIFY(one.isSameAs(other));
            other.tags.append(u"another"_qs);
            QVERIFY(!one.isSameAs(other));
            // What one filter lists, the other leaves out: never the same audience unless both list nothing.
            other = one;
            std::swap(other.tags, other.excludedTags);
            QCOMPARE(one.isSameAs(other), QSet<QString>(one.tags.begin(), one.tags.end()) ==
                                              QSet<QString>(one.excludedTags.begin(), one.excludedTags.end()));
        }
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::RoundTripsTest)
#include "roundtripstest.moc"
