/** What notices offer over HTTP: the inbox, how one wants to be told, and what got stuck on its way. */
import { Type, type Static } from 'typebox';
import { ById, closed, contract, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';

/** A message in the inbox, in both languages. */
export const Notice = Type.Object({
  id: Id,
  /** The case that it is about. */
  subjectId: nullable(Id),
  template: Type.String(),
  title: Type.String(),
  text: Type.String(),
  titleEn: Type.String(),
  textEn: Type.String(),
  createdAt: Instant,
  readAt: nullable(Instant),
});
export type Notice = Static<typeof Notice>;

/** How a person wants to be told. The inbox cannot be switched off. */
export const Preference = closed({ sms: Type.Boolean(), email: Type.Boolean(), language: oneOf('zh-CN', 'en') });
export type Preference = Static<typeof Preference>;

/** A message that did not get out. Whom it is for and what it says is not shown here. */
export const StuckMessage = Type.Object({
  id: Id,
  channel: oneOf('sms', 'email'),
  /** Key of the message, `code` for a verification code. */
  template: Type.String(),
  state: oneOf('waiting', 'givenUp'),
  attempts: Type.Integer(),
  lastError: nullable(Type.String()),
  createdAt: Instant,
  nextAt: Instant,
});
export type StuckMessage = Static<typeof StuckMessage>;

/** Demo: what would have been sent. */
export const OutboxMessage = Type.Object({
  id: Id,
  channel: oneOf('sms', 'email'),
  address: Type.String(),
  subject: nullable(Type.String()),
  body: Type.String(),
  at: Instant,
});

/** Which inbox: without it that of the person, with it that of the account for its posts, which the workbench shows. */
const work = Type.Optional(Type.Boolean());

export const noticesContract = contract({
  myNotices: {
    method: 'GET',
    path: '/my/notices',
    summary: 'My messages, newest first',
    query: closed({ ...paging, work, unread: Type.Optional(Type.Boolean()), subjectId: Type.Optional(Id) }),
    reply: pageOf(Notice),
  },
  countUnread: {
    method: 'GET',
    path: '/my/notices/unread',
    summary: 'How many of my messages I have not read',
    query: closed({ work }),
    reply: Type.Object({ unread: Type.Integer() }),
  },
  markRead: {
    method: 'POST',
    path: '/my/notices/:id/read',
    summary: 'Mark one message as read',
    params: ById,
    problems: ['notices.noSuchNotice'],
  },
  markAllRead: {
    method: 'POST',
    path: '/my/notices/read',
    summary: 'Mark all my messages as read',
    query: closed({ work }),
  },
  myPreference: {
    method: 'GET',
    path: '/my/notice-preference',
    summary: 'How I am told, and by which ways messages leave this district at all',
    reply: Type.Object({
      ...Preference.properties,
      carried: Type.Object({ sms: Type.Boolean(), email: Type.Boolean() }),
    }),
  },
  savePreference: {
    method: 'PUT',
    path: '/my/notice-preference',
    summary: 'Say how I want to be told',
    body: Preference,
    reply: Preference,
    problems: ['notices.noPerson'],
  },
  listStuck: {
    method: 'GET',
    path: '/notices/stuck',
    summary: 'Messages that did not get out',
    query: closed(paging),
    reply: pageOf(StuckMessage),
  },
  retryStuck: {
    method: 'POST',
    path: '/notices/stuck/retry',
    summary: 'Try messages again that were given up: the named ones, or all',
    body: closed({ ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 500 })) }),
    reply: Type.Object({ retried: Type.Integer() }),
  },
  listOutbox: {
    method: 'GET',
    path: '/notices/outbox',
    summary: 'Demo only: the SMS and e-mails that would have been sent, newest first',
    query: closed({ limit: paging.limit }),
    reply: Type.Array(OutboxMessage),
    problems: ['notices.noOutbox'],
  },
});
