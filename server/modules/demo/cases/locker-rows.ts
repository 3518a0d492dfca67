/** What lies in lockers at the beginning, and what the cases of the district put there: by the rules of cases and lockers. */
import { validUntilOf } from '#modules/cases';
import type { Certificate } from '#modules/catalogue/contract';
import { addDays, shanghaiDay } from '#modules/deadlines';
import { entryAfter, entryValues, resultEntry, standsAsNew, type Act, type Entry } from '#modules/lockers';
import { hashOf } from '#platform/ids';
import { namedResidents } from '../district/named.ts';
import type { People } from '../district/people.ts';
import type { Row } from '../load-store.ts';
import { foundedOn, idOf, type Plan } from '../plan.ts';
import type { History, Paper } from './history.ts';
import type { World } from './world.ts';

interface Fetched {
  kind: Certificate;
  name: string;
  number: string;
  issuer: string;
  validFrom: string;
  validUntil: string | null;
}

/** What departments' data say of whoever signs in with a demo account: one of everything that a locker shows. */
const papersOf = (idNumber: string, asOf: string): Fetched[] => [
  { kind: 'idCard', name: '居民身份证', number: idNumber, issuer: '云溪区公安分局', validFrom: '2017-09-12', validUntil: '2037-09-12' },
  { kind: 'householdRegister', name: '居民户口簿', number: `H${idNumber.slice(6, 14)}`, issuer: '云溪区公安分局', validFrom: '2015-03-02', validUntil: null },
  { kind: 'healthCertificate', name: '健康证明', number: `JK${idNumber.slice(-6)}`, issuer: '云溪区疾病预防控制中心', validFrom: addDays(asOf, -330), validUntil: addDays(asOf, 35) },
  { kind: 'diploma', name: '普通高等学校毕业证书', number: `1034${idNumber.slice(-8)}`, issuer: '浙江省教育厅', validFrom: '2015-06-30', validUntil: null },
  { kind: 'residencePermit', name: '浙江省居住证', number: `JZ${idNumber.slice(-8)}`, issuer: '云溪区公安分局', validFrom: addDays(asOf, -400), validUntil: addDays(asOf, -35) },
]; // prettier-ignore

/** Licences of all companies, and the papers of the residents whose accounts are offered; who has a passport has that. */
export function fetchedEntries(plan: Plan, people: People): Entry[] {
  const addedAt = new Date(`${foundedOn(plan)}T09:00:00+08:00`);
  const entry = (owner: Pick<Entry, 'personId' | 'organisationId'>, key: string, fetched: Fetched): Entry => ({
    ...owner,
    ...standsAsNew,
    ...fetched,
    id: idOf(plan, 'entry', key),
    resultOf: [],
    source: 'fetched',
    trust: 'issued',
    fileIds: [],
    documentId: null,
    hash: hashOf(`${fetched.kind} ${fetched.number} ${fetched.validFrom}`),
    caseId: null,
    caseNumber: null,
    departmentId: null,
    addedAt,
    addedBy: null,
  });
  const companies = people.companies.map(({ id, creditCode }) =>
    entry({ personId: null, organisationId: id }, creditCode, {
      kind: 'businessLicence',
      name: '营业执照',
      number: creditCode,
      issuer: '云溪区市场监督管理局',
      validFrom: foundedOn(plan),
      validUntil: null,
    }),
  );
  const residents = people.residents.slice(0, namedResidents.length).flatMap(({ id, idKind, idNumber }) => {
    const passport: Fetched = { kind: 'passport', name: '护照', number: idNumber, issuer: '', validFrom: '2020-04-01', validUntil: '2030-03-31' }; // prettier-ignore
    const papers = idKind === 'residentCard' ? papersOf(idNumber, plan.asOf) : [passport];
    return papers.map((fetched) =>
      entry({ personId: id, organisationId: null }, `${idNumber} ${fetched.kind}`, fetched),
    );
  });
  return [...companies, ...residents];
}

/** The rows of an entry and its acts, for a result that has come into effect; of other papers none. */
export function lockerRows(world: World, { row, matter, actions, random }: History, paper: Paper, document: Row) {
  const { result } = matter.body;
  const inEffect = paper.kind === 'resultProof' && row.outcome === 'granted' && row.feeState !== 'asked';
  if (!inEffect || result?.kind === 'none') return [];
  const issuedOn = shanghaiDay(paper.at);
  const entry = resultEntry(
    {
      owner: { personId: row.personId, organisationId: row.organisationId },
      from: { id: row.id, number: row.number, departmentId: row.departmentId },
      kind: result?.certificate ?? 'other',
      resultOf: [matter.code, matter.baseCode].filter((code) => code !== ''),
      name: result?.name ?? row.itemName,
      issuer: world.departments.get(row.departmentId)!.name,
      validUntil: validUntilOf(row, actions, matter.body, issuedOn),
    },
    { id: paper.id, number: document[2] as string, issuedOn },
    { id: random.id(paper.at), hash: document[9] as string, at: paper.at },
  );
  const added: Row = [random.id(paper.at), entry.id, 'add', paper.at, null, null];
  const taken = actions.find(({ kind }) => kind === 'revoke');
  if (!taken) return [{ entry: entryRow(entry), acts: [added] }];
  // What was revoked serves nowhere any more.
  const act: Act = { act: 'revoke', at: taken.at, reason: taken.facts.reason as string };
  const ended: Row = [random.id(act.at), entry.id, act.act, act.at, null, act.reason];
  return [{ entry: entryRow(entryAfter(entry, act)), acts: [added, ended] }];
}

/** Lists of a row in the words of PostgreSQL: COPY knows no arrays. */
const entryRow = (entry: Entry): Row =>
  entryValues(entry).map((value) =>
    Array.isArray(value) ? `{${value.map((one) => JSON.stringify(one)).join(',')}}` : value,
  );
