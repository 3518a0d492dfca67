/** What tests of lockers stand on: an item whose materials a locker meets, uploads, and entries of every origin. */
import { saveItems } from '#modules/catalogue';
import type { ItemBody } from '#modules/catalogue/contract';
import { openSession, sessionCookie } from '#modules/people';
import { newId } from '#platform/ids';
import type { TestApp } from '#server/testing';
import { plainItem, type SmallDistrict } from '#server/testing-district';
import type { Entry } from './entry.ts';
import { standsAsNew } from './keep-entries.ts';
import { insertEntries } from './store.ts';

const material = (id: string, name: string, metBy: ItemBody['materials'][number]['metBy']) =>
  ({ id, name, form: 'electronic', copies: 1, source: 'applicant', requirement: 'must', ...(metBy ? { metBy } : {}) }) as const; // prettier-ignore

/** Opening a shop: a licence that somebody has to have seen, a plan that one may bring oneself, and a list that only the applicant has. */
export const shopItem = (): ItemBody =>
  plainItem({
    name: '公共场所卫生许可',
    materials: [
      material('licence', '营业执照', { kinds: ['businessLicence'], leastTrust: 'verified' }),
      material('plan', '场所平面图', { kinds: ['floorPlan'], leastTrust: 'declared' }),
      { ...material('list', '设备清单', undefined), requirement: 'optional' },
    ],
    result: {
      name: '卫生许可证',
      kind: 'certificate',
      certificate: 'hygieneLicence',
      validMonths: 48,
      deliveries: ['electronic'],
    },
  });

/** The item in the small district. */
export async function saveShopItem(app: TestApp, d: SmallDistrict): Promise<string> {
  const at = app.clock.now();
  const items = [{ code: '11330199MB0000001X-330123014000', departmentId: d.market, body: shopItem(), inForceFrom: '2024-01-01' }]; // prettier-ignore
  const [saved] = await app.ground.db.transaction((tx) => saveItems(tx, items, { at, name: 'test', source: 'test' }));
  return saved!.itemId;
}

/** The smallest PNG: one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Uploads a picture and answers its id. */
export async function uploadPixel(app: TestApp, account: string): Promise<string> {
  const form = new FormData();
  form.append('file', new File([pixel], '材料.png', { type: 'image/png' }));
  const encoded = new Response(form);
  const reply = await app.http.inject({
    method: 'POST',
    url: '/api/files',
    headers: {
      'content-type': encoded.headers.get('content-type')!,
      cookie: `${sessionCookie}=${await openSession(app.ground, account)}`,
    },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  return (reply.json() as { id: string }).id;
}

/** An entry that a department's data brought in. */
export async function fetchedEntry(app: TestApp, overrides: Partial<Entry>): Promise<Entry> {
  const entry: Entry = {
    ...standsAsNew,
    id: newId(),
    personId: null,
    organisationId: null,
    kind: 'businessLicence',
    resultOf: [],
    name: '营业执照',
    number: '91330199MA27XN8C2X',
    issuer: '云溪区市场监督管理局',
    source: 'fetched',
    trust: 'issued',
    validFrom: '2024-03-01',
    validUntil: null,
    fileIds: [],
    documentId: null,
    hash: 'f'.repeat(64),
    caseId: null,
    caseNumber: null,
    departmentId: null,
    addedAt: app.clock.now(),
    addedBy: null,
    ...overrides,
  };
  await app.ground.db.transaction(async (tx) => insertEntries(tx, [entry]));
  return entry;
}
