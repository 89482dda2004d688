// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/tokenmaker.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace tests {

class TokenMakerTest : public QObject
{
    Q_OBJECT

private:
    const core::secrets::TokenMaker m_maker;

private Q_SLOTS:
    void makesTextsOf256RandomBits()
    {
        static const QRegularExpression form(u"^[A-Za-z0-9_-]{43}$"_qs);
        QSet<QString> made;
        QByteArray seen(32, '\0');
        for (int i = 0; i < 200; ++i) {
            const auto token = m_maker.make();
            QVERIFY(token);
            QVERIFY2(form.match(*token).hasMatch(), qPrintable(*token));
            made.insert(*token);
            const QByteArray bytes = QByteArray::fromBase64(token->toLatin1(), QByteArray::Base64UrlEncoding);
            QCOMPARE(bytes.size(), 32);
            for (qsizetype byte = 0; byte < bytes.size(); ++byte)
                seen[byte] = static_cast<char>(seen[byte] | bytes[byte]);
        }
        QCOMPARE(made.size(), 200);
        QCOMPARE(seen, QByteArray(32, '\xff')); // every bit is drawn
    }

    void hashesBlake2b_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<QByteArray>("expected");
        // b2sum -l 256
        QTest::newRow("nothing") << QString()
                                 << QByteArray("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
        QTest::newRow("abc") << u"abc"_qs << QByteArray("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
        QTest::newRow("other letters") << u"токен"_qs
                                       << QByteArray("6f73dcd3b122200d035c97b747e3dcb5d3661d3dd0caba84c574004e447f1bf2");
    }

    void hashesBlake2b()
    {
        QFETCH(QString, token);
        QFETCH(QByteArray, expected);
        QCOMPARE(m_maker.hash(token).toHex(), expected);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::TokenMakerTest)
#include "tokenmakertest.moc"
