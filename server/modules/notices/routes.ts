/** Notices over HTTP. */
import type { FastifyInstance } from 'fastify';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { enqueue } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { noticesContract } from './contract.ts';
import { channelsOf } from './gateways.ts';
import { sendOutgoing } from './job-types.ts';
import { may } from './may.ts';
import { listOutbox, listStuck, saveRetried } from './outgoing-store.ts';
import { noticeProblems } from './problems.ts';
import {
  countUnread,
  defaultPreference,
  findNotice,
  findPreference,
  listInbox,
  savePreference,
  saveRead,
  type Inbox,
  type NoticeRow,
} from './store.ts';
import { say } from './templates.ts';

function shown({ id, subjectId, template, facts, createdAt, readAt }: NoticeRow) {
  const [zh, en] = [say(template, 'zh-CN', facts), say(template, 'en', facts)];
  return {
    id,
    subjectId,
    template,
    title: zh.title,
    text: zh.text,
    titleEn: en.title,
    textEn: en.text,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}

/** The inbox that is asked for: of the person, or with `work` that of the account; none for staff who have no person. */
function inboxOf({ accountId, personId }: Actor, work: boolean | undefined): Inbox | undefined {
  if (work) return { accountId: accountId! };
  return personId ? { personId } : undefined;
}

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db, clock } = ground;
  serve(app, 'notices', noticesContract, may, {
    myNotices: async ({ query, actor }) => {
      const inbox = inboxOf(actor, query.work);
      if (!inbox) return { rows: [], total: 0 };
      const { rows, total } = await listInbox(db, inbox, {
        limit: query.limit ?? 50,
        offset: query.offset ?? 0,
        unreadOnly: query.unread ?? false,
        subjectId: query.subjectId ?? null,
      });
      return { rows: rows.map(shown), total };
    },
    countUnread: async ({ query, actor }) => {
      const inbox = inboxOf(actor, query.work);
      return { unread: inbox ? await countUnread(db, inbox) : 0 };
    },
    markRead: async ({ params, allow }) => {
      const notice = await findNotice(db, params.id);
      if (!notice) throw noticeProblems.noSuchNotice();
      const { personId, accountId } = notice;
      allow({ owners: [personId, accountId] });
      await db.transaction(async (tx) =>
        saveRead(tx, personId ? { personId } : { accountId: accountId! }, params.id, clock.now()),
      );
    },
    markAllRead: async ({ query, actor }) => {
      const inbox = inboxOf(actor, query.work);
      if (inbox) await db.transaction(async (tx) => saveRead(tx, inbox, null, clock.now()));
    },
    myPreference: async ({ actor }) => ({
      ...((actor.personId ? await findPreference(db, actor.personId) : undefined) ?? defaultPreference),
      carried: channelsOf(ground),
    }),
    savePreference: async ({ actor, body }) => {
      const { personId } = actor;
      if (!personId) throw noticeProblems.noPerson();
      await db.transaction(async (tx) => savePreference(tx, personId, body));
      return body;
    },
    listStuck: async ({ query }) => {
      const { rows, total } = await listStuck(db, {
        now: clock.now(),
        limit: query.limit ?? 50,
        offset: query.offset ?? 0,
      });
      return {
        total,
        rows: rows.map((row) => ({
          ...row,
          state: row.state as 'waiting' | 'givenUp',
          createdAt: row.createdAt.toISOString(),
          nextAt: row.nextAt.toISOString(),
        })),
      };
    },
    retryStuck: ({ body }) =>
      db.transaction(async (tx) => {
        const retried = await saveRetried(tx, body.ids ?? null, clock.now());
        enqueue(tx, sendOutgoing, [{ payload: {}, key: sendOutgoing.name }]);
        return { retried: retried.length };
      }),
    listOutbox: async ({ query }) => {
      if (!ground.demo) throw noticeProblems.noOutbox();
      const rows = await listOutbox(db, query.limit ?? 50);
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    },
  });
}
