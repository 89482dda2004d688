// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/theme.h"
#include "ui/theme/statuscolours.h"

#include <QApplication>
#include <QtTest>
#include <cmath>

using namespace ui::theme;

namespace tests {

namespace {

/** Relative luminance as WCAG 2 defines it. */
double luminance(const QColor &colour)
{
    const auto channel = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a) + 0.05;
    const double two = luminance(b) + 0.05;
    return std::max(one, two) / std::min(one, two);
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textOnItsGroundIsReadable_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        const std::pair<const char *, const Colours *> tables[] = {{"light", &lightColours()}, {"dark", &darkColours()}};
        for (const auto &[name, table] : tables) {
            const auto row = [&](const char *what, const QColor &text, const QColor &ground) {
                QTest::addRow("%s: %s", name, what) << text << ground;
            };
            row("text on panel", table->text, table->panel);
            row("text on ground", table->text, table->ground);
            row("text on side bar", table->text, table->sideBar);
            row("text on selection", table->text, table->selection);
            row("text on chip", table->text, table->chip);
            row("text on hover", table->text, table->hover);
            row("dim on panel", table->dim, table->panel);
            row("dim on ground", table->dim, table->ground);
            row("dim on side bar", table->dim, table->sideBar);
            row("dim on hover", table->dim, table->hover);
            row("accent on panel", table->accent, table->panel);
            row("accent on ground", table->accent, table->ground);
            row("text of the filled button", table->onAccent, table->accent);
            row("problem on panel", table->problem, table->panel);
            row("problem on ground", table->problem, table->ground);
            row("text of a notice", table->text, table->infoGround);
            row("text of a warning", table->text, table->warningGround);
            row("text of an error", table->text, table->errorGround);
        }
    }

    void textOnItsGroundIsReadable()
    {
        QFETCH(const QColor, text);
        QFETCH(const QColor, ground);
        QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(QString::number(contrast(text, ground))));
    }

    void everyStatusHasAColourOfItsOwn()
    {
        for (const Colours *table : {&lightColours(), &darkColours()}) {
            const QPalette palette = paletteFrom(*table);
            QSet<QRgb> seen;
            for (const auto status : core::domain::allMessageStatuses)
                seen << statusColour(status, palette).rgb();
            QCOMPARE(seen.size(), qsizetype(core::domain::allMessageStatuses.size()));
        }
    }

    void greyStatusesAreToldApartByHatching()
    {
        using core::domain::MessageStatus;
        const QPalette palette = paletteFrom(lightColours());
        QCOMPARE(statusBrush(MessageStatus::Cancelled, palette).style(), Qt::BDiagPattern);
        QCOMPARE(statusBrush(MessageStatus::OptedOut, palette).style(), Qt::BDiagPattern);
        QCOMPARE(statusBrush(MessageStatus::Pending, palette).style(), Qt::SolidPattern);
    }

    void theStyleSheetKnowsAllItsColours()
    {
        const QString sheet = styleSheetFrom(lightColours());
        QVERIFY(!sheet.contains(QRegularExpression(QStringLiteral("\\{[a-zA-Z]+\\}"))));
        QVERIFY(sheet.contains(lightColours().accent.name()));
    }

    void switchesWhileTheProgramRuns()
    {
        Theme theme(*qApp);
        QWidget widget;
        widget.show();
        theme.apply(core::settings::Look::Dark);
        QVERIFY(isDark(widget.palette()));
        QCOMPARE(colours(widget.palette()).panel, darkColours().panel);
        theme.apply(core::settings::Look::Light);
        QVERIFY(!isDark(widget.palette()));
    }
};

} // namespace tests

QTEST_MAIN(tests::ThemeTest)
#include "themetest.moc"
