/** Notices over HTTP. */
import type { FastifyInstance } from 'fastify';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { enqueue } from '#platform/jobs';
import { noticesContract } from './contract.ts';
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

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db, clock } = ground;
  serve(app, 'notices', noticesContract, may, {
    myNotices: async ({ query, actor }) => {
      if (!actor.personId) return { rows: [], total: 0 };
      const { rows, total } = await listInbox(db, actor.personId, {
        limit: query.limit ?? 50,
        offset: query.offset ?? 0,
        unreadOnly: query.unread ?? false,
        subjectId: query.subjectId ?? null,
      });
      return { rows: rows.map(shown), total };
    },
    countUnread: async ({ actor }) => ({ unread: actor.personId ? await countUnread(db, actor.personId) : 0 }),
    markRead: async ({ params, actor, allow }) => {
      const notice = await findNotice(db, params.id);
      if (!notice) throw noticeProblems.noSuchNotice();
      allow({ owners: [notice.personId] });
      await db.transaction(async (tx) => saveRead(tx, actor.personId!, params.id, clock.now()));
    },
    markAllRead: async ({ actor }) => {
      if (actor.personId) await db.transaction(async (tx) => saveRead(tx, actor.personId!, null, clock.now()));
    },
    myPreference: async ({ actor }) =>
      (actor.personId ? await findPreference(db, actor.personId) : undefined) ?? defaultPreference,
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
