/** A district for the residents' journeys: the demo's departments, items, topics and places, and a few people with passwords. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { saveItems, saveTopics } from '#modules/catalogue';
import type { ItemBody } from '#modules/catalogue/contract';
import { saveOffices } from '#modules/offices';
import { creditCheckDigit, hashPassword, idCheckDigit, savePeople } from '#modules/people';
import { newId } from '#platform/ids';
import { servePages } from '#platform/pages';
import { openTestApp, type TestApp } from '#server/testing';
import { surfaces } from '../web/surfaces/surfaces.ts';

const folder = path.join(import.meta.dirname, '../data/demo');
const read = async <T>(name: string): Promise<T> => JSON.parse(await readFile(path.join(folder, name), 'utf8')) as T;

interface DemoItem {
  code: string;
  baseCode: string;
  department: string;
  body: ItemBody;
}
interface DemoPlace {
  key: string;
  name: string;
  nameEn: string;
  address?: string;
  at: [number, number];
  telephone?: string;
}

export const password = 'Qinghua-Porcelain-7';

export interface PortalDistrict {
  app: TestApp;
  /** http://127.0.0.1:<port> */
  origin: string;
  /** Accounts. */
  examiner: string;
  head: string;
  resident: string;
  anna: string;
  /** The item that opens a restaurant. */
  food: string;
  /** Chen Xiaoman's resident card, and the code of her company. */
  idNumber: string;
  creditCode: string;
  close(): Promise<void>;
}

/** Monday to Friday with a break at noon. */
const weekly = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens: '09:00', closes: '12:00' },
  { weekday, opens: '13:30', closes: '17:00' },
]);

export async function openPortalDistrict(): Promise<PortalDistrict> {
  // Another folder where somebody else builds in this checkout at the same time.
  const dist = process.env.YICHUANG_DIST ?? path.join(import.meta.dirname, '../dist/web');
  const app = await openTestApp({ more: (http) => servePages(http, { dist, surfaces }) });
  const ids = await fill(app);
  await app.relay.start();
  app.live.start();
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  const address = app.http.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    app,
    origin: `http://127.0.0.1:${port}`,
    ...ids,
    close: async () => {
      await app.relay.stop();
      await app.close();
    },
  };
}

async function fill({ ground }: TestApp): Promise<Omit<PortalDistrict, 'app' | 'origin' | 'close'>> {
  const at = ground.clock.now();
  const departments = await read<{ key: string; name: string }[]>('departments.json');
  const topics = await read<{ key: string; name: string; nameEn: string; 'icon-word': string }[]>('topics.json');
  const { halls, towns } = await read<{ halls: DemoPlace[]; towns: DemoPlace[] }>('places.json');
  const files = await readdir(path.join(folder, 'items'));
  const items = (await Promise.all(files.map((file) => read<DemoItem[]>(`items/${file}`)))).flat();
  const passwordHash = await hashPassword(password);
  const [examiner, head, resident, anna] = [newId(), newId(), newId(), newId()];
  const idNumber = `33019919900307002${idCheckDigit('33019919900307002')}`;
  const creditCode = `91330199MA27XN8C2${creditCheckDigit('91330199MA27XN8C2')}`;
  const [person, other, company] = [newId(), newId(), newId()];
  const departmentIds = new Map(departments.map(({ key }) => [key, newId()]));
  return ground.db.transaction(async (tx) => {
    const places = [
      ...halls.map((hall) => ({ ...hall, kind: 'hall' as const })),
      ...towns.map((town) => ({
        ...town,
        key: `town-${town.key}`,
        name: `${town.name}便民服务中心`,
        nameEn: `${town.nameEn} Service Centre`,
        kind: 'town' as const,
      })),
    ].map(({ key, kind, name, nameEn, address = '', telephone = '', at: [longitude, latitude] }) => ({
      id: newId(),
      key,
      kind,
      name,
      nameEn,
      address,
      telephone,
      longitude,
      latitude,
    }));
    saveOffices(tx, at, {
      departments: departments.map((row) => ({ ...row, id: departmentIds.get(row.key)! })),
      outlets: places,
      hours: places.map(({ id }) => ({ outletId: id, weekly })),
    });
    saveTopics(
      tx,
      topics.map(({ key, name, nameEn, 'icon-word': iconWord }, position) => ({
        key,
        name,
        nameEn,
        iconWord,
        position,
      })),
    );
    const market = departmentIds.get('market-supervision')!;
    const post = { departmentId: market, outletId: null };
    savePeople(tx, at, {
      persons: [
        {
          id: person,
          idKind: 'residentCard',
          idNumber,
          name: '陈小满',
          phone: '19900001234',
          address: '云溪区文渊街18号3幢201室',
          verifiedAt: at,
        },
        { id: other, idKind: 'passport', idNumber: 'E12345678', name: 'Anna Lee', phone: '19900005678' },
      ],
      organisations: [
        {
          id: company,
          creditCode,
          name: '云溪小满餐饮有限公司',
          legalRepresentative: '陈小满',
        },
      ],
      accounts: [
        { id: resident, loginName: 'chen', name: '陈小满', personId: person, passwordHash },
        { id: anna, loginName: 'anna', name: 'Anna Lee', personId: other, passwordHash },
        { id: examiner, loginName: 'li', name: '李审查', passwordHash },
        { id: head, loginName: 'zhao', name: '赵局长', passwordHash },
      ],
      posts: [
        { accountId: examiner, role: 'examiner', ...post },
        { accountId: head, role: 'head', ...post },
      ],
      authorities: [{ kind: 'legalRepresentative', agentPersonId: person, principalOrganisationId: company }],
      demoAccounts: [
        { accountId: resident, password, title: '居民 陈小满', titleEn: 'Resident Chen Xiaoman', position: 1 },
        { accountId: examiner, password, title: '审查人员 李审查', titleEn: 'Examiner Li', position: 2 },
      ],
    });
    const saved = await saveItems(
      tx,
      items.map(({ code, baseCode, department, body }) => ({
        code,
        baseCode,
        departmentId: departmentIds.get(department)!,
        body,
        inForceFrom: '2024-01-01',
      })),
      { at, name: 'demo', source: 'demo' },
    );
    const food = saved[items.findIndex(({ body }) => body.plainName === '开饭店')]!.itemId;
    return { examiner, head, resident, anna, food, idNumber, creditCode };
  });
}
