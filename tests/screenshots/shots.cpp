// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/screenshots/shots.h"

#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/movedialog.h"
#include "ui/editors/mailingfilter.h"
#include "ui/pages/page.h"
#include "ui/tray/trayicon.h"
#include "ui/workbench.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

namespace tests {

using core::settings::Language;
using core::settings::Look;

namespace {

constexpr int settlingRounds = 40; ///< an answer may lead to another question: counts, names of mailings, texts

core::interfaces::EngineSnapshot snapshot(bool busy)
{
    core::interfaces::EngineSnapshot taken{.dispatching = true};
    if (!busy)
        return taken;
    taken.rate = 412;
    for (int id = 1; id <= 3; ++id) {
        core::interfaces::GatewayActivity activity{
            .gateway = core::GatewayId{id}, .open = 12, .rate = id == 1 ? 300.0 : 0.0};
        if (id == 2)
            activity.state.breaker = core::domain::BreakerState::Attention;
        taken.gateways << activity;
    }
    return taken;
}

} // namespace

Shots::Shots(const QString &folder, const QString &only) : m_folder(folder), m_only(only), m_theme(*qApp), m_language(*qApp)
{}

void Shots::takeEmpty()
{
    StoredUi stored;
    everyLook(stored, QStringLiteral("empty"));
}

void Shots::takeBusy()
{
    StoredUi stored;
    fillExample(stored.ui, 3000);
    everyLook(stored, QStringLiteral("busy"));
}

void Shots::everyLook(StoredUi &stored, const QString &state)
{
    const std::pair<Look, QString> looks[] = {{Look::Light, QStringLiteral("light")}, {Look::Dark, QStringLiteral("dark")}};
    const std::pair<Language, QString> languages[] = {{Language::English, QStringLiteral("en")},
                                                      {Language::Russian, QStringLiteral("ru")}};
    m_executor = &stored.ui.executor;
    for (const auto &[look, lookName] : looks) {
        for (const auto &[language, languageName] : languages) {
            m_theme.apply(look);
            m_language.apply(language);
            ui::MainWindow window(stored.ui.context, m_theme, m_language);
            window.resize(1280, 800);
            window.show();
            Q_EMIT stored.ui.engine.snapshotTaken(snapshot(state == u"busy"));
            takePages(window, state, lookName + QLatin1Char('-') + languageName);
            if (state != u"busy")
                continue;
            takeTray(stored, window, lookName + QLatin1Char('-') + languageName);
            takeSignIn(stored, window, lookName + QLatin1Char('-') + languageName);
        }
    }
}

void Shots::takePages(ui::MainWindow &window, const QString &state, const QString &look)
{
    const std::pair<ui::PageId, QString> pages[] = {
        {ui::PageId::Overview, QStringLiteral("overview")}, {ui::PageId::Mailings, QStringLiteral("mailings")},
        {ui::PageId::Clients, QStringLiteral("clients")},   {ui::PageId::Messages, QStringLiteral("messages")},
        {ui::PageId::History, QStringLiteral("history")},   {ui::PageId::Settings, QStringLiteral("settings")}};
    for (const auto &[page, name] : pages) {
        const QString shot = QStringLiteral("%1-%2-%3").arg(name, state, look);
        if (!wants(shot) || !window.findChild<QWidget *>(name + QStringLiteral("PageButton")))
            continue;
        window.workbench()->showPage(page);
        settle();
        save(window, shot);
        if (window.height() > 800)
            qWarning("%s grew to %d", qPrintable(shot), window.height());
    }
    if (state != u"busy")
        return;
    takeMailings(window, look);
    takeClients(window, look);
    takeHistory(window, look);
    takeImport(window, look);
    takeSettings(window, look);
    takeMove(window, look);
}

void Shots::takeMailings(ui::MainWindow &window, const QString &look)
{
    const QString dashboard = QStringLiteral("mailing-dashboard-%1").arg(look);
    const QString editor = QStringLiteral("mailing-editor-%1").arg(look);
    const QString sheet = QStringLiteral("mailing-check-%1").arg(look);
    const QString paste = QStringLiteral("mailing-paste-%1").arg(look);
    const QString retry = QStringLiteral("mailing-retry-%1").arg(look);
    const QString test = QStringLiteral("mailing-test-%1").arg(look);
    if (!wants(dashboard) && !wants(editor) && !wants(sheet) && !wants(paste) && !wants(retry) && !wants(test))
        return;
    window.workbench()->showPage(ui::PageId::Mailings);
    settle();
    auto *table = window.findChild<QTableView *>(QStringLiteral("mailingsTable"));
    window.workbench()->showMailing(
        core::MailingId{table->model()->index(table->model()->rowCount() - 2, 0).data(Qt::UserRole).toLongLong()});
    settle();
    save(window, dashboard);
    takeDialog(window, "retryMailingButton", "retryDialog", retry);
    window.workbench()->newMailing();
    settle();
    window.findChild<QPlainTextEdit *>(QStringLiteral("mailingTextEdit"))
        ->setPlainText(
            QStringLiteral("Здравствуйте, {name|друг}! Только до воскресенья скидка 20 % на всё в магазинах города {city}. "
                           "Подробности: example.ru/sale"));
    auto *tags = window.findChild<QLineEdit *>(QStringLiteral("audienceTagsEdit"));
    for (const QString &tag : {QStringLiteral("vip"), QStringLiteral("новый")}) {
        tags->setText(tag);
        QTest::keyClick(tags, Qt::Key_Return);
    }
    auto *going = window.findChild<QLabel *>(QStringLiteral("doneAboutLabel"));
    if (!QTest::qWaitFor([going] { return going->isVisible(); }))
        qWarning("no forecast");
    settle();
    save(window, editor);
    takeDialog(window, "sendTestButton", "sendTestDialog", test);
    click(window, "pastePhonesButton");
    if (auto *dialog = window.findChild<QDialog *>(QStringLiteral("pastePhonesDialog"))) {
        dialog->findChild<QPlainTextEdit *>(QStringLiteral("pastedPhonesEdit"))
            ->setPlainText(QStringLiteral("8 (999) 000-00-01\n+7 999 000-00-02\n12\n7,95E+10"));
        click(*dialog, "addPhonesButton");
        const auto *told = dialog->findChild<QLabel *>(QStringLiteral("bannerTextLabel"));
        if (!QTest::qWaitFor([told] { return told->isVisible(); }))
            qWarning("the pasted phones are not told");
        save(*dialog, paste);
        dialog->reject();
    }
    click(window, "checkAndStartButton");
    if (auto *dialog = window.findChild<QDialog *>(QStringLiteral("checkSheetDialog"))) {
        settle();
        save(*dialog, sheet);
        dialog->reject();
    }
    window.workbench()->showPage(ui::PageId::Overview);
}

void Shots::takeClients(ui::MainWindow &window, const QString &look)
{
    const QString panel = QStringLiteral("clients-panel-%1").arg(look);
    const QString form = QStringLiteral("clients-form-%1").arg(look);
    const QString many = QStringLiteral("clients-many-%1").arg(look);
    const QString message = QStringLiteral("messages-panel-%1").arg(look);
    const QString range = QStringLiteral("messages-time-%1").arg(look);
    const QString filter = QStringLiteral("messages-mailing-%1").arg(look);
    if (!wants(panel) && !wants(form) && !wants(many) && !wants(message) && !wants(range) && !wants(filter))
        return;
    window.workbench()->showPage(ui::PageId::Clients);
    settle();
    auto *table = window.findChild<QTableView *>(QStringLiteral("clientsTable"));
    table->selectRow(2);
    settle();
    save(window, panel);
    click(window, "editClientButton");
    save(window, form);
    click(window, "cancelClientButton");
    table->selectRow(1);
    table->selectionModel()->select(table->model()->index(4, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    settle();
    save(window, many);
    table->clearSelection();
    window.workbench()->showPage(ui::PageId::Messages);
    settle();
    auto *messages = window.findChild<QTableView *>(QStringLiteral("messagesTable"));
    auto *status = window.findChild<QComboBox *>(QStringLiteral("statusFilterCombo"));
    status->setCurrentIndex(status->findData(static_cast<int>(core::domain::MessageStatus::Failed)));
    settle();
    messages->selectRow(3);
    settle();
    save(window, message);
    messages->clearSelection();
    status->setCurrentIndex(0);
    takeMailingFilter(window, filter);
    auto *time = window.findChild<QComboBox *>(QStringLiteral("timeFilterCombo"));
    time->setCurrentIndex(time->count() - 1);
    settle();
    save(window, range);
    time->setCurrentIndex(0);
}

void Shots::takeHistory(ui::MainWindow &window, const QString &look)
{
    const QString panel = QStringLiteral("history-panel-%1").arg(look);
    const QString whole = QStringLiteral("history-created-%1").arg(look);
    const QString nobody = QStringLiteral("history-nobody-%1").arg(look);
    if (!wants(panel) && !wants(whole) && !wants(nobody))
        return;
    window.workbench()->showPage(ui::PageId::History);
    settle();
    auto *table = window.findChild<QTableView *>(QStringLiteral("historyTable"));
    table->selectRow(0);
    settle();
    save(window, panel);
    table->selectRow(table->model()->rowCount() - 4); // a mailing was created: all of it is told
    settle();
    save(window, whole);
    auto *client = window.findChild<QLineEdit *>(QStringLiteral("clientFilterEdit"));
    client->setText(QStringLiteral("79990009999"));
    QTest::keyClick(client, Qt::Key_Return);
    settle();
    save(window, nobody);
    client->clear();
    QTest::keyClick(client, Qt::Key_Return);
    settle();
}

void Shots::takeMailingFilter(ui::MainWindow &window, const QString &name)
{
    auto *mailing = window.findChild<ui::editors::MailingFilter *>();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        qWarning("the window does not become active");
    mailing->setFocus();
    QTest::keyClicks(mailing, QStringLiteral("e"));
    if (QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }))
        save(*QApplication::activePopupWidget(), name + QStringLiteral("-list"));
    else
        qWarning("no mailings are offered");
    QTest::keyClick(mailing, Qt::Key_Return);
    settle();
    save(window, name);
    mailing->clear();
}

void Shots::takeImport(ui::MainWindow &window, const QString &look)
{
    const QString name = QStringLiteral("import-%1-%2");
    if (!wants(name.arg(QString(), look)) && !m_only.contains(u"import"))
        return;
    const QTemporaryDir folder;
    window.workbench()->importClients({});
    settle();
    auto *dialog = window.findChild<ui::dialogs::ImportDialog *>();
    save(*dialog, name.arg(QStringLiteral("1file"), look));
    dialog->setFile(exampleList(folder.path()));
    const auto *next = dialog->findChild<QPushButton *>(QStringLiteral("nextButton"));
    const auto ended = [next] { return next->isEnabled(); };
    if (!QTest::qWaitFor(ended))
        qWarning("the file is not read");
    settle();
    save(*dialog, name.arg(QStringLiteral("2columns"), look));
    click(*dialog, "nextButton");
    if (!QTest::qWaitFor(ended))
        qWarning("the check does not end");
    save(*dialog, name.arg(QStringLiteral("3check"), look));
    click(*dialog, "nextButton");
    if (!QTest::qWaitFor(ended))
        qWarning("the import does not end");
    save(*dialog, name.arg(QStringLiteral("4done"), look));
    click(*dialog, "undoImportButton");
    save(*dialog, name.arg(QStringLiteral("5undone"), look));
    dialog->accept();
    settle();
}

void Shots::takeSettings(ui::MainWindow &window, const QString &look)
{
    const QString form = QStringLiteral("settings-gateway-%1").arg(look);
    const QString user = QStringLiteral("settings-user-%1").arg(look);
    const QString token = QStringLiteral("settings-token-%1").arg(look);
    if (!wants(form) && !wants(user) && !wants(token))
        return;
    window.workbench()->showPage(ui::PageId::Settings);
    settle();
    click(window, "editGatewayButton_main");
    save(window, form);
    click(window, "cancelGatewayButton");
    click(window, "editUserButton_anna@example.org");
    save(window, user);
    click(window, "cancelUserButton");
    click(window, "addTokenButton");
    window.findChild<QLineEdit *>(QStringLiteral("tokenNameEdit"))->setText(QStringLiteral("bookkeeping"));
    click(window, "makeTokenButton");
    save(window, token);
    click(window, "closeTokenButton");
}

void Shots::takeMove(ui::MainWindow &window, const QString &look)
{
    const QString form = QStringLiteral("move-form-%1").arg(look);
    const QString question = QStringLiteral("move-question-%1").arg(look);
    const QString copying = QStringLiteral("move-copying-%1").arg(look);
    const QString done = QStringLiteral("move-done-%1").arg(look);
    const QString failed = QStringLiteral("move-failed-%1").arg(look);
    if (!wants(form) && !wants(question) && !wants(copying) && !wants(done) && !wants(failed))
        return;
    window.workbench()->showPage(ui::PageId::Settings);
    settle();
    click(window, "moveToServerButton");
    click(window, "checkServerButton"); // says what is missing
    save(window, form);
    for (const auto &[name, text] : {std::pair("serverHostEdit", "db.example.org"),
                                     {"serverDatabaseEdit", "mailings"},
                                     {"serverUserEdit", "anna"},
                                     {"serverAuthorityEdit", "/etc/ssl/ca.pem"}})
        window.findChild<QLineEdit *>(QString::fromLatin1(name))->setText(QString::fromLatin1(text));
    takeDialog(window, "checkServerButton", "confirmMoveDialog", question);
    click(window, "cancelMoveButton");

    ui::dialogs::MoveDialog dialog(QStringLiteral("/home/anna/.local/share/heliograph/workspace.db"),
                                   QStringLiteral("mailings (db.example.org)"));
    dialog.show();
    dialog.showProgress({core::interfaces::CopyProgress::Phase::Copying, QStringLiteral("messages"), 412'500, 1'060'317});
    settle();
    save(dialog, copying);
    dialog.showError(core::Error::make(core::ErrorKind::Conflict, "copy.dispatched", {QStringLiteral("serve, 4711")}));
    settle();
    save(dialog, failed);
    dialog.showDone(true);
    settle();
    save(dialog, done);
}

void Shots::takeSignIn(StoredUi &stored, ui::MainWindow &window, const QString &look)
{
    const QString wrong = QStringLiteral("sign-in-wrong-%1").arg(look);
    const QString page = QStringLiteral("sign-in-%1").arg(look);
    const QString viewer = QStringLiteral("viewer-%1-%2");
    if (!wants(page) && !wants(wrong) && !m_only.contains(u"viewer"))
        return;
    stored.ui.session.leave();
    settle();
    save(window, page);
    window.findChild<QLineEdit *>(QStringLiteral("signInEmailEdit"))->setText(QStringLiteral("anna@example.org"));
    window.findChild<QLineEdit *>(QStringLiteral("signInPasswordEdit"))->setText(QStringLiteral("wrong password"));
    click(window, "signInButton");
    save(window, wrong);
    signIn(stored, window, QStringLiteral("viewer@example.org"));
    for (const auto &[id, name] : {std::pair(ui::PageId::Overview, "overview"),
                                   {ui::PageId::Clients, "clients"},
                                   {ui::PageId::Settings, "settings"}}) {
        window.workbench()->showPage(id);
        settle();
        save(window, viewer.arg(QString::fromLatin1(name), look));
    }
    stored.ui.session.leave();
    signIn(stored, window, core::domain::localEmail());
}

void Shots::signIn(StoredUi &stored, ui::MainWindow &window, const QString &email)
{
    const auto done = stored.ui.session.signIn(email, UiFixture::goodPassword(), false);
    if (!QTest::qWaitFor([&] { return done.isFinished() && window.workbench(); }))
        qWarning("%s is not signed in", qPrintable(email));
    settle();
}

void Shots::takeTray(StoredUi &stored, ui::MainWindow &window, const QString &look)
{
    const QString name = QStringLiteral("tray-%1").arg(look);
    if (!wants(name))
        return;
    ui::tray::TrayIcon tray(stored.ui.context, window);
    Q_EMIT stored.ui.engine.snapshotTaken(snapshot(true));
    tray.menu().popup({});
    settle();
    save(tray.menu(), name);
    tray.menu().hide();
}

void Shots::takeDialog(ui::MainWindow &window, const char *button, const char *dialog, const QString &name)
{
    click(window, button);
    auto *opened = window.findChild<QDialog *>(QString::fromLatin1(dialog));
    if (!opened) {
        qWarning("no %s", dialog);
        return;
    }
    save(*opened, name);
    opened->reject();
}

void Shots::settle()
{
    const auto nothing = [](core::interfaces::UnitOfWork &) -> core::Result<int> { return 0; };
    for (int round = 0; round < settlingRounds; ++round) {
        const auto first = m_executor->read(nothing);
        const auto second = m_executor->read(nothing); // there are two readers
        if (!QTest::qWaitFor([&] { return first.isFinished() && second.isFinished(); }))
            qWarning("the database does not answer");
        QCoreApplication::processEvents();
    }
}

void Shots::click(QWidget &window, const char *objectName)
{
    const auto buttons = window.findChildren<QAbstractButton *>(QString::fromLatin1(objectName));
    const auto shown = std::find_if(buttons.cbegin(), buttons.cend(), [](const QWidget *one) { return one->isVisible(); });
    QAbstractButton *button = shown == buttons.cend() ? nullptr : *shown;
    if (!button || !QTest::qWaitFor([button] { return button->isEnabled(); }))
        qWarning("no button %s", objectName);
    else
        button->click();
    settle();
}

void Shots::save(QWidget &widget, const QString &name)
{
    if (wants(name) && !widget.grab().save(QStringLiteral("%1/%2.png").arg(m_folder, name)))
        qWarning("cannot save %s", qPrintable(name));
}

} // namespace tests
