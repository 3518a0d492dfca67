/** HTTP for remote help: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { brake } from '#platform/brake';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { askForHelp, getByCode, leaveHelp, rateHelp } from './ask-for-help.ts';
import { remoteHelpContract } from './contract.ts';
import { finishHelp, handOver, setSeat, takeNext } from './give-help.ts';
import { readIceSettings } from './ice-servers.ts';
import { countNow } from './line-store.ts';
import { may } from './may.ts';
import { helpProblems } from './problems.ts';
import { lineOf, readSeat, seeHelp, seeTaken } from './read-help.ts';
import { sayOnLine } from './say-on-line.ts';
import { findHelp, listRecord } from './store.ts';
import { Switchboard } from './switchboard.ts';

/** Strangers may ask: from one address a few at once, as from the kiosks of a hall, then one each ten seconds. */
const asking = brake(20, 10);

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db, clock } = ground;
  const ice = readIceSettings(process.env);
  const switchboard = new Switchboard(ground);
  app.addHook('preClose', async () => switchboard.stop());
  const by = (actionId: string, accountId: string | null) => ({ actionId, accountId, at: clock.now() });
  /** The help that this clerk has taken. What is over or with somebody else is nobody's to act on. */
  const held = async (id: string, allow: (ties: { holder: string | null }) => void) => {
    const help = await findHelp(db, id);
    if (!help) throw helpProblems.noHelp();
    allow({ holder: help.clerkId });
    return help;
  };

  serve(app, 'remotehelp', remoteHelpContract, may, {
    showRemoteHelp: () => countNow(db, clock.now()),
    askForHelp: async ({ body, actor, raw }) => {
      asking(ground, raw.ip);
      const { code, help } = await askForHelp(ground, actor, body);
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
    listenAsClerk: async ({ params, query, actor, allow, reply }) => {
      const { id } = await held(params.id, allow);
      await switchboard.listen(reply, { helpId: id, side: 'clerk', tab: query.tab, clerkId: actor.accountId!, after: query.after ?? 0 }); // prettier-ignore
    },
    sayAsClerk: async ({ params, body, allow }) => sayOnLine(ground, await held(params.id, allow), 'clerk', body),
    handOver: async ({ params, body, actor, allow }) => {
      await handOver(ground, await held(params.id, allow), body.accountId, by(body.actionId, actor.accountId));
    },
    finishHelp: async ({ params, body, actor, allow }) => {
      await finishHelp(ground, await held(params.id, allow), body.outcome, by(body.actionId, actor.accountId));
    },
    listHelps: async ({ query: { limit, offset, ...filter } }) => {
      const { rows, total } = await listRecord(db, filter, limit ?? 50, offset ?? 0);
      return { rows: rows.map(lineOf), total };
    },
  });
}
