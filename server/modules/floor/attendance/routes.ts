/** HTTP for attendance. */
import { deliverFile } from '#modules/documents';
import { getPlace } from '#modules/hall';
import { postsNow, staffOf } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { Handlers } from '#platform/http';
import { hashOf } from '#platform/ids';
import { rolesOf, type Actor } from '#platform/permissions';
import { tallyOf } from './marks.ts';
import type { attendanceOperations } from './operations.ts';
import { amendTurn, getTurn, planTurns, removeTurn } from './plan-turns.ts';
import { byPerson, demandSpan, judgedTurns } from './read-attendance.ts';
import { attendanceSheet } from './sheet.ts';
import { houseRule, outletsOfTurns, saveHouseRule } from './store.ts';

/** The departments that the actor leads; undefined for those who see everybody. */
export const ledBy = (actor: Actor): string[] | undefined =>
  rolesOf(actor).some((role) => role === 'office' || role === 'auditor')
    ? undefined
    : actor.posts.flatMap(({ role, departmentId }) => (role === 'head' && departmentId ? [departmentId] : []));

export function attendanceRoutes(ground: Ground): Handlers<typeof attendanceOperations> {
  const { db, clock } = ground;
  /** Whom the actor may see. */
  const withinOf = async (actor: Actor, allow: (ties: { departments: string[] }) => void) => {
    const led = ledBy(actor);
    allow({ departments: led ?? [] });
    if (!led) return undefined;
    const today = shanghaiDay(clock.now());
    const staff = await Promise.all(led.map((id) => staffOf(db, id, today)));
    return new Set(staff.flat().map(({ accountId }) => accountId));
  };
  return {
    getHouseRule: async ({ params }) => {
      await getPlace(db, params.id);
      return houseRule(db, params.id);
    },
    saveHouseRule: async ({ params, body, actor }) => {
      await getPlace(db, params.id);
      await db.transaction(async (tx) => saveHouseRule(tx, params.id, body, clock.now(), actor.name));
      return body;
    },
    planTurns: async ({ params, body, actor }) => {
      await getPlace(db, params.id);
      return planTurns(ground, actor, params.id, body);
    },
    removeTurn: async ({ params }) => removeTurn(ground, await getTurn(ground, params.id)),
    readAttendance: async ({ params, query, actor, allow }) => {
      const within = await withinOf(actor, allow);
      await getPlace(db, params.id);
      const lines = await judgedTurns(ground, { ...query, outletId: params.id, within });
      const { graceMinutes } = await houseRule(db, params.id);
      return { asOf: clock.now().toISOString(), graceMinutes, all: tallyOf(lines), people: byPerson(lines) };
    },
    listAttendance: async ({ params, query, actor, allow }) => {
      const within = await withinOf(actor, allow);
      await getPlace(db, params.id);
      const { limit = 100, offset = 0, mark, ...asked } = query;
      const lines = await judgedTurns(ground, { ...asked, outletId: params.id, within });
      const found = mark ? lines.filter((line) => line.mark === mark) : lines;
      return { rows: found.slice(offset, offset + limit), total: found.length };
    },
    exportAttendance: async ({ params, query, actor, allow, reply }) => {
      const within = await withinOf(actor, allow);
      await getPlace(db, params.id);
      const lines = await judgedTurns(ground, { ...query, outletId: params.id, within });
      const bytes = await attendanceSheet(lines, query.language ?? 'zh-CN');
      const name = `${query.language === 'en' ? 'attendance' : '考勤'}-${query.from}-${query.to}.csv`;
      deliverFile(reply, { type: 'text/csv; charset=utf-8', name, tag: hashOf(bytes), download: true });
      return void (await reply.send(bytes));
    },
    myAttendance: async ({ query, actor }) => {
      demandSpan(query);
      const accountId = actor.accountId!;
      const outlets = await outletsOfTurns(db, accountId, query.from, query.to);
      const lines = await Promise.all(outlets.map(({ outletId }) => judgedTurns(ground, { ...query, outletId, accountId }))); // prettier-ignore
      return { rows: lines.flat(), tally: tallyOf(lines.flat()) };
    },
    amendTurn: async ({ params, body, actor, allow }) => {
      const turn = await getTurn(ground, params.id);
      const posts = await postsNow(db, turn.accountId, clock.now());
      allow({ departments: posts.map(({ departmentId }) => departmentId) });
      await amendTurn(ground, actor, turn, body);
      const { outletId, day, accountId } = turn;
      const lines = await judgedTurns(ground, { outletId, from: day, to: day, accountId });
      return lines.find(({ id }) => id === turn.id)!;
    },
  };
}
