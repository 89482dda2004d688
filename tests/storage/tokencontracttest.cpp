// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of UserRepository, tokens. On every backend.

#include "tests/storage/contractworkspace.h"
#include "tests/support/errorline.h"
#include "tests/support/manualclock.h"

using namespace core::domain;
using namespace core::interfaces;
using namespace std::chrono_literals;

namespace tests {

class TokenContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ContractWorkspace> m_workspace;
    const core::Instant m_now = at("2024-03-01T09:00:00.123Z");

    User added(const QString &email)
    {
        User user;
        user.email = email;
        user.name = u"Anna"_qs;
        user.role = Role::Operator;
        user.createdAt = m_now;
        user.id = COMMIT(unit.users.insert(user));
        return user;
    }

    ApiToken stored(core::UserId user, const QByteArray &hash, TokenKind kind = TokenKind::Script,
                    std::optional<core::Instant> expiresAt = {})
    {
        ApiToken token;
        token.user = user;
        token.kind = kind;
        token.name = QString::fromLatin1(hash);
        token.createdAt = m_now;
        token.expiresAt = expiresAt;
        token.id = COMMIT(unit.users.insertToken(token, hash));
        return token;
    }

    /** Names, in the order of the list. */
    QString listed(core::UserId user, bool descending = true)
    {
        QStringList names;
        PageRequest request{{}, 2, {}, descending};
        do {
            const Page<OwnedToken> page = LOOK(unit.users.tokens(user, request));
            for (const OwnedToken &row : page.rows)
                names.append(row.token.name);
            request.after = page.next;
        } while (!request.after.isEmpty() && names.size() < 100);
        return names.join(u' ');
    }

    std::optional<core::Instant> lastUse(const ApiToken &token)
    {
        return LOOK(unit.users.findToken(token.id)).token.lastUsedAt;
    }

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }
    void init() { m_workspace = ContractWorkspace::open(); }
    void cleanup() { m_workspace.reset(); }

    void givesBackEveryFieldThatWasStored()
    {
        const User anna = added(u"anna@example.org"_qs);
        ApiToken token;
        token.user = anna.id;
        token.kind = TokenKind::Session;
        token.name = u"ночной импорт"_qs;
        token.createdAt = m_now;
        token.expiresAt = m_now + 720h;
        token.lastUsedAt = m_now + 1min;
        const QByteArray hash("\0\xff binary", 9);
        token.id = COMMIT(unit.users.insertToken(token, hash));

        const OwnedToken found = LOOK(unit.users.findToken(token.id));
        QCOMPARE(found.token, token);
        QCOMPARE(found.user, anna);
        const std::optional<OwnedToken> byHash = LOOK(unit.users.findTokenByHash(hash));
        QVERIFY(byHash);
        QCOMPARE(byHash->token, token);
        QCOMPARE(byHash->user, anna);
    }

    void findsTheTokenWithExactlyThisHash()
    {
        const User anna = added(u"anna@example.org"_qs);
        stored(anna.id, "one");
        const ApiToken two = stored(anna.id, "two");
        QCOMPARE(LOOK(unit.users.findTokenByHash("two"))->token.id, two.id);
        for (const QByteArray &hash : {QByteArray("tw"), QByteArray("TWO"), QByteArray("two\0", 4), QByteArray()})
            QVERIFY(!LOOK(unit.users.findTokenByHash(hash)));
    }

    void tellsTheUserAsItIsNow()
    {
        User anna = added(u"anna@example.org"_qs);
        stored(anna.id, "one");
        anna.active = false;
        anna.role = Role::Admin;
        COMMIT(unit.users.update(anna));
        QCOMPARE(LOOK(unit.users.findTokenByHash("one"))->user, anna);
    }

    void listsThoseOfOneUserOrAll()
    {
        const User anna = added(u"anna@example.org"_qs);
        const User bert = added(u"bert@example.org"_qs);
        stored(anna.id, "a1");
        stored(bert.id, "b1");
        stored(anna.id, "a2", TokenKind::Session);
        stored(anna.id, "a3");
        QCOMPARE(listed({}), u"a3 a2 b1 a1"_qs);
        QCOMPARE(listed({}, false), u"a1 b1 a2 a3"_qs);
        QCOMPARE(listed(anna.id), u"a3 a2 a1"_qs);
        QCOMPARE(listed(bert.id), u"b1"_qs);
        QCOMPARE(listed(core::UserId{987}), QString());
        QCOMPARE(errorLine(ATTEMPT(unit.users.tokens({}, {{}, 10, u"hash"_qs, true})).error()), u"sort page:sort hash"_qs);
    }

    void removesOne()
    {
        const User anna = added(u"anna@example.org"_qs);
        const ApiToken one = stored(anna.id, "one");
        stored(anna.id, "two");
        COMMIT(unit.users.removeToken(one.id));
        QVERIFY(!LOOK(unit.users.findTokenByHash("one")));
        QCOMPARE(listed(anna.id), u"two"_qs);
        QCOMPARE(ATTEMPT(unit.users.findToken(one.id)).error().code, u"token.unknown"_qs);
        const core::Status again = ATTEMPT(unit.users.removeToken(one.id));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, core::ErrorKind::NotFound);
        QCOMPARE(again.error().code, u"token.unknown"_qs);
    }

    void goWithTheirUser()
    {
        const User anna = added(u"anna@example.org"_qs);
        const User bert = added(u"bert@example.org"_qs);
        stored(anna.id, "a1");
        stored(anna.id, "a2", TokenKind::Session);
        stored(bert.id, "b1");
        COMMIT(unit.users.remove(anna.id));
        QCOMPARE(listed({}), u"b1"_qs);
    }

    void endsTheSessionsOfAUserButOne()
    {
        const User anna = added(u"anna@example.org"_qs);
        const User bert = added(u"bert@example.org"_qs);
        stored(anna.id, "session1", TokenKind::Session);
        const ApiToken kept = stored(anna.id, "session2", TokenKind::Session);
        stored(anna.id, "script");
        stored(bert.id, "other", TokenKind::Session);

        COMMIT(unit.users.removeSessions(anna.id, kept.id));
        QCOMPARE(listed({}), u"other script session2"_qs);
        COMMIT(unit.users.removeSessions(anna.id, {}));
        QCOMPARE(listed({}), u"other script"_qs);
    }

    void clearsSessionsThatExpired()
    {
        const User anna = added(u"anna@example.org"_qs);
        stored(anna.id, "past", TokenKind::Session, m_now - 1ms);
        stored(anna.id, "present", TokenKind::Session, m_now);
        stored(anna.id, "future", TokenKind::Session, m_now + 1ms);
        stored(anna.id, "endless", TokenKind::Session);
        stored(anna.id, "script", TokenKind::Script, m_now - 1h); // somebody shall see that it expired
        COMMIT(unit.users.removeExpiredSessions(m_now));
        QCOMPARE(listed({}), u"script endless future"_qs);
    }

    void notesAUseUnlessOneIsNoted()
    {
        const ApiToken token = stored(added(u"anna@example.org"_qs).id, "one");
        const auto touch = [&](core::Instant at) { COMMIT(unit.users.touchToken(token.id, at, at - 1min)); };
        QVERIFY(!lastUse(token));
        touch(m_now);
        QCOMPARE(lastUse(token), std::optional(m_now));
        touch(m_now + 59s);
        QCOMPARE(lastUse(token), std::optional(m_now));
        touch(m_now + 1min);
        QCOMPARE(lastUse(token), std::optional(m_now + 1min));
        touch(m_now - 1h); // the clock was put back
        QCOMPARE(lastUse(token), std::optional(m_now - 1h));
    }

    void aUseOfNothingIsNoError()
    {
        COMMIT(unit.users.touchToken(core::TokenId{987}, m_now, m_now)); // revoked meanwhile
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::TokenContractTest)
#include "tokencontracttest.moc"
