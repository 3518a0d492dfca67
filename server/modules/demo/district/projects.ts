/** The type of project and the policies of the district. */
import {
  saveCompanyFacts,
  savePolicyRow,
  saveType,
  type PolicyBody,
  type ProjectTypeBody,
  type ToldFacts,
} from '#modules/projects';
import type { Tx } from '#platform/db';
import { foundedOn, idOf, type Plan } from '../plan.ts';
import { readDemo } from '../read-demo.ts';
import type { Company, People } from './people.ts';

/** A project as it is written down: what happened on which day after it was opened. */
export interface WrittenProject {
  key: string;
  /** The first company of this trade. */
  trade: string;
  name: string;
  address: string;
  investmentFen: number;
  daysAgo: number;
  facts: ToldFacts;
  /** What is told of the company. */
  about: ToldFacts;
  /** Entries of the menu; `title 359` says on which day, otherwise one follows the other. */
  ticks: string[];
  helps: [day: number, note: string][];
  /** `works 29 s33 u42 a43 g52`: handed in on day 29, asked to supplement on 33, supplemented on 42, accepted, granted. */
  course: string[];
  simulate?: {
    step: string;
    on: number;
    missing: { key: string; what: string; materialId?: string }[];
    examine: number;
    opinion: string;
    /** Days on which it was made formal, and decided by the opinion. */
    formal?: number;
    decide?: number;
  };
  end?: 'done';
}

interface Written {
  type: { code: string; body: ProjectTypeBody };
  projects: WrittenProject[];
  policies: { code: string; department: string; body: Omit<PolicyBody, 'departmentId'> }[];
}

export const writtenProjects = (): Written => readDemo<Written>('projects.json');
export const projectTypeId = (plan: Plan): string => idOf(plan, 'projectType', 'INDUSTRY');

/** Whose project it is; the first of a trade is always the same. */
export const companyOf = ({ companies }: People, trade: string): Company | undefined =>
  companies.find((company) => company.trade === trade);

/** Stores the type, the policies, and what companies have told of themselves. */
export function saveProjectRules(tx: Tx, plan: Plan, people: People, at: Date): void {
  const { type, projects, policies } = writtenProjects();
  const { code, body } = type;
  saveType(tx, { id: projectTypeId(plan), code, version: 1, body, inForceFrom: foundedOn(plan), at, accountId: null });
  for (const policy of policies) {
    const whole: PolicyBody = { ...policy.body, departmentId: idOf(plan, 'department', policy.department) };
    const row = {
      id: idOf(plan, 'policy', policy.code),
      code: policy.code,
      version: 1,
      body: whole,
      withdrawnAt: null,
    };
    savePolicyRow(tx, row, { at, by: null, isNew: true });
  }
  for (const { trade, about } of projects) {
    const { id } = companyOf(people, trade) ?? {};
    if (id && Object.keys(about).length > 0) saveCompanyFacts(tx, id, about, at, null);
  }
}
