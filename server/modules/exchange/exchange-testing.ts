/** Two districts for tests, each with its own database, that talk to each other by real HTTP on this machine. */
import { idCheckDigit } from '#modules/people';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { exchangeContract as ops } from './contract.ts';
import { deliverDue } from './deliver.ts';
import type { Application } from './wire.ts';

export const holds = { validFrom: '2026-01-01T00:00:00+08:00', validUntil: '2027-01-01T00:00:00+08:00' };

export interface TwoDistricts {
  here: TestApp;
  there: TestApp;
  a: SmallDistrict;
  b: SmallDistrict;
  /** `there`, as `here` knows it; and the other way round. */
  partner: string;
  partnerThere: string;
  /** The port of `there`. */
  port: number;
  close(): Promise<unknown>;
}

/** The office of `app` begins to exchange with `other`, having compared its fingerprint. */
async function befriend(app: TestApp, office: string, other: TestApp, otherOffice: string, baseUrl: string) {
  const { code, publicKey, fingerprint } = await other.call(otherOffice, ops.ownKey, {});
  return (await app.call(office, ops.addPartner, { body: { code, name: other.ground.district.name, baseUrl, publicKey, fingerprint, ...holds } })).id; // prettier-ignore
}

/** Both are partners of each other, and `here` knows what `there` offers: the licence for food. */
export async function twoDistricts(): Promise<TwoDistricts> {
  const [here, there] = await Promise.all([openTestApp(), openTestApp()]);
  there.ground.district = { ...there.ground.district, code: '330198', name: '青山区', nameEn: 'Qingshan District' };
  const [a, b] = await Promise.all([smallDistrict(here), smallDistrict(there)]);
  const listen = (app: TestApp) => app.http.listen({ port: 0, host: '127.0.0.1' });
  const [urlHere, urlThere] = await Promise.all([listen(here), listen(there)]);
  const partner = await befriend(here, a.office, there, b.office, urlThere);
  const partnerThere = await befriend(there, b.office, here, a.office, urlHere);
  await there.call(b.office, ops.offerItem, { params: { id: b.food } });
  for (const app of [here, there]) await deliverDue(app.ground);
  const close = () => Promise.all([here.close(), there.close()]);
  return { here, there, a, b, partner, partnerThere, port: Number(new URL(urlThere).port), close };
}

export const idNumber = `33019819880215101${idCheckDigit('33019819880215101')}`;

/** What goes over for the licence; the plan was seen on paper. */
export const applicationOf = ({ b }: Pick<TwoDistricts, 'b'>, overrides: Partial<Application> = {}): Application => ({
  itemId: b.food,
  itemVersion: 1,
  signature: { way: 'confirmed' },
  applicant: { name: '林知远', idNumber, phone: '19900007777' },
  answers: { shopName: '知远书屋', area: 60, grease: 'YS-2' },
  situations: { business: 'hot' },
  materials: [{ materialId: 'layout', how: 'paper', files: [] }],
  ...overrides,
});

/** The same as a window takes it in; with files the plan is one of them. */
export function askedOf(
  of: Pick<TwoDistricts, 'b' | 'partner'>,
  overrides: Partial<Application> = {},
  fileIds: string[] = [],
) {
  const { itemVersion: _, materials, ...rest } = applicationOf(of, overrides);
  const how = fileIds.length > 0 ? ('upload' as const) : ('paper' as const);
  return {
    ...rest,
    partnerId: of.partner,
    materials: materials.map(({ materialId }) => ({ materialId, how, fileIds })),
  };
}
