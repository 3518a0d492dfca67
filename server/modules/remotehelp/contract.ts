/** What can be done with remote help over HTTP. */
import { Type } from 'typebox';
import { priorities } from '#modules/hall/contract';
import { levels } from '#modules/ratings/contract';
import { ById, closed, contract, Day, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { clerkOutcomes, outcomes, ways } from './help.ts';
import { ClerkCount, HelpLine, HelpSeen, HelpTaken, HelpWaiting, Said } from './shapes.ts';

export { away, clerkOutcomes, outcomes, partEnds, patience, ways, type Outcome, type Side, type Way } from './help.ts';
export type { ClerkCount, HelpLine, HelpSeen, HelpTaken, HelpWaiting, Said } from './shapes.ts';

const ByCode = Type.Object({ code: Type.String({ minLength: 1, maxLength: 80 }) }, { additionalProperties: false });
/** Made by whoever acts; a retry sends the same. */
const acting = { actionId: Id };
const listening = {
  /** Made by the page when it opens: of several the newest has the line. */
  tab: Id,
  /** The last that was heard. */
  after: Type.Optional(Type.Integer({ minimum: 0 })),
};
const Seat = Type.Object({
  /** Null: not there for remote help. */
  state: nullable(oneOf('open', 'break')),
  signs: Type.Boolean(),
  current: nullable(HelpTaken),
  waiting: Type.Array(HelpWaiting),
  /** All who wait, also those beyond the list. */
  waitingTotal: Type.Integer(),
  /** The own part in a talk that ended by itself a moment ago, so that the clerk reads why: null when they ended it. `outcome` null: it waits again. */
  broken: nullable(Type.Object({ at: Instant, outcome: nullable(oneOf(...outcomes)) })),
  /** Colleagues who are there now; `free` helps nobody at the moment. */
  colleagues: Type.Array(
    Type.Object({ accountId: Id, name: Type.String(), signs: Type.Boolean(), free: Type.Boolean() }),
  ),
});
const atHelp = ['remotehelp.noHelp', 'remotehelp.wrongAct', 'remotehelp.actRepeated'] as const;
const onLine = ['remotehelp.noHelp', 'remotehelp.wrongAct', 'remotehelp.otherTab', 'remotehelp.olderConnection'] as const; // prettier-ignore
const stream =
  'Server-sent events: `state` (`{ state, seq, epoch, otherAway }`) whenever one of them changes, `signal` (`{ id, epoch, kind, data }`) for what the other side said, `elsewhere` when another tab has taken the line over. The stream ends with the help.';

export const remoteHelpContract = contract({
  showRemoteHelp: {
    method: 'GET',
    path: '/remote-help',
    summary: 'Whether clerks are there for remote help now, and how many wait',
    reply: Type.Object({ onDuty: Type.Integer(), signs: Type.Boolean(), waiting: Type.Integer() }),
  },
  askForHelp: {
    method: 'POST',
    path: '/remote-help/helps',
    summary:
      'Ask for remote help while filling in a form (远程帮办); the code that comes back is told nobody else. It ends the help that the same account has asked for before',
    description:
      'Whether it was asked for at a kiosk, and in which hall, is known by the secret of the kiosk that asks.',
    body: closed({
      ...acting,
      itemId: Type.Optional(Id),
      way: oneOf(...ways),
      sign: Type.Optional(Type.Boolean()),
      priority: Type.Optional(oneOf(...priorities)),
      language: oneOf('zh-CN', 'en'),
      /** Read and agreed to: what the clerk sees, and what is kept of it. */
      consent: Type.Literal(true),
    }),
    reply: Type.Object({ code: Type.String(), help: HelpSeen }),
    problems: [
      'remotehelp.nobodyThere',
      'remotehelp.full',
      'remotehelp.haveHelp',
      'remotehelp.noItem',
      'remotehelp.actRepeated',
      'general.tooMany',
    ],
  },
  lookHelp: {
    method: 'GET',
    path: '/remote-help/helps/:code',
    summary: 'How the help stands, for the page that asked for it',
    params: ByCode,
    reply: HelpSeen,
    problems: ['remotehelp.noHelp'],
  },
  listenAsAsker: {
    method: 'GET',
    path: '/remote-help/helps/:code/line',
    summary: 'The line down to the page that asked: how the help stands, and what the clerk’s browser says',
    description: stream,
    params: ByCode,
    query: closed(listening),
    reply: 'file',
    problems: ['remotehelp.noHelp', 'general.busy'],
  },
  sayAsAsker: {
    method: 'POST',
    path: '/remote-help/helps/:code/line',
    summary: 'The line up: what the asker’s browser says to the clerk’s',
    params: ByCode,
    body: Said,
    problems: [...onLine, 'general.tooMany'],
  },
  leaveHelp: {
    method: 'POST',
    path: '/remote-help/helps/:code/leave',
    summary: 'End the help as its asker',
    params: ByCode,
    body: closed(acting),
    reply: HelpSeen,
    problems: atHelp,
  },
  rateHelp: {
    method: 'POST',
    path: '/remote-help/helps/:code/rating',
    summary: 'Say how the help was, once, when it has ended',
    params: ByCode,
    body: closed({ ...acting, level: oneOf(...levels) }),
    reply: HelpSeen,
    problems: atHelp,
  },
  showSeat: {
    method: 'GET',
    path: '/remote-help/seat',
    summary: 'The own seat: whom one helps, who waits, which colleagues are there',
    reply: Seat,
  },
  setSeat: {
    method: 'PUT',
    path: '/remote-help/seat',
    summary:
      'Say that one is there for remote help, takes a break, or leaves; said again every 20 seconds while one is there',
    body: closed({ state: nullable(oneOf('open', 'break')), signs: Type.Optional(Type.Boolean()) }),
    problems: ['remotehelp.helping'],
  },
  takeNext: {
    method: 'POST',
    path: '/remote-help/seat/next',
    summary: 'Take the next who waits; null when nobody does',
    body: closed(acting),
    reply: Type.Object({ help: nullable(HelpTaken) }),
    problems: ['remotehelp.noSeat', 'remotehelp.helping', 'remotehelp.actRepeated'],
  },
  listenAsClerk: {
    method: 'GET',
    path: '/remote-help/taken/:id/line',
    summary: 'The line down to the clerk who has taken the help',
    description: stream,
    params: ById,
    query: closed(listening),
    reply: 'file',
    problems: ['remotehelp.noHelp', 'general.busy'],
  },
  sayAsClerk: {
    method: 'POST',
    path: '/remote-help/taken/:id/line',
    summary: 'The line up: what the clerk’s browser says to the asker’s',
    params: ById,
    body: Said,
    problems: [...onLine, 'general.tooMany'],
  },
  handOver: {
    method: 'POST',
    path: '/remote-help/taken/:id/hand-over',
    summary: 'Hand the help over to a colleague who is free, or to the queue in its old place',
    params: ById,
    body: closed({ ...acting, accountId: Type.Optional(Id) }),
    problems: [...atHelp, 'remotehelp.colleagueAway'],
  },
  finishHelp: {
    method: 'POST',
    path: '/remote-help/taken/:id/finish',
    summary: 'End the help as the clerk, and say how',
    params: ById,
    body: closed({ ...acting, outcome: oneOf(...clerkOutcomes) }),
    problems: atHelp,
  },
  listHelps: {
    method: 'GET',
    path: '/remote-help/record',
    summary: 'The record that remote help took place, newest first; nothing of what was seen or said is kept',
    query: closed({
      ...paging,
      from: Type.Optional(Day),
      to: Type.Optional(Day),
      outcome: Type.Optional(oneOf(...outcomes)),
      /** Found under each clerk who was in it, whoever began or ended it. */
      clerkId: Type.Optional(Id),
    }),
    reply: pageOf(HelpLine),
  },
  exportHelps: {
    method: 'GET',
    path: '/remote-help/record/file',
    summary:
      'The same record as a table for a spreadsheet (CSV), a line for each clerk who was in a help, names of askers masked; 10,000 helps at most',
    query: closed({
      from: Type.Optional(Day),
      to: Type.Optional(Day),
      outcome: Type.Optional(oneOf(...outcomes)),
      clerkId: Type.Optional(Id),
      language: Type.Optional(oneOf('zh-CN', 'en')),
    }),
    reply: 'file',
    problems: ['remotehelp.recordTooLong'],
  },
  countHelps: {
    method: 'GET',
    path: '/remote-help/record/clerks',
    summary:
      'How many helps each clerk had part in, and for how long; one that was handed over counts for each of them',
    query: closed({ from: Type.Optional(Day), to: Type.Optional(Day), outcome: Type.Optional(oneOf(...outcomes)) }),
    reply: Type.Array(ClerkCount),
  },
});
