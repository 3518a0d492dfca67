/** What the tests of notices stand on: people of every role and gateways that fail when they are told to. */
import { createAccount, createPerson, givePost } from '#modules/people';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, testStart, type TestApp } from '#server/testing';
import type { Gateways, Message } from './gateways.ts';
import { sendOutgoing } from './send-outgoing.ts';
import { tell } from './tell.ts';

export interface NoticesTest {
  app: TestApp;
  /** Accounts: resident (李梅, with telephone and e-mail), stranger (王强, with neither), and staff of every role. */
  who: Record<string, string>;
  mei: string;
  plain: string;
  /** What the gateways have taken. */
  sent: Message[];
  /** What the gateways do with the next messages; they are fine when it is empty. */
  faults: (() => void)[];
  /** Sends what is due, by the failing gateways. */
  send(): Promise<number>;
  /** Tells these persons something. */
  told(personIds: string[], template?: 'accepted' | 'closed'): Promise<void>;
  /** Channel and state of everything that goes out. */
  states(): Promise<string[]>;
  /** Empties everything and sets the clock back. */
  reset(): Promise<void>;
}

export async function openNoticesTest(): Promise<NoticesTest> {
  const app = await openTestApp();
  const { ground, clock } = app;
  const at = clock.now();
  const who: Record<string, string> = {};
  let mei = '';
  let plain = '';
  await ground.db.transaction(async (tx) => {
    mei = createPerson(tx, at, {
      idKind: 'passport',
      idNumber: 'E12345678',
      name: '李梅',
      phone: '13800000001',
      email: 'mei@example.com',
    }).id;
    plain = createPerson(tx, at, { idKind: 'passport', idNumber: 'E12345679', name: '王强' }).id;
    who.resident = createAccount(tx, at, { loginName: 'notice-mei', name: '李梅', personId: mei });
    who.stranger = createAccount(tx, at, { loginName: 'notice-wang', name: '王强', personId: plain });
    for (const role of ['clerk', 'examiner', 'head', 'office', 'admin', 'auditor'] as const) {
      who[role] = createAccount(tx, at, { loginName: `notice-${role}`, name: role });
      givePost(tx, at, who[role], {
        role,
        departmentId: ['clerk', 'examiner', 'head'].includes(role) ? newId() : null,
      });
    }
  });

  const sent: Message[] = [];
  const faults: (() => void)[] = [];
  const gateway = {
    send: async (message: Message) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      faults.shift()?.();
      sent.push(message);
      return `provider-${message.id}`;
    },
  };
  const gateways: Gateways = { sms: gateway, email: gateway };
  return {
    app,
    who,
    mei,
    plain,
    sent,
    faults,
    send: () => sendOutgoing(ground, gateways),
    told: (personIds, template = 'accepted') =>
      ground.db.transaction(async (tx) =>
        tell(
          ground,
          tx,
          personIds.map((personId) => ({
            personId,
            subjectId: newId(),
            template,
            facts: { itemName: '出生登记', caseNumber: '1', dueOn: '2026-07-10' },
          })),
        ),
      ),
    states: async () =>
      (
        await ground.db.many(
          sql<{ state: string }>`select channel || ' ' || state as state from notices.outgoing order by 1`,
        )
      ).map(({ state }) => state),
    reset: async () => {
      sent.length = 0;
      faults.length = 0;
      clock.set(testStart);
      for (const table of ['outgoing', 'notice', 'preference'])
        await ground.db.many(sql`delete from ${sql.table(`notices.${table}`)}`);
    },
  };
}
