// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/texts/eventtext.h"

#include "ui/texts/eventfieldtext.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

namespace ui::texts {

using core::domain::Event;
using core::services::EventField;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Event)
};

struct ActionWords
{
    const char *action;
    const char *words;
};

constexpr ActionWords actions[] = {
    {"client.add", QT_TRANSLATE_NOOP("Event", "client added")},
    {"client.delete", QT_TRANSLATE_NOOP("Event", "client deleted")},
    {"client.edit", QT_TRANSLATE_NOOP("Event", "client edited")},
    {"client.opt_in", QT_TRANSLATE_NOOP("Event", "client opted in")},
    {"client.opt_out", QT_TRANSLATE_NOOP("Event", "client opted out")},
    {"client.restore", QT_TRANSLATE_NOOP("Event", "deletion of a client undone")},
    {"clients.import", QT_TRANSLATE_NOOP("Event", "list imported")},
    {"clients.import_undo", QT_TRANSLATE_NOOP("Event", "import undone")},
    {"gateway.add", QT_TRANSLATE_NOOP("Event", "gateway added")},
    {"gateway.delete", QT_TRANSLATE_NOOP("Event", "gateway deleted")},
    {"gateway.edit", QT_TRANSLATE_NOOP("Event", "gateway edited")},
    {"gateway.reset", QT_TRANSLATE_NOOP("Event", "gateway put back to work")},
    {"gateway.test", QT_TRANSLATE_NOOP("Event", "test message asked for")},
    {"mailing.cancel", QT_TRANSLATE_NOOP("Event", "mailing cancelled")},
    {"mailing.create", QT_TRANSLATE_NOOP("Event", "mailing created")},
    {"mailing.delete", QT_TRANSLATE_NOOP("Event", "mailing deleted")},
    {"mailing.edit", QT_TRANSLATE_NOOP("Event", "mailing edited")},
    {"mailing.finished", QT_TRANSLATE_NOOP("Event", "mailing finished")},
    {"mailing.pause", QT_TRANSLATE_NOOP("Event", "mailing paused")},
    {"mailing.remove_messages", QT_TRANSLATE_NOOP("Event", "old messages removed")},
    {"mailing.restore", QT_TRANSLATE_NOOP("Event", "deletion of a mailing undone")},
    {"mailing.resume", QT_TRANSLATE_NOOP("Event", "mailing resumed")},
    {"mailing.retry", QT_TRANSLATE_NOOP("Event", "messages put back to be sent")},
    {"mailing.running", QT_TRANSLATE_NOOP("Event", "mailing begun")},
    {"mailing.start", QT_TRANSLATE_NOOP("Event", "mailing scheduled")},
    {"setting.set", QT_TRANSLATE_NOOP("Event", "setting changed")},
    {"token.create", QT_TRANSLATE_NOOP("Event", "token made")},
    {"token.revoke", QT_TRANSLATE_NOOP("Event", "token revoked")},
    {"user.add", QT_TRANSLATE_NOOP("Event", "user added")},
    {"user.delete", QT_TRANSLATE_NOOP("Event", "user deleted")},
    {"user.edit", QT_TRANSLATE_NOOP("Event", "user edited")},
    {"user.register", QT_TRANSLATE_NOOP("Event", "user registered")},
    {"user.sign_in", QT_TRANSLATE_NOOP("Event", "signed in")},
};

/** A dash for nothing. */
QString shown(const QString &field, const std::optional<QString> &value, core::Instant now)
{
    const QString text = value ? eventValueText(field, *value, now) : QString();
    return text.isEmpty() ? QStringLiteral("—") : text;
}

} // namespace

QString eventActionText(const QString &action)
{
    const auto found = std::find_if(std::begin(actions), std::end(actions),
                                    [&](const ActionWords &one) { return action == QLatin1String(one.action); });
    return found == std::end(actions) ? action : QCoreApplication::translate("Event", found->words);
}

QString eventActorText(const QString &actor)
{
    if (actor == u"dispatcher")
        return Texts::tr("dispatcher");
    if (actor.startsWith(u"cli:"))
        return Texts::tr("%1, command line").arg(actor.mid(4));
    return actor;
}

QString eventAboutText(const Event &event)
{
    if (event.mailing.isValid())
        return event.mailingName.isEmpty() ? Texts::tr("mailing %1").arg(event.mailing.text()) : event.mailingName;
    if (event.clientPhone.isValid())
        return event.clientPhone.formatted();
    const QList<EventField> fields = core::services::eventFields(event);
    const auto named = [&fields](QLatin1String name) {
        const auto found =
            std::find_if(fields.cbegin(), fields.cend(), [name](const EventField &field) { return field.name == name; });
        return found == fields.cend() ? QString() : found->after.value_or(found->before.value_or(QString()));
    };
    if (event.client.isValid()) { // it is gone; what was deleted is told whole
        const QString phone = named(QLatin1String("phone"));
        return phone.isEmpty() ? Texts::tr("client %1").arg(event.client.text())
                               : eventValueText(QStringLiteral("phone"), phone, {});
    }
    if (event.action == u"setting.set")
        return fields.isEmpty() ? QString() : eventFieldText(fields.first().name);
    // A user is known by the address; the name of a token may be blank.
    const bool isUser = event.action.startsWith(u"user.");
    for (const char *name : {"file", "gateway", isUser ? "email" : "name", "email"}) {
        if (const QString text = named(QLatin1String(name)); !text.isEmpty())
            return text;
    }
    const QString import = named(QLatin1String("import"));
    return import.isEmpty() ? QString() : Texts::tr("import %1").arg(import);
}

QStringList eventDifferenceLines(const Event &event, core::Instant now)
{
    QStringList lines;
    for (const EventField &field : core::services::eventFields(event)) {
        if (!field.differs())
            continue;
        //: A field before and after a change: "state: scheduled → running".
        const QString line = Texts::tr("%1: %2 → %3");
        const QString both = QStringLiteral("%1 → %2");
        const QString before = shown(field.name, field.before, now);
        const QString after = shown(field.name, field.after, now);
        lines << (field.name.isEmpty() ? both.arg(before, after) : line.arg(eventFieldText(field.name), before, after));
    }
    return lines;
}

} // namespace ui::texts
