/** What journeys of joint handling share: the demo's life event, and who decides its parts. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findItemByCode, getVersionInForce } from '#modules/catalogue';
import { completeEvent, saveEvents, type LifeEventBody } from '#modules/matters';
import { createAccount, givePost } from '#modules/people';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import type { PortalDistrict } from './portal-district.ts';

interface Written {
  code: string;
  body: Omit<LifeEventBody, 'members'> & { members: (LifeEventBody['members'][number] & { item: string })[] };
}

/** The demo's life event of starting a company, and somebody who decides at each department. */
export async function addLifeEvent(
  { app: { ground } }: Pick<PortalDistrict, 'app'>,
  policy?: LifeEventBody['policy'],
): Promise<{ eventId: string; heads: ReadonlyMap<string, string>; office: string }> {
  const heads = new Map<string, string>();
  let office = '';
  const at = ground.clock.now();
  const [written] = JSON.parse(
    readFileSync(path.join(import.meta.dirname, '../data/demo/life-events.json'), 'utf8'),
  ) as Written[];
  const codes = await ground.db.many<{ code: string }>(sql`select code from catalogue.item`);
  const items = await Promise.all(
    written!.body.members.map(async ({ item, ...member }) => {
      const code = codes.find((one) => one.code.endsWith(`-${item}`))!.code;
      const { id } = (await findItemByCode(ground.db, code))!;
      return { member: { ...member, itemId: id }, version: (await getVersionInForce(ground, id, '2026-06-10'))! };
    }),
  );
  const bodies = new Map(items.map(({ member, version }) => [member.itemId, version.body]));
  const body = completeEvent(
    {
      ...written!.body,
      ...(policy ? { policy } : {}),
      leadDepartmentId: items[0]!.version.departmentId,
      members: items.map(({ member }) => member),
      asks: [],
      materials: [],
    },
    (itemId) => bodies.get(itemId),
    '2026-06-10',
  );
  const id = newId();
  await ground.db.transaction(async (tx) => {
    await saveEvents(tx, at, [{ id, code: 'COMPANY', body, inForceFrom: '2026-01-01' }]);
    for (const { version } of items) {
      const account = createAccount(tx, at, {
        loginName: `head-${heads.size}`,
        name: `负责人${heads.size + 1}`,
        staff: true,
      });
      givePost(tx, at, account, { role: 'head', departmentId: version.departmentId, outletId: null });
      heads.set(version.departmentId, account);
    }
    office = createAccount(tx, at, { loginName: 'joint-office', name: '孙主任', staff: true });
    givePost(tx, at, office, { role: 'office', departmentId: null, outletId: null });
  });
  return { eventId: id, heads, office };
}
