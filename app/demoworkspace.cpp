// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demoworkspace.h"

#include "core/domain/timezonename.h"

#include <QFile>

namespace app {

using core::Error;
using core::ErrorKind;
using core::Failure;
using core::Result;

namespace {

/** Everybody who is awake is served within the first, whatever the number; what waits for its hours expires at the second.
 */
constexpr std::chrono::seconds sendingTime{12};
constexpr std::chrono::seconds longestRun{25};

struct SamplePerson
{
    const char *name;
    const char *tag;
    const char *timezone;
    const char *city;
};

constexpr SamplePerson samplePeople[] = {
    {"Анна Иванова", "vip", "Europe/Moscow", "Москва"},
    {"Пётр Ким", "новый", "Europe/Moscow", "Казань"},
    {"Ольга Щукина", "vip", "Europe/Kaliningrad", "Калининград"},
    {"Иван Петров", "std", "Europe/Samara", "Самара"},
    {"Мария Ли", "std", "Asia/Yekaterinburg", "Екатеринбург"},
    {"Юрий Фёдоров", "новый", "Europe/Moscow", "Тула"},
    {"Дарья О'Нил", "std", "Asia/Vladivostok", "Владивосток"},
    {"Елена Салтыкова-Щедрина", "vip", "Europe/Moscow", "Тверь"},
    {"Сергей Ким", "std", "Asia/Novosibirsk", "Новосибирск"},
    {"Ёлка Петрова", "новый", "Europe/Moscow", "Москва"},
};

} // namespace

Result<std::unique_ptr<DemoWorkspace>> DemoWorkspace::create(int clients, const core::Clock &clock)
{
    std::unique_ptr<DemoWorkspace> demo(new DemoWorkspace(clients, clock));
    if (!demo->m_directory.isValid())
        return Failure(Error::make(ErrorKind::Unavailable, "demo.folder", {demo->m_directory.errorString()}));
    HELIOGRAPH_ASSIGN(demo->m_backend, Backend::open(demo->m_url, clock));
    const core::domain::User &user = demo->m_backend->localUser();
    demo->m_actor = {user.id, user.email, user.role};
    return demo;
}

DemoWorkspace::DemoWorkspace(int clients, const core::Clock &clock)
    : m_clients(clients), m_clock(clock),
      m_url(core::storage::DatabaseUrl::sqliteFile(m_directory.filePath(QStringLiteral("demo.db"))))
{}

DemoWorkspace::~DemoWorkspace() = default;

QByteArray DemoWorkspace::clientList() const
{
    QByteArray list = "Телефон;Имя;Метка;Часовой пояс;Город\n";
    for (int i = 0; i < m_clients; ++i) {
        const SamplePerson &person = samplePeople[std::size_t(i) % std::size(samplePeople)];
        const qint64 phone = 79990000001 + i;
        for (const QByteArray &cell : {QByteArray::number(phone), QByteArray(person.name), QByteArray(person.tag),
                                       QByteArray(person.timezone), QByteArray(person.city)})
            list += cell + ';';
        list.back() = '\n';
    }
    return list;
}

void DemoWorkspace::fill()
{
    importClients();
}

void DemoWorkspace::importClients()
{
    QFile file(m_directory.filePath(QStringLiteral("clients.csv")));
    const QByteArray list = clientList();
    if (!file.open(QIODevice::WriteOnly) || file.write(list) != list.size() || !file.flush()) {
        Q_EMIT failed(Error::make(ErrorKind::Unavailable, "demo.folder", {file.errorString()}));
        return;
    }
    core::services::ImportRequest request;
    request.path = file.fileName();
    m_backend->services().imports.run(m_actor, request).then(this, [this](const Result<core::csv::ImportReport> &report) {
        if (!report)
            Q_EMIT failed(report.error());
        else
            addGateway();
    });
}

void DemoWorkspace::addGateway()
{
    core::domain::GatewayEdit edit;
    edit.name = QStringLiteral("simulator");
    edit.kind = QStringLiteral("simulator");
    edit.rate = std::max(20.0, double(m_clients) / double(sendingTime.count()));
    edit.options = {{QStringLiteral("latency"), QStringLiteral("40..160")},
                    {QStringLiteral("failure_percent"), QStringLiteral("5")},
                    {QStringLiteral("refused_percent"), QStringLiteral("2")}};
    m_backend->services()
        .gateways.add(m_actor, edit)
        .then(this, [this](const Result<core::domain::GatewayWithState> &gateway) {
            if (!gateway)
                Q_EMIT failed(gateway.error());
            else
                startMailing();
        });
}

core::domain::MailingEdit DemoWorkspace::mailing() const
{
    const core::Instant now = m_clock.now();
    // Two hours to either side of Moscow's clock: who lives far away sleeps, at whatever hour this runs.
    const QTime here = core::toDateTime(now).toTimeZone(core::domain::timeZone(QStringLiteral("Europe/Moscow"))).time();
    const int minutes = here.hour() * 60 + here.minute();
    constexpr int around = 120;
    constexpr int day = core::domain::SendWindow::minutesPerDay;
    const auto window = core::domain::SendWindow::create((minutes + day - around) % day, (minutes + around) % day, {});

    core::domain::MailingEdit edit;
    edit.name = QStringLiteral("Demo");
    edit.text = QStringLiteral("Здравствуйте, {name|друг}! Только до воскресенья скидка 20 % в магазинах города {city}.");
    edit.startAt = now;
    edit.endAt = now + longestRun;
    if (window)
        edit.window = *window;
    return edit;
}

void DemoWorkspace::startMailing()
{
    m_backend->services()
        .mailings.createScheduled(m_actor, mailing(), {})
        .then(this, [this](const Result<core::domain::Mailing> &created) {
            if (created)
                Q_EMIT ready(created->id);
            else
                Q_EMIT failed(created.error());
        });
}

} // namespace app
