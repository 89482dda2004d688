// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/mailingrepository.h"
#include "core/interfaces/messagerepository.h"
#include "core/interfaces/retentionrepository.h"
#include "core/storage/workspace.h"
#include "tests/app/commandrunner.h"
#include "tests/support/manualclock.h"

using app::ExitCode;
using tests::CommandRunner;

/** What commands say of what was removed for its age, and the settings behind it. */
class RetentionCommandsTest : public QObject
{
    Q_OBJECT

private:
    /** A workspace with a gateway and two clients. */
    struct Fixture : CommandRunner
    {
        Fixture()
        {
            object(u"setting set zone Europe/Moscow"_qs);
            object(u"gateway add main --kind http-json --url http://127.0.0.1:9/"_qs);
            object(u"client add 79990000001"_qs);
            object(u"client add 79000000002"_qs);
        }
    };

private Q_SLOTS:
    void aMailingThatLostMessagesSaysSo()
    {
        const Fixture f;
        const QString id = f.run(u"mailing create --text One"_qs).out.trimmed();
        QVERIFY(!f.object(u"mailing show "_qs + id).contains(u"messages_removed_at"_qs));
        const auto executor =
            std::move(*core::storage::openDirectly(core::storage::DatabaseUrl::sqliteFile(f.path(u"workspace.db"_qs))));
        const auto removed =
            executor->write(core::interfaces::Lane::Bulk, [&id](core::interfaces::UnitOfWork &unit) -> core::Result<int> {
                HELIOGRAPH_ASSIGN(auto mailing, unit.mailings.find(core::MailingId{id.toLongLong()}));
                const core::Instant sentAt = mailing.createdAt;
                HELIOGRAPH_ASSIGN(const auto step, unit.messages.chooseAudience(mailing, {}, 10, sentAt));
                HELIOGRAPH_ASSIGN(const int cancelled, unit.messages.cancelPending(mailing.id, 10, sentAt));
                mailing.state = core::domain::MailingState::Cancelled;
                HELIOGRAPH_TRY(unit.mailings.update(mailing));
                if (step.added != cancelled)
                    return 0;
                return unit.retention.removeMessages(mailing.id, sentAt + std::chrono::hours{24}, 10,
                                                     tests::at("2024-05-01T22:00:00Z"));
            });
        QCOMPARE(removed.result().value_or(0), 2);

        const QString told = u"Messages of this mailing were removed on 2024-05-02; the totals stay."_qs; // Moscow
        const QString shown = f.run(u"mailing show "_qs + id).out;
        QVERIFY2(shown.contains(told), qPrintable(shown));
        const QJsonObject object = f.object(u"mailing show "_qs + id);
        QCOMPARE(object.value(u"messages_removed_at"_qs).toString(), u"2024-05-01T22:00:00Z"_qs);
        QCOMPARE(object.value(u"statistics"_qs).toObject().value(u"total"_qs).toInt(), 2);
        QVERIFY(f.run(u"mailing messages "_qs + id).err.contains(told));
        QCOMPARE(f.run(u"--json mailing messages "_qs + id).out, u"[]\n"_qs);
        QCOMPARE(f.run(u"check"_qs).code, ExitCode::Done);
    }

    void daysAreSetWithinTheirRange()
    {
        const Fixture f;
        QCOMPARE(f.run(u"setting get messages_kept_days"_qs).out, u"0\n"_qs);
        QCOMPARE(f.run(u"setting set messages_kept_days 90"_qs).out, u"90\n"_qs);
        QCOMPARE(f.run(u"setting set messages_kept_days 36501"_qs).code, ExitCode::Failed);
        QCOMPARE(f.run(u"setting get messages_kept_days"_qs).out, u"90\n"_qs);
    }
};

QTEST_GUILESS_MAIN(RetentionCommandsTest)
#include "retentioncommandstest.moc"
