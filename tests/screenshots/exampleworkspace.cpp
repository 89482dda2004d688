// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/screenshots/exampleworkspace.h"

#include "core/interfaces/eventlog.h"

#include <QFile>
#include <QTest>

namespace tests {

using namespace core;
using namespace core::domain;

namespace {

struct Person
{
    const char *name;
    const char *city;
    const char *zone;
    const char *tag;
};

constexpr Person people[] = {
    {"Анна Иванова", "Москва", "Europe/Moscow", "vip"},
    {"Пётр Ким", "Владивосток", "Asia/Vladivostok", "std"},
    {"Ольга Щукина", "Калининград", "Europe/Kaliningrad", "vip"},
    {"Иван Петров", "Казань", "Europe/Moscow", "std"},
    {"Мария Ли", "Екатеринбург", "Asia/Yekaterinburg", "vip"},
    {"Юрий Фёдоров", "Самара", "Europe/Samara", "долг"},
    {"Дарья О’Нил", "Новосибирск", "Asia/Novosibirsk", "std"},
    {"Елена Салтыкова-Щедрина", "Тверь", "Europe/Moscow", "vip"},
};
constexpr int codes[] = {999, 916, 926, 903, 950};

template <typename T>
T value(QFuture<Result<T>> future)
{
    future.waitForFinished();
    Result<T> result = future.result();
    if (!result)
        qFatal("%s", qPrintable(result.error().code));
    return std::move(*result);
}

template <typename T>
void must(QFuture<Result<T>> future)
{
    future.waitForFinished();
    if (const Result<T> status = future.result(); !status)
        qFatal("%s", qPrintable(status.error().code));
}

void addGateways(UiFixture &ui)
{
    GatewayEdit edit;
    edit.name = QStringLiteral("main");
    edit.kind = QStringLiteral("http-json");
    edit.url = QStringLiteral("https://sms.example.org/v1/send");
    edit.secret = QStringLiteral("token");
    edit.rate = std::optional<double>(300);
    const GatewayId first = value(ui.gateways.add(ui.actor, edit)).profile.id;
    edit.name = QStringLiteral("backup");
    edit.url = QStringLiteral("https://backup.example.net/send");
    edit.rate = std::optional<double>(150);
    const GatewayId second = value(ui.gateways.add(ui.actor, edit)).profile.id;
    edit.name = QStringLiteral("trial");
    edit.kind = QStringLiteral("simulator");
    edit.url = QString();
    edit.secret.reset();
    edit.rate = std::optional<double>();
    (void)value(ui.gateways.add(ui.actor, edit));
    Q_UNUSED(first)
    const Instant since = ui.clock.now() - std::chrono::minutes{19};
    must(ui.executor.write(interfaces::Lane::Interactive, [second, since](interfaces::UnitOfWork &unit) {
        return unit.gateways.saveState(
            second, {.breaker = BreakerState::Attention, .since = since, .reason = QStringLiteral("HTTP 401")});
    }));
}

void addClients(UiFixture &ui, int count)
{
    constexpr int batch = 1000;
    for (int from = 0; from < count; from += batch) {
        (void)value(
            ui.executor.write(interfaces::Lane::Bulk, [&ui, from, count](interfaces::UnitOfWork &unit) -> Result<int> {
                for (int i = from; i < std::min(count, from + batch); ++i) {
                    const Person &person = people[std::size_t(i) % std::size(people)];
                    const int code = codes[std::size_t(i / 3) % std::size(codes)];
                    Client client;
                    client.phone = PhoneNumber::fromNumber(70000000000LL + code * 10000000LL + i + 1);
                    client.operatorCode = i % 17 == 16 ? QStringLiteral("901") : QString::number(code);
                    client.tags = {QString::fromUtf8(person.tag)};
                    if (i % 4 == 2)
                        client.tags << QStringLiteral("новый");
                    client.timezone = QString::fromLatin1(person.zone);
                    if (i % 9 != 4) {
                        client.attributes.insert(QStringLiteral("name"), QString::fromUtf8(person.name));
                        client.attributes.insert(QStringLiteral("city"), QString::fromUtf8(person.city));
                    }
                    if (i % 3 == 0)
                        client.consent = QStringLiteral("form of 2026-03-02");
                    if (i % 40 == 39)
                        client.optedOutAt = ui.clock.now() - std::chrono::hours{24 * 12};
                    client.owner = ui.actor.user;
                    client.createdAt = client.updatedAt = ui.clock.now() - std::chrono::hours{24 * 30};
                    HELIOGRAPH_TRY(unit.clients.insert(client));
                }
                return 0;
            }));
    }
}

MailingId addMailing(UiFixture &ui, const QString &name, const QString &text, const QStringList &tags,
                     std::chrono::hours start, std::chrono::hours end)
{
    const Instant now = ui.clock.now();
    // A start that lies ahead when it is entered, but not entered in the future.
    const std::chrono::hours entered = std::min(start - std::chrono::hours{1}, std::chrono::hours{0});
    ui.clock.jump(entered);
    MailingEdit edit;
    edit.name = name;
    edit.text = text;
    edit.filter = AudienceFilter{.operatorCodes = {}, .tags = tags, .excludedTags = {}};
    edit.startAt = now + start;
    edit.endAt = now + end;
    edit.window = std::optional<SendWindow>(*SendWindow::create(9 * 60, 21 * 60, {}));
    const auto made = value(ui.mailings.createScheduled(ui.actor, edit, {.allowDuplicate = true}));
    ui.clock.jump(-entered);
    return made.id;
}

/** What became of the message with this number: most are delivered, every kind occurs. */
interfaces::MessageOutcome outcomeOf(MessageId id, int number, Instant at)
{
    interfaces::MessageOutcome outcome{
        .id = id, .status = MessageStatus::Sent, .at = at, .gatewayMessageId = QStringLiteral("g-%1").arg(number)};
    if (number % 50 == 7) {
        outcome.status = MessageStatus::Failed;
        outcome.attempt = Attempt{.number = 1,
                                  .at = at,
                                  .kind = AnswerKind::Rejected,
                                  .httpStatus = 400,
                                  .answer = QStringLiteral("number is blocked")};
    } else if (number % 50 == 23) {
        outcome.status = MessageStatus::Unknown;
        outcome.attempt = Attempt{.number = 1,
                                  .at = at,
                                  .kind = AnswerKind::Timeout,
                                  .httpStatus = 0,
                                  .answer = QStringLiteral("cut after the request was written")};
    } else if (number % 50 == 31) {
        outcome.status = MessageStatus::Pending;
        outcome.nextAttemptAt = at + std::chrono::minutes{4};
        outcome.attempt = Attempt{.number = 1,
                                  .at = at,
                                  .kind = AnswerKind::Transient,
                                  .httpStatus = 500,
                                  .answer = QStringLiteral("internal error")};
    }
    if (outcome.attempt)
        outcome.error = MessageError{outcome.attempt->kind, outcome.attempt->httpStatus, outcome.attempt->answer};
    return outcome;
}

/** As the dispatcher does it: with its event. */
Status moveTo(interfaces::UnitOfWork &unit, Mailing &mailing, MailingState state, Instant now)
{
    const QString told = QStringLiteral(R"({"state":"%1"})");
    const QString before = told.arg(toText(mailing.state));
    mailing.state = state;
    HELIOGRAPH_TRY(unit.mailings.update(mailing));
    return unit.events.append({.at = now,
                               .actor = QStringLiteral("dispatcher"),
                               .action = QLatin1String("mailing.") + toText(state),
                               .mailing = mailing.id,
                               .before = before,
                               .after = told.arg(toText(state))});
}

/** Chooses the audience, sends `share` of it and leaves the rest waiting. */
void run(UiFixture &ui, MailingId id, double share, bool finished)
{
    (void)value(ui.executor.write(
        interfaces::Lane::Dispatch, [&ui, id, share, finished](interfaces::UnitOfWork &unit) -> Result<int> {
            const Instant now = ui.clock.now();
            HELIOGRAPH_ASSIGN(Mailing mailing, unit.mailings.find(id));
            HELIOGRAPH_TRY(moveTo(unit, mailing, MailingState::Running, now));
            HELIOGRAPH_ASSIGN(const interfaces::AudienceStep step,
                              unit.messages.chooseAudience(mailing, {}, 1'000'000, now));
            HELIOGRAPH_TRY(unit.mailings.saveAudienceProgress(id, {step.lastClient, true}));
            const int wanted = static_cast<int>(share * static_cast<double>(step.added));
            HELIOGRAPH_ASSIGN(const QList<interfaces::ClaimedMessage> claimed,
                              unit.messages.claim({.mailing = id,
                                                   .limit = wanted,
                                                   .now = now,
                                                   .leaseUntil = now + std::chrono::seconds{60},
                                                   .withAttributes = true}));
            QList<interfaces::SendIntent> intents;
            for (const auto &message : claimed)
                intents << interfaces::SendIntent{
                    .id = message.id,
                    .gateway = GatewayId{1},
                    .segments = 2,
                    .textVersion = 1,
                    .renderedText = QStringLiteral("Здравствуйте, %1! Только до воскресенья скидка 20 % на "
                                                   "всё. Подробности: example.ru/sale")
                                        .arg(message.attributes.value(QStringLiteral("name"), QStringLiteral("друг")))};
            HELIOGRAPH_TRY(unit.messages.markSending(intents, now, {}));
            QList<interfaces::MessageOutcome> outcomes;
            const auto settled = finished ? claimed.size() : claimed.size() - std::min<qsizetype>(16, claimed.size() / 4);
            for (int i = 0; i < settled; ++i)
                outcomes << outcomeOf(claimed[i].id, i, now - std::chrono::seconds{(settled - i) / 8});
            HELIOGRAPH_TRY(unit.messages.record(outcomes, {}));
            if (finished) {
                HELIOGRAPH_ASSIGN(mailing, unit.mailings.find(id));
                HELIOGRAPH_TRY(moveTo(unit, mailing, MailingState::Finished, now));
            }
            return 0;
        }));
}

User addUser(UiFixture &ui, const char *email, const char *name, Role role)
{
    UserEdit edit;
    edit.email = QString::fromLatin1(email);
    edit.name = QString::fromUtf8(name);
    edit.role = role;
    edit.password = UiFixture::goodPassword();
    return value(ui.accounts.create(ui.actor, edit));
}

/** From here on people sign in; who looks is the local administrator, who has. */
void addAccounts(UiFixture &ui)
{
    const auto done = ui.session.protect(UiFixture::goodPassword());
    if (!QTest::qWaitFor([&done] { return done.isFinished(); }) || !ui.session.actor())
        qFatal("nobody is signed in");
    (void)addUser(ui, "anna@example.org", "Анна Иванова", Role::Operator);
    (void)addUser(ui, "viewer@example.org", "Мария Ли", Role::Viewer);
    UserEdit away;
    away.active = false;
    (void)value(ui.accounts.edit(ui.actor, addUser(ui, "petr.kim@example.org", "Пётр Ким", Role::Operator).id, away));
    const NewToken token = value(ui.accounts.createToken(ui.actor, ui.actor.user, {QStringLiteral("nightly export"), 365}));
    ui.clock.jump(-std::chrono::hours{8});
    (void)value(ui.accounts.authenticate(token.text));
    ui.clock.jump(std::chrono::hours{8});
    (void)value(ui.accounts.createToken(ui.actor, ui.actor.user, {QStringLiteral("shop"), {}}));
}

/** What people did in the last hours. */
void addHistory(UiFixture &ui, MailingId mailing)
{
    using std::chrono::minutes;
    const domain::Actor person{ui.actor.user, QStringLiteral("anna@example.org"), Role::Admin};
    const domain::Actor script{ui.actor.user, QStringLiteral("cli:backup"), Role::Admin};
    ui.clock.jump(-minutes{90});
    must(ui.workspaceSettings.set(script, QStringLiteral("quiet_hours_from"), QStringLiteral("08:30")));
    const QList<Client> clients =
        value(ui.clients.page({}, {.after = {}, .limit = 4, .sortBy = {}, .descending = true})).rows;
    ui.clock.jump(minutes{20});
    must(ui.clients.addTag(person, {clients[0].id, clients[1].id}, QStringLiteral("новый")));
    must(ui.clients.optOut(person, {clients[2].id}));
    (void)value(ui.clients.remove(person, {clients[3].id}));
    ui.clock.jump(minutes{30});
    (void)value(ui.mailings.pause(person, mailing));
    MailingEdit edit;
    edit.rateLimit = std::optional<double>(50);
    (void)value(ui.mailings.edit(person, mailing, edit, {}));
    (void)value(ui.mailings.resume(person, mailing));
    ui.clock.jump(minutes{25});
    const auto gateway = value(ui.gateways.findByName(QStringLiteral("backup")));
    GatewayEdit connections;
    connections.connections = 32;
    (void)value(ui.gateways.edit(person, gateway.profile.id, connections));
    ui.clock.jump(minutes{15});
}

} // namespace

void fillExample(UiFixture &ui, int clients)
{
    using std::chrono::hours;
    addAccounts(ui);
    addGateways(ui);
    addClients(ui, clients);
    const QString sale =
        QStringLiteral("Здравствуйте, {name|друг}! Только до воскресенья скидка 20 % на всё в магазинах города "
                       "{city|вашего}. Подробности: example.ru/sale");
    const MailingId digest =
        addMailing(ui, QStringLiteral("October digest"), QStringLiteral("Новости октября: example.ru/news"), {},
                   hours{-24 * 8}, hours{-24 * 6});
    const MailingId autumn =
        addMailing(ui, QStringLiteral("Autumn sale, VIP"), sale, {QStringLiteral("vip")}, hours{-6}, hours{6});
    const MailingId payment =
        addMailing(ui, QStringLiteral("Payment reminder"), QStringLiteral("Напоминаем об оплате до 25 ноября."),
                   {QStringLiteral("долг")}, hours{-2}, hours{70});
    addHistory(ui, payment);
    (void)addMailing(ui, QStringLiteral("Weekly digest"), QStringLiteral("Новости недели: example.ru/news"), {}, hours{18},
                     hours{30});
    run(ui, digest, 1, true);
    run(ui, autumn, 0.7, false);
    run(ui, payment, 0.4, false);
}

QString exampleList(const QString &folder)
{
    const QString path = folder + QStringLiteral("/клиенты ноябрь.csv");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(file.errorString()));
    file.write("ФИО;Телефон;Метка;Часовой пояс;Город\n");
    const char *const phones[] = {"8 (912) 345-67-%1", "+7 945 020 17 %1", "7,91E+10",
                                  "790312345%1.0",     "91612345%1",       "8 (912) 345-67-10"};
    const char *const zones[] = {"Europe/Moscow", "Asia/Omsk", "Europe/Samara", "MSK", "", "Europe/Moscow"};
    for (int i = 0; i < 240; ++i) {
        const Person &person = people[std::size_t(i) % std::size(people)];
        const QString phone = QString::fromLatin1(phones[i % 6]).replace(QStringLiteral("%1"), QString::number(10 + i % 90));
        const QStringList cells{QString::fromUtf8(person.name), phone, QString::fromUtf8(person.tag),
                                QString::fromLatin1(zones[i % 6]), QString::fromUtf8(person.city)};
        file.write(cells.join(u';').toUtf8() + '\n');
    }
    return path;
}

} // namespace tests
