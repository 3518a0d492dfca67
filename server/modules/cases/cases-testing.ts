/** What the tests of a case's course stand on: a district, an application, its steps, and the proof that its line is what its history says. */
import { expect } from 'vitest';
import { getVersion, saveItems } from '#modules/catalogue';
import type { ItemBody } from '#modules/catalogue/contract';
import { calendarsOf } from '#modules/deadlines';
import { documentsContract } from '#modules/documents/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { plainItem, smallDistrict, type SmallDistrict } from '#server/testing-district';
import { casesContract as ops, type CaseWhole, type Submission } from './contract.ts';
import type { stepOperations } from './step-operations.ts';
import { lineAfter, openingOf } from './projection.ts';
import { getCaseRow, readActions } from './store.ts';

export type StepName = keyof typeof stepOperations;

export interface CasesTest {
  app: TestApp;
  d: SmallDistrict;
  /** An item of the market's department that begins to hold at once; its id. */
  item(overrides: Partial<ItemBody>): Promise<string>;
  submit(itemId: string, overrides?: Partial<Submission>, account?: string): Promise<string>;
  /** Takes a step; fails the test where it is refused. */
  act(id: string, step: StepName, body?: object, account?: string): Promise<unknown>;
  /** Takes a step, and answers with the problem where it is refused. */
  ask(id: string, step: StepName, body?: object, account?: string): ReturnType<TestApp['ask']>;
  read(id: string, account?: string): Promise<CaseWhole>;
  papersOf(id: string): Promise<{ id: string; kind: string; number: string }[]>;
  /** Ten in the morning of a day, in Shanghai. */
  on(day: string): void;
  expectProjected(id: string): Promise<void>;
}

export async function openCasesTest(): Promise<CasesTest> {
  const app = await openTestApp();
  const d = await smallDistrict(app);
  const call = (id: string, step: StepName, body: object) =>
    [ops[step] as (typeof ops)['accept'], { params: { id }, body: { actionId: newId(), ...body } as never }] as const;
  return {
    app,
    d,
    item: async (overrides) => {
      const [saved] = await app.ground.db.transaction((tx) =>
        saveItems(
          tx,
          [
            {
              code: `11330199MB0000001X-${newId().slice(-12)}`,
              departmentId: d.market,
              body: plainItem(overrides),
              inForceFrom: '2024-01-01',
            },
          ],
          { at: app.clock.now(), name: 'test', source: 'test' },
        ),
      );
      return saved!.itemId;
    },
    submit: async (itemId, overrides = {}, account = d.resident) => {
      const receipt = await app.call(account, ops.submitCase, {
        body: {
          actionId: newId(),
          itemId,
          applicant: {},
          answers: {},
          situations: {},
          materials: [],
          delivery: { way: 'electronic' },
          signature: { way: 'confirmed' },
          ...overrides,
        },
      });
      return receipt.id;
    },
    act: (id, step, body = {}, account = d.head) => app.call(account, ...call(id, step, body)),
    ask: (id, step, body = {}, account = d.head) => app.ask(account, ...call(id, step, body)),
    read: (id, account = d.examiner) => app.call(account, ops.getCase, { params: { id } }),
    papersOf: (id) =>
      app.call(d.examiner, documentsContract.listDocuments, { query: { subjectId: id, subjectKind: 'case' } }),
    on: (day) => app.clock.set(`${day}T10:00:00+08:00`),
    expectProjected: async (id) => {
      const row = await getCaseRow(app.ground.db, id);
      const actions = await readActions(app.ground.db, id);
      const { body } = await getVersion(app.ground, row.itemId, row.itemVersion);
      const { rated: _, calendarNo: __, ...line } = row;
      expect(JSON.parse(JSON.stringify(line))).toEqual(
        JSON.parse(JSON.stringify(lineAfter(openingOf(line, actions), actions, body, calendarsOf(app.ground)))),
      );
    },
  };
}
