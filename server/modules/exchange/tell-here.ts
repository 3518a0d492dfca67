/** Telling whoever waits here what another district has said: the applicant, and the window that took it in. */
import { tell, type TemplateKey } from '#modules/notices';
import { postsNow } from '#modules/people';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { TakenRow } from './store.ts';

/** Which states are worth a message; the others are seen in the course. */
const templateOf: Readonly<Record<string, TemplateKey>> = {
  supplementing: 'exchangeWanted',
  granted: 'exchangeAnswered',
  refused: 'exchangeAnswered',
  notAccepted: 'exchangeAnswered',
  notNeeded: 'exchangeAnswered',
  referredOut: 'exchangeAnswered',
  lapsed: 'exchangeAnswered',
  revoked: 'exchangeAnswered',
};

type Whom = Pick<TakenRow, 'takenBy' | 'personId' | 'itemName' | 'number' | 'partnerName'>;

/** Tells both, in the transaction that keeps what was said. A window reads it in its inbox, as far as whoever took it in has a post. */
async function tellBoth(ground: Ground, tx: Tx, to: Whom, template: TemplateKey): Promise<void> {
  const { takenBy, personId, itemName, number, partnerName } = to;
  const facts = { itemName, toName: partnerName, ...(number ? { caseNumber: number } : {}) };
  const said = { subjectId: null, template, facts };
  const atWindow = (await postsNow(tx, takenBy, ground.clock.now())).length > 0;
  tell(ground, tx, [
    ...(personId ? [{ personId, ...said }] : []),
    ...(atWindow ? [{ accountId: takenBy, ...said }] : []),
  ]);
}

/** A step has come and its state is the newest. */
export async function tellOfState(ground: Ground, tx: Tx, to: Whom, state: string): Promise<void> {
  const template = templateOf[state];
  if (template) await tellBoth(ground, tx, to, template);
}

/** The other district has not taken the application, or a supplement to it. */
export const tellOfRefusal = (ground: Ground, tx: Tx, to: Whom): Promise<void> =>
  tellBoth(ground, tx, to, 'exchangeNotTaken');
