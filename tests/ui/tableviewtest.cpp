// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/tableview.h"
#include "tests/support/builders.h"
#include "tests/ui/uifixture.h"
#include "ui/models/clienttablemodel.h"
#include "ui/models/eventtablemodel.h"

#include <QHeaderView>
#include <QMenu>
#include <QtTest>

using ui::models::ClientTableModel;
using ui::tables::TableView;

namespace tests {

class TableViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        fake.emplace();
        model.emplace(fake->ui.clients);
        open();
    }

    void cleanup()
    {
        view.reset();
        model.reset();
        fake.reset();
    }

    void loadsWhatIsSeenAndNotMore()
    {
        for (int number = 1; number <= 1000; ++number)
            QVERIFY(fake->workspace.clients.insert(ClientBuilder().phone(number)));
        model->reload();
        QTRY_COMPARE(model->rowCount(), 100);
        view->scrollToBottom();
        QTRY_COMPARE(model->rowCount(), 400);
    }

    void remembersTheChosenColumns()
    {
        QVERIFY(view->isColumnHidden(ClientTableModel::Consent));
        QMenu menu;
        view->fillColumnMenu(&menu);
        const auto actions = menu.actions();
        for (QAction *action : actions) {
            if (action->text() == u"Consent" || action->text() == u"Code")
                action->toggle();
        }
        QVERIFY(!view->isColumnHidden(ClientTableModel::Consent));
        QVERIFY(view->isColumnHidden(ClientTableModel::OperatorCode));
        open();
        QVERIFY(!view->isColumnHidden(ClientTableModel::Consent));
        QVERIFY(view->isColumnHidden(ClientTableModel::OperatorCode));
    }

    void aNewFieldDoesNotShiftTheOtherColumns()
    {
        view->setColumnWidth(ClientTableModel::Tags, 233);
        view->hide();
        model->setAttributeKeys({QStringLiteral("city")});
        open();
        QCOMPARE(view->columnWidth(ClientTableModel::Tags), 233);
        QVERIFY(view->isColumnHidden(ClientTableModel::FirstAttribute));
    }

    void aClickOnTheHeaderSorts()
    {
        QVERIFY(fake->workspace.clients.insert(ClientBuilder().phone(2)));
        QVERIFY(fake->workspace.clients.insert(ClientBuilder().phone(1)));
        model->reload();
        QTRY_COMPARE(model->rowCount(), 2);
        QApplication::setDoubleClickInterval(0); // two clicks are two clicks
        const QHeaderView *header = view->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(header->sectionViewportPosition(0) + 20, 10));
        const auto firstIs = [this](int number) {
            return model->rowCount() == 2 && model->row(0).phone == phoneNumber(number);
        };
        QTRY_VERIFY(firstIs(1));
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(header->sectionViewportPosition(0) + 20, 10));
        QTRY_VERIFY(firstIs(2));
    }

    void enterOpensTheRow()
    {
        QVERIFY(fake->workspace.clients.insert(ClientBuilder().phone(1)));
        model->reload();
        QTRY_COMPARE(model->rowCount(), 1);
        QSignalSpy opened(&*view, &TableView::opened);
        view->selectRow(0);
        QTest::keyClick(&*view, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toLongLong(), model->row(0).id.value);
    }

    void aLinkIsFollowedByAClick()
    {
        ui::models::EventTableModel events(fake->ui.history, fake->ui.clock);
        const auto mailing = fake->workspace.mailings.insert(aMailing());
        QVERIFY(fake->workspace.events.append({.action = QStringLiteral("mailing.edit"), .mailing = *mailing}));
        view->setModel(&events);
        events.reload();
        QTRY_COMPARE(events.rowCount(), 1);
        QSignalSpy clicked(&*view, &TableView::linkClicked);
        const auto click = [&](int column) {
            const QPoint cell = view->visualRect(events.index(0, column)).center();
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, cell);
        };
        click(ui::models::EventTableModel::Action);
        QCOMPARE(clicked.size(), 0);
        click(ui::models::EventTableModel::About);
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked[0][0].toLongLong(), events.row(0).id.value);
        view.reset(); // before its model
    }

private:
    void open()
    {
        view.emplace(QStringLiteral("clientsTable"), fake->ui.settings);
        view->resize(700, 400);
        view->setModel(&*model);
        view->show();
    }

    std::optional<FakeUi> fake;
    std::optional<ClientTableModel> model;
    std::optional<TableView> view;
};

} // namespace tests

QTEST_MAIN(tests::TableViewTest)
#include "tableviewtest.moc"
