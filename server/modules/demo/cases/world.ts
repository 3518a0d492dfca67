/** What histories are drawn from: people, staff, items, office time. Made once, only read. */
import type { Ground } from '#platform/ground';
import type { Remedies } from '#modules/documents';
import { endOf, firstDayOf, type Plan } from '../plan.ts';
import type { Department, Outlet } from '../district/offices.ts';
import type { Company, People, Resident } from '../district/people.ts';
import type { Member, Staff } from '../district/staff.ts';
import { readDemo } from '../read-demo.ts';
import type { Random } from '#platform/random';
import type { History } from './history.ts';
import { choosers, type Matter } from './matters.ts';
import { OfficeTime } from './office-time.ts';

export interface World {
  plan: Plan;
  end: Date;
  time: OfficeTime;
  people: People;
  staff: Staff;
  departments: ReadonlyMap<string, Department>;
  outlets: ReadonlyMap<string, Outlet>;
  /** Halls, town centres and counters of departments, by key. */
  byKey: ReadonlyMap<string, Outlet>;
  towns: readonly Outlet[];
  matters: readonly Matter[];
  choose: ((random: Random) => Matter)[];
  remedies: Remedies;
  withAccount: readonly Resident[];
  members: ReadonlyMap<string, Member>;
  residents: ReadonlyMap<string, Resident>;
  companies: ReadonlyMap<string, Company>;
}

export interface Sayings {
  wanted: string[];
  refuseAcceptance: string[];
  notNeeded: string[];
  /** Why it is another office's, and whose. */
  offices: [string, string][];
  /** By department: to which others something may have to be sent on. */
  neighbours: Record<string, string[]>;
  sendOn: string[];
  opinionGrant: string[];
  opinionRefuse: string[];
  grant: string[];
  refuse: string[];
  withdraw: string[];
  correct: string[];
  note: string[];
  waive: string[];
  refund: string[];
  cureReturned: string[];
  promiseKept: string[];
  promiseBroken: string[];
  revoke: string[];
  revokeLapsed: string[];
  heard: string[];
  hearingReasons: string[];
  hearingParties: string[];
  hearingAsked: string[];
  hearingWaived: string[];
  hearingTakenBack: string[];
  hearingRecords: string[];
  hearingGranted: string[];
  hearingRefused: string[];
  hearingNobody: string[];
  praise: string[];
  bad: { reasons: string[]; comment: string; mistap: boolean }[];
}
export const sayings = readDemo<Sayings>('sayings.json');

const ofBusiness = /现场|场所|经营|监管/;
/** Something that fits: nobody inspects premises for an identity card. */
export const say = ({ matter, random, row }: History, from: readonly string[]): string => {
  const business = matter.body.kind === 'licence' && row.organisationId !== null;
  return random.pick(business ? from : from.filter((saying) => !ofBusiness.test(saying)));
};

export function worldOf(
  plan: Plan,
  district: Ground['district'],
  made: { departments: Department[]; outlets: Outlet[]; staff: Staff; people: People; matters: Matter[] },
): World {
  const { departments, outlets, staff, people, matters } = made;
  return {
    plan,
    end: endOf(plan),
    time: new OfficeTime(firstDayOf(plan), plan.asOf),
    people,
    staff,
    departments: new Map(departments.map((one) => [one.id, one])),
    outlets: new Map(outlets.map((one) => [one.id, one])),
    byKey: new Map(outlets.map((one) => [one.key, one])),
    towns: outlets.filter(({ kind }) => kind === 'town'),
    matters,
    choose: choosers(plan, matters),
    remedies: { reviewBody: district.reviewBody, court: district.court },
    withAccount: people.residents.filter(({ accountId }) => accountId !== null),
    members: new Map(staff.members.map((one) => [one.login, one])),
    residents: new Map(people.residents.map((one) => [one.login, one])),
    companies: new Map(people.companies.map((one) => [one.id, one])),
  };
}
