// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/tableframe.h"

#include "core/settings/desktopsettings.h"
#include "tests/ui/brackettranslator.h"
#include "tests/ui/taborder.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/emptystate.h"
#include "ui/models/pagedtablemodel.h"
#include "ui/tables/tableview.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

using core::Error;
using core::ErrorKind;
using ui::models::PagedTableModel;
using ui::tables::TableFrame;
using ui::tables::TableView;
using Count = PagedTableModel::Count;

namespace tests {

/** Has as many rows as the test says, and only then. */
class TableByHand final : public PagedTableModel
{
public:
    int reloads = 0;

    void load(Count state, int rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        setCount(state, rows);
        Q_EMIT loaded();
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    [[nodiscard]] QVariant data(const QModelIndex &, int) const override { return {}; }
    [[nodiscard]] int rowOf(qint64) const override { return -1; }
    void reload() override { ++reloads; }
    void refresh() override {}

protected:
    [[nodiscard]] std::span<const ColumnDoc> columnDocs() const override
    {
        static constexpr ColumnDoc docs[] = {{"name", "Name", 100}};
        return docs;
    }
    void setOrder(const QString &, bool) override {}

private:
    int m_rows = 0;
};

class TableFrameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        settings.emplace(folder.filePath(QStringLiteral("heliograph.ini")));
        page = std::make_unique<QWidget>();
        model.emplace();
        auto *left = new QLineEdit;
        left->setObjectName(QStringLiteral("leftEdit"));
        table = new TableView(QStringLiteral("table"), *settings);
        panel = new QPushButton;
        panel->setObjectName(QStringLiteral("panelButton"));
        const ui::tables::TableWords words{
            .counted = [](int rows) { return QStringLiteral("%1 rows").arg(rows); },
            .moreThan = [](const QString &number) { return QStringLiteral("over %1 rows").arg(number); },
            .nothing = [this](ui::feedback::EmptyState &empty) { empty.setText(why, QStringLiteral("Wait.")); }};
        why = QStringLiteral("Nothing yet");
        frame = new TableFrame({left, table, panel}, &*model, words, page.get());
        frame->setCountName(QStringLiteral("countLabel"));
        frame->showState();
        page->show();
    }

    void cleanup()
    {
        page.reset(); // the view before its model
        model.reset();
        settings.reset();
    }

    void theNumberOfRowsIsNeverGuessed()
    {
        QCOMPARE(count(), QStringLiteral("Loading…"));
        model->load(Count::Partial, 200);
        QCOMPARE(count(), QStringLiteral("over 200 rows"));
        model->load(Count::Complete, 250);
        QCOMPARE(count(), QStringLiteral("250 rows"));
    }

    void theTableGivesWayOnlyWhenItIsKnownToBeEmpty()
    {
        QVERIFY(table->isVisible());
        model->load(Count::Partial, 0);
        QVERIFY(table->isVisible());
        model->load(Count::Complete, 0);
        QVERIFY(frame->empty().isVisible() && !table->isVisible());
        QCOMPARE(frame->empty().accessibleName(), QStringLiteral("Nothing yet"));
        model->load(Count::Complete, 3);
        QVERIFY(table->isVisible());
    }

    void whatCannotBeAskedShowsNeitherRowsNorANumber()
    {
        model->load(Count::Complete, 3);
        why = QStringLiteral("Nobody has this phone");
        frame->setUnaskable(true);
        QVERIFY(!table->isVisible());
        QCOMPARE(frame->empty().accessibleName(), why);
        QCOMPARE(count(), QString());
        frame->setUnaskable(false);
        QVERIFY(table->isVisible());
        QCOMPARE(count(), QStringLiteral("3 rows"));
    }

    void whatCannotBeReadIsToldAndTriedAgain()
    {
        fail();
        QVERIFY(frame->banner().isVisible());
        QVERIFY2(frame->banner().text().startsWith(u"The disk is full"), qPrintable(frame->banner().text()));
        auto *again = page->findChild<QPushButton *>(QStringLiteral("bannerActionButton"));
        QCOMPARE(again->text(), QStringLiteral("Try again"));
        again->click();
        QCOMPARE(model->reloads, 1);
        model->load(Count::Complete, 3);
        QVERIFY(!frame->banner().isVisible());
    }

    void whatOthersTellStaysWhenRowsCome()
    {
        frame->banner().tell(ui::feedback::Banner::Kind::Info, QStringLiteral("The export is done."));
        model->load(Count::Complete, 3);
        QVERIFY(frame->banner().isVisible());
        QCOMPARE(frame->banner().text(), QStringLiteral("The export is done."));
    }

    void tabsGoFromTheFiltersOverTheTableToTheDetails()
    {
        QCOMPARE(tabStops(frame, page.get()),
                 (QStringList{QStringLiteral("leftEdit"), QStringLiteral("table"), QStringLiteral("panelButton")}));
    }

    void aPageMayHaveATableAndNothingElse()
    {
        QWidget bare;
        TableByHand rows;
        auto *alone = new TableView(QStringLiteral("alone"), *settings, &bare);
        const ui::tables::TableWords words{.counted = [](int) { return QString(); },
                                           .moreThan = [](const QString &) { return QString(); },
                                           .nothing = [](ui::feedback::EmptyState &) {}};
        const auto made = std::make_unique<TableFrame>(ui::tables::TableParts{nullptr, alone, nullptr}, &rows, words, &bare);
        bare.show();
        rows.load(Count::Complete, 2);
        QVERIFY(alone->isVisible());
    }

    void speaksTheLanguageOfTheMoment()
    {
        BracketTranslator translator;
        translator.speak();
        frame->showState();
        QCOMPARE(count(), QStringLiteral("[Loading…]"));
    }

private:
    void fail() { Q_EMIT model->failed(Error::make(ErrorKind::Unavailable, "database.full")); }
    QString count() const { return page->findChild<QLabel *>(QStringLiteral("countLabel"))->text(); }

    QTemporaryDir folder;
    std::optional<core::settings::DesktopSettings> settings;
    std::unique_ptr<QWidget> page;
    std::optional<TableByHand> model;
    TableView *table = nullptr;
    QPushButton *panel = nullptr;
    TableFrame *frame = nullptr;
    QString why;
};

} // namespace tests

QTEST_MAIN(tests::TableFrameTest)
#include "tableframetest.moc"
