// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/builders.h"
#include "tests/ui/uifixture.h"
#include "ui/models/clienttablemodel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using core::domain::Client;
using ui::models::ClientTableModel;
using Count = ui::models::PagedTableModel::Count;

namespace tests {

class PagedRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        fake.emplace();
        model.emplace(fake->ui.clients);
        tester.emplace(&*model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        tester.reset();
        model.reset();
        fake.reset();
    }

    void loadsPageByPageUntilTheEnd()
    {
        tester.reset(); // it fetches more by itself
        add(1, 750);
        model->reload();
        QTRY_COMPARE(model->rowCount(), 100);
        QVERIFY(model->canFetchMore({}));
        model->fetchMore({});
        QTRY_COMPARE(model->rowCount(), 400);
        model->fetchMore({});
        QTRY_COMPARE(model->rowCount(), 700);
        model->fetchMore({});
        QTRY_COMPARE(model->rowCount(), 750);
        QVERIFY(!model->canFetchMore({}));
    }

    void saysHonestlyHowManyRowsThereAre()
    {
        add(1, 250);
        fake->workspace.executor.hold();
        model->reload();
        QCOMPARE(model->countState(), Count::Unknown);
        fake->workspace.executor.resume();
        QTRY_COMPARE(model->countState(), Count::Complete);
        QTRY_COMPARE(model->total(), 250);
    }

    void dropsTheAnswerToAnEarlierQuestion()
    {
        add(1, 3);
        fake->workspace.executor.hold();
        model->reload(); // everybody
        core::interfaces::ClientQuery query;
        query.phone = phoneNumber(2);
        model->setQuery(query);
        fake->workspace.executor.resume();
        QTRY_COMPARE(model->rowCount(), 1);
        QCOMPARE(model->row(0).phone, phoneNumber(2));
        QCOMPARE(model->total(), 1);
    }

    void aRefreshKeepsRowsInPlace()
    {
        add(1, 5);
        model->reload();
        QTRY_COMPARE(model->rowCount(), 5);
        const QPersistentModelIndex third = model->index(2, 0);
        const qint64 id = third.data(ClientTableModel::IdRole).toLongLong();
        add(6, 7); // newest first: they come above
        remove(model->row(4).id);
        model->refresh();
        QTRY_COMPARE(model->rowCount(), 6);
        QVERIFY(third.isValid());
        QCOMPARE(third.row(), 4);
        QCOMPARE(third.data(ClientTableModel::IdRole).toLongLong(), id);
    }

    void aRefreshTellsOnlyWhatChanged()
    {
        add(1, 5);
        model->reload();
        QTRY_COMPARE(model->rowCount(), 5);
        Client client = model->row(3);
        client.tags = {QStringLiteral("vip")};
        QVERIFY(fake->workspace.clients.update(client));
        QSignalSpy changed(&*model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&*model, &QAbstractItemModel::modelReset);
        model->refresh();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 3);
        QCOMPARE(changed[0][1].toModelIndex().row(), 3);
        QCOMPARE(reset.size(), 0);
    }

    void aRefreshFollowsRowsToTheirNewPlaces()
    {
        add(1, 4);
        model->sort(ClientTableModel::OperatorCode, Qt::AscendingOrder);
        QTRY_COMPARE(model->rowCount(), 4);
        const QPersistentModelIndex first = model->index(0, 0);
        Client client = model->row(0);
        client.operatorCode = QStringLiteral("999");
        for (int row = 1; row < 4; ++row) {
            Client other = model->row(row);
            other.operatorCode = QStringLiteral("901");
            QVERIFY(fake->workspace.clients.update(other));
        }
        QVERIFY(fake->workspace.clients.update(client));
        model->refresh();
        QTRY_COMPARE(first.row(), 3);
        QCOMPARE(model->row(3).id, client.id);
    }

    void keepsWhatIsShownWhenTheDatabaseFails()
    {
        add(1, 3);
        model->reload();
        QTRY_COMPARE(model->rowCount(), 3);
        QSignalSpy failed(&*model, &ui::models::PagedTableModel::failed);
        fake->workspace.executor.failReads(core::Error::make(core::ErrorKind::Unavailable, "database.unreadable"));
        model->refresh();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(model->rowCount(), 3);
    }

    void anEmptyDirectoryIsCompleteAtOnce()
    {
        model->reload();
        QTRY_COMPARE(model->countState(), Count::Complete);
        QCOMPARE(model->total(), 0);
        QVERIFY(!model->canFetchMore({}));
    }

private:
    void add(int from, int to)
    {
        for (int number = from; number <= to; ++number)
            QVERIFY(fake->workspace.clients.insert(ClientBuilder().phone(number)));
    }

    void remove(core::ClientId id) { QVERIFY(fake->workspace.clients.remove(id)); }

    std::optional<FakeUi> fake;
    std::optional<ClientTableModel> model;
    std::optional<QAbstractItemModelTester> tester;
};

} // namespace tests

QTEST_MAIN(tests::PagedRowsTest)
#include "pagedrowstest.moc"
