/**
 * Doing a history over again through the doors of the product: the operations that a browser calls, each at its instant and by its
 * account. What comes out is read back from the database beside what was loaded.
 */
import { readFileSync } from 'node:fs';
import { module as casesModule, getCaseRow, type Action, type CaseRow } from '#modules/cases';
import { casesContract as ops, type HandedIn } from '#modules/cases/contract';
import { openSession, sessionCookie } from '#modules/people';
import { paymentsContract } from '#modules/payments/contract';
import { startOfDay } from '#platform/clock';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import type { TestApp } from '#server/testing';

export type Told = Pick<Action, 'kind' | 'fromState' | 'toState' | 'at' | 'accountId' | 'role' | 'placeId' | 'facts'>;

/** Everything that there is of a case. */
export interface Whole {
  row: CaseRow;
  actions: Told[];
  papers: { kind: string; issuedAt: Date; data: Record<string, unknown>; departmentId: string; recipientId: string }[];
  services: Record<string, unknown>[];
  undertakings: Record<string, unknown>[];
  records: Record<string, unknown>[];
  fees: { items: { name: string; amountFen: number; basis: string }[]; state: string; movements: object[] }[];
}

/** Reads a case as it is stored. */
export async function wholeOf({ ground }: TestApp, id: string): Promise<Whole> {
  const { db } = ground;
  const [row, actions, papers, services, undertakings, records, fees] = await Promise.all([
    getCaseRow(db, id),
    db.many(sql<Told>`select kind, from_state, to_state, at, account_id, role, place_id, facts
      from cases.action where case_id = ${id} order by seq`),
    db.many(sql<Whole['papers'][number]>`select kind, issued_at, data, department_id, recipient_id
      from documents.document where subject_id = ${id} order by issued_at, kind`),
    db.many(sql<Record<string, unknown>>`
      select d.kind, s.way, s.served_on, s.account_id, s.received_by, s.proof, s.review_until, s.action_until, s.provisional
        from documents.service s join documents.document d on d.id = s.document_id where d.subject_id = ${id} order by d.kind, d.issued_at`),
    // Whether a promise is drawn follows from the identity of its case, which is another one; and when a sweep came by is its own affair.
    db.many(sql<Record<string, unknown>>`
      select material_id, material_name, kind, state, made_on, person_id, organisation_id, department_id, remind_at, next_at,
             case kind when 'tolerance' then due_on end as due_on, ended_at is null as open
        from cases.undertaking where case_id = ${id} order by id`),
    db.many(sql<Record<string, unknown>>`
      select person_id, organisation_id, entered_at, what, barred_until from cases.promise_record where case_id = ${id} order by what`),
    db.many(sql<Whole['fees'][number]>`
      select f.items, f.state, f.total_fen, f.paid_fen, f.refunded_fen, f.payer_id, f.department_id, f.facts,
             (select json_agg(json_build_object('kind', m.kind, 'amount', m.amount_fen, 'method', m.method, 'by', m.account_id, 'reason', m.reason) order by m.at, m.id)
                from payments.movement m where m.order_id = f.id) as movements
        from payments.fee_order f where f.subject_id = ${id} order by f.created_at`),
  ]);
  return { row, actions, papers, services, undertakings, records, fees };
}

const scan = readFileSync(new URL('../../../../data/demo/samples/proxy.jpg', import.meta.url));

/** Uploads a photo as somebody; returns its id. */
async function upload({ http, ground }: TestApp, accountId: string): Promise<string> {
  const boundary = '----photo';
  const token = await openSession(ground, accountId, { secondFactor: true });
  const answer = await http.inject({
    method: 'POST',
    url: '/api/files',
    cookies: { [sessionCookie]: token },
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="scan.jpg"\r\n\r\n`),
      scan,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  });
  if (answer.statusCode !== 200) throw new Error(`upload: ${answer.statusCode} ${answer.body}`);
  return answer.json<{ id: string }>().id;
}

/** Hands in the same materials with files of its own. */
const handAgain = (app: TestApp, accountId: string, materials: readonly HandedIn[]): Promise<HandedIn[]> =>
  Promise.all(
    materials.map(async (handed) => ({
      ...handed,
      fileIds: await Promise.all(handed.fileIds.map(() => upload(app, accountId))),
    })),
  );

type Step = (typeof ops)['accept'];
const sameInstant = (one: Told, other: Told | undefined): boolean => one.at.getTime() === other?.at.getTime();

const sweepCases = ({ ground }: TestApp): Promise<unknown> =>
  Promise.resolve(
    casesModule.jobs!(ground)
      .find(({ name }) => name === 'cases.sweep')!
      .run({} as never),
  );

/** What the person said of an act, without what the act itself has added. */
function said(facts: Record<string, unknown>): Record<string, unknown> {
  const { clock: _, ends: __, presiding: ___, dueOn: ____, expiresOn: _____, ...rest } = facts;
  return rest;
}

/**
 * Plays the history of a loaded case until the morning of a day; returns the id of the new one. Throws where the product refuses.
 */
export async function replay(app: TestApp, { row, actions, fees }: Whole, asOf: string): Promise<string> {
  const { clock, relay } = app;
  let caseId = '';
  /** The next action that has not been taken by itself. */
  let i = 0;
  const act = async (name: keyof typeof ops, body: object = {}, account = actions[i]!.accountId): Promise<void> => {
    await app.call(account, ops[name] as Step, { params: { id: caseId }, body: { actionId: newId(), ...body } });
    i += 1;
  };
  const submit = async (): Promise<void> => {
    const [first, second] = [actions[0]!, actions[1]];
    const { answers, situations, materials, delivery, signature, undertaking } = first.facts as never;
    const { personId, organisationId, agentId } = row;
    const body = {
      actionId: newId(),
      itemId: row.itemId,
      applicant: organisationId ? { organisationId } : agentId || row.door !== 'portal' ? { personId: personId! } : {},
      ...(row.door !== 'portal' && agentId ? { agentId } : {}),
      answers,
      situations,
      materials: await handAgain(app, first.accountId!, materials),
      delivery,
      signature,
      ...(undertaking ? { undertaking } : {}),
    };
    const atOnce = second?.kind === 'accept' && sameInstant(first, second);
    caseId = (await app.call(first.accountId, atOnce ? ops.finishAtOnce : ops.submitCase, { body } as never)).id;
    i = atOnce ? 4 : 1;
  };
  const pay = async (): Promise<void> => {
    const [fee] = await app.call(actions[0]!.accountId, paymentsContract.listFees, { query: { subjectId: caseId } });
    const paid = fees[0]!.movements.find((movement) => (movement as { kind: string }).kind === 'paid') as { method: string; by: string | null }; // prettier-ignore
    if (paid.method === '网上支付') {
      const { ref } = await app.call(actions[0]!.accountId, paymentsContract.startPayment, { params: { id: fee!.id } });
      await app.call(null, paymentsContract.simulatePayment, { body: { ref, outcome: 'paid' } });
    } else {
      const method = paid.method === '现金' ? 'cash' : 'card';
      await app.call(paid.by, paymentsContract.recordPayment, { params: { id: fee!.id }, body: { method } });
    }
    await relay.drain();
    i += 1;
  };
  while (i < actions.length) {
    const now = actions[i]!;
    const { kind, facts } = now;
    clock.set(now.at);
    if (kind === 'submit') await submit();
    else if (kind === 'payFee') await pay();
    else if (now.role === 'rule') {
      await sweepCases(app);
      i += 1;
    } else if (kind === 'grant') {
      const issueNow = actions[i + 1]?.kind === 'issue' && sameInstant(now, actions[i + 1]);
      await act('grant', { ...said(facts), ...(issueNow ? { issueNow } : {}) });
      if (issueNow) i += 1;
    } else if (kind === 'deliver') {
      await act('deliver', facts);
      i += 1;
    } else if (kind === 'supplement') {
      const { materials, answers } = facts as { materials?: HandedIn[]; answers?: object };
      await act(kind, {
        ...(materials ? { materials: await handAgain(app, now.accountId!, materials) } : {}),
        ...(answers ? { answers } : {}),
      });
    } else if (kind === 'cure') {
      await act(kind, { materials: await handAgain(app, now.accountId!, facts.materials as HandedIn[]) });
    } else if (kind === 'pause') {
      const { procedure, reason, plannedEnd } = facts;
      await act(kind, { procedure, reason, plannedEnd });
    } else if (kind === 'resume') {
      const { pauses } = await app.call(now.accountId, ops.getCase, { params: { id: caseId } });
      await act(kind, { pauseId: pauses[0]!.id, outcome: facts.reason });
    } else if (kind === 'extend' || kind === 'askExtension')
      await act(kind, { days: facts.days, reason: facts.reason });
    else if (kind === 'sendOn') await act(kind, { departmentId: facts.to, reason: facts.reason });
    else if (kind === 'handOver') await act(kind, { toAccountId: facts.to });
    else if (kind === 'askFee') await act(kind, { items: fees[0]!.items });
    else if (kind === 'waiveFee' || kind === 'refundFee') await act(kind, { reason: facts.reason });
    else if (kind === 'take' || kind === 'accept') await act(kind);
    else if (kind === 'checkPromise') {
      const { materialId, kept, reason } = facts;
      await act(kind, { materialId, kept, finding: reason });
    } else await act(kind as keyof typeof ops, said(facts));
  }
  // What the rule does without an act: reminders, and the end of what nothing depends on any more.
  clock.set(startOfDay(asOf));
  await sweepCases(app);
  return caseId;
}

/**
 * What two cases that are the same have in common: all but their identities and display numbers. `like` is the loaded one: a document may
 * say more than what was loaded says (the place where it was made out), and nothing else.
 */
export function comparable(
  { row, actions, papers, services, undertakings, records, fees }: Whole,
  like: Whole,
): object {
  const { id: _, number, trackCode: __, headHash: ___, rated: ____, ...rest } = row;
  const plain = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value)
        .replaceAll(number, 'N')
        .replaceAll(/"(fileIds)":\[[^\]]*\]/g, (list) => `"fileIds":${list.split(',').length}`)
        .replaceAll(/"(orderId|providerRef|pause)":"[^"]*"/g, '"$1":"X"')
        // Who hears of a fee is no part of its history.
        .replaceAll(/"tell":\[[^\]]*\],?/g, '')
        .replaceAll(/,\}/g, '}')
        .replaceAll(/"undertakingIds":\[[^\]]*\]/g, (list) => `"undertakingIds":${list.split(',').length}`)
        .replaceAll(/"pauseId":"[^"]*"/g, '"pauseId":"X"')
        // Events of a clock carry the ids of the actions that made them.
        .replaceAll(/"id":"[0-9a-f-]{36}"/g, '"id":"X"')
        .replaceAll(/〔(\d{4})〕第\d+号/g, '〔$1〕')
        // The day of a payment comes with its event, which carries the time of the database.
        .replaceAll(/"paidOn":"\d{4}-\d\d-\d\d"/g, '"paidOn":"day"'),
    );
  const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(plain(one))).sort();
  const said = new Map(like.papers.map(({ kind, data }) => [kind, Object.keys(data)]));
  return {
    row: plain(rest),
    actions: plain(actions),
    papers: sorted(
      papers.map(({ data, ...paper }) => ({
        ...paper,
        data: Object.fromEntries((said.get(paper.kind) ?? []).map((key) => [key, data[key]])),
      })),
    ),
    services: sorted(services),
    undertakings: plain(undertakings),
    records: plain(records),
    fees: plain(fees),
  };
}
