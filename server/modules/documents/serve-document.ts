/** Service of a document (送达) and the periods that run from it. */
import { dueOn, legalLimit, publishedCalendar, type Calendar } from '#modules/deadlines';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import type { ServiceWay } from './data.ts';
import { kindsOfDocument, type DocumentKind } from './document.ts';
import { listServices, lockService, saveService, type DocumentRow } from './store.ts';

/** Until when one may turn against an act that was served. */
export interface RemedyPeriods {
  reviewUntil: string;
  actionUntil: string;
  /** It ends in a year whose days off are not published. */
  provisional: boolean;
}

/**
 * Review within 60 calendar days (行政复议法 art. 20), action within 6 months (行政诉讼法 art. 46), counted from the day after
 * service (民法典 art. 201); a period that ends on a day off ends on the next working day (art. 203).
 */
export function remediesFrom(servedOn: string, calendar: Calendar = publishedCalendar): RemedyPeriods {
  const review = dueOn({ from: servedOn, limit: legalLimit('askForReview', servedOn), calendar });
  const action = dueOn({ from: servedOn, limit: legalLimit('bringAction', servedOn), calendar });
  return {
    reviewUntil: review.date,
    actionUntil: action.date,
    provisional: review.provisional || action.provisional,
  };
}

export interface NewService {
  documentId: string;
  kind: DocumentKind;
  way: ServiceWay;
  /** A day of Asia/Shanghai. */
  servedOn: string;
  accountId: string | null;
  receivedBy?: string;
  /** The postal number, the witness, the time of the electronic acknowledgement. */
  proof?: string;
  at: Date;
}

/**
 * Records that a document was served, in the act's transaction and without waiting. Returns the remedies that run from this
 * day, null for a kind against which there are none.
 */
export function recordService(tx: Tx, service: NewService): RemedyPeriods | null {
  const remedies = kindsOfDocument[service.kind].remedies ? remediesFrom(service.servedOn) : null;
  saveService(tx, {
    id: newId(),
    documentId: service.documentId,
    way: service.way,
    servedOn: service.servedOn,
    accountId: service.accountId,
    receivedBy: service.receivedBy ?? null,
    proof: service.proof ?? null,
    reviewUntil: remedies?.reviewUntil ?? null,
    actionUntil: remedies?.actionUntil ?? null,
    provisional: remedies?.provisional ?? false,
    createdAt: service.at,
  });
  return remedies;
}

/** Whether it is addressed to this person, or to somebody for whom they act in the matter. */
export const isParty = (actor: Actor, owners: readonly (string | null)[]): boolean =>
  owners.some((owner) => owner !== null && (owner === actor.personId || owner === actor.accountId));

/**
 * A party who opens a document online has it: that is electronic service (行政许可法 art. 38, 44; 行政诉讼法 art. 46), from whose day the
 * remedies run. Recorded once, and only where it was not served before in another way: what counts is the first service.
 */
export async function serveByOpening(
  ground: Ground,
  document: Pick<DocumentRow, 'id' | 'kind'>,
  actor: Actor,
): Promise<void> {
  if ((await listServices(ground.db, [document.id])).length > 0) return;
  const at = ground.clock.now();
  await ground.db.transaction(async (tx) => {
    await lockService(tx, document.id);
    if ((await listServices(tx, [document.id])).length > 0) return;
    recordService(tx, {
      documentId: document.id,
      kind: document.kind,
      way: 'electronic',
      servedOn: shanghaiDay(at),
      accountId: actor.accountId,
      proof: `网上打开 ${at.toISOString()}`,
      at,
    });
  });
}
