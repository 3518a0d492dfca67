/** HTTP for remote help: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { deliverFile } from '#modules/documents';
import { findKioskOf, sittingAt } from '#modules/kiosks';
import { actorOf } from '#modules/people';
import { brake } from '#platform/brake';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { hashOf } from '#platform/ids';
import { mayTry } from '#platform/permissions';
import { askForHelp, getByCode, leaveHelp, rateHelp } from './ask-for-help.ts';
import { remoteHelpContract } from './contract.ts';
import { finishHelp, handOver, setSeat, takeNext } from './give-help.ts';
import { readIceSettings } from './ice-servers.ts';
import { countNow } from './line-store.ts';
import { may } from './may.ts';
import { helpProblems } from './problems.ts';
import { countByClerk, readRecord, readSeat, seeHelp, seeTaken } from './read-help.ts';
import { recordSheet } from './record-sheet.ts';
import { sayOnLine } from './say-on-line.ts';
import { findByAction, findHelp } from './store.ts';
import { Switchboard } from './switchboard.ts';

/** Strangers may ask: from one address a few at once, as from the kiosks of a hall, then one each ten seconds. */
const asking = brake(20, 10);

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db, clock } = ground;
  const ice = readIceSettings(process.env);
  const switchboard = new Switchboard(app, ground);
  const by = (actionId: string, accountId: string | null) => ({ actionId, accountId, at: clock.now() });
  /** The help that this clerk has taken. What is over or with somebody else is nobody's to act on. */
  const held = async (id: string, allow: (ties: { owners: (string | null)[] }) => void) => {
    const help = await findHelp(db, id);
    if (!help) throw helpProblems.noHelp();
    allow({ owners: [help.clerkId] });
    return help;
  };

  serve(app, 'remotehelp', remoteHelpContract, may, {
    showRemoteHelp: () => countNow(db, clock.now()),
    askForHelp: async ({ body, actor, raw }) => {
      asking(ground, raw.ip);
      const kiosk = await findKioskOf(ground, raw);
      const from = {
        door: kiosk ? 'kiosk' : 'portal',
        outletId: kiosk?.outletId ?? null,
        kioskId: kiosk?.id ?? null,
        sittingId: (kiosk && (await sittingAt(db, kiosk.id))) ?? null,
      } as const;
      const { code, help } = await askForHelp(ground, actor, from, body);
      return { code, help: await seeHelp(ground, ice, help) };
    },
    lookHelp: async ({ params }) => seeHelp(ground, ice, await getByCode(ground, params.code)),
    listenAsAsker: async ({ params, query, reply }) => {
      const { id } = await getByCode(ground, params.code);
      await switchboard.listen(reply, { helpId: id, side: 'asker', tab: query.tab, clerkId: undefined, after: query.after ?? 0 }); // prettier-ignore
    },
    sayAsAsker: async ({ params, body }) => sayOnLine(ground, await getByCode(ground, params.code), 'asker', body),
    leaveHelp: async ({ params, body }) =>
      seeHelp(ground, ice, await leaveHelp(ground, await getByCode(ground, params.code), by(body.actionId, null))),
    rateHelp: async ({ params, body: { actionId, level } }) => {
      const help = await getByCode(ground, params.code);
      return seeHelp(ground, ice, await rateHelp(ground, help, level, by(actionId, null)));
    },
    showSeat: ({ actor }) => readSeat(ground, ice, actor.accountId!),
    setSeat: ({ body, actor }) => setSeat(ground, actor, body),
    takeNext: async ({ body, actor }) => {
      const help = await takeNext(ground, actor, body.actionId);
      return { help: help ? await seeTaken(ground, ice, help) : null };
    },
    listenAsClerk: async ({ params, query, actor, allow, raw, reply }) => {
      const { id } = await held(params.id, allow);
      const still = async (): Promise<boolean> => {
        const now = await actorOf(ground, raw);
        return now.accountId === actor.accountId && mayTry(may.listenAsClerk, now);
      };
      await switchboard.listen(reply, { helpId: id, side: 'clerk', tab: query.tab, clerkId: actor.accountId!, may: still, after: query.after ?? 0 }); // prettier-ignore
    },
    sayAsClerk: async ({ params, body, allow }) => sayOnLine(ground, await held(params.id, allow), 'clerk', body),
    handOver: async ({ params, body, actor, allow }) => {
      const [help, done] = await Promise.all([findHelp(db, params.id), findByAction(db, body.actionId)]);
      if (!help) throw helpProblems.noHelp();
      // Who handed it over has it no more, and may say so again when the answer was lost.
      allow({ owners: [help.clerkId, done?.id === help.id ? done.by : null] });
      await handOver(ground, help, body.accountId, by(body.actionId, actor.accountId));
    },
    finishHelp: async ({ params, body, actor, allow }) => {
      await finishHelp(ground, await held(params.id, allow), body.outcome, by(body.actionId, actor.accountId));
    },
    listHelps: ({ query: { limit, offset, ...filter } }) => readRecord(ground, filter, limit ?? 50, offset ?? 0),
    exportHelps: async ({ query: { language = 'zh-CN', ...filter }, reply }) => {
      const bytes = await recordSheet(ground, filter, language);
      const name = `${language === 'en' ? 'remote-help' : '远程帮办'}-${filter.from ?? ''}-${filter.to ?? shanghaiDay(clock.now())}.csv`;
      deliverFile(reply, { type: 'text/csv; charset=utf-8', name, tag: hashOf(bytes), download: true });
      return void (await reply.send(bytes));
    },
    countHelps: ({ query }) => countByClerk(ground, query),
  });
}
