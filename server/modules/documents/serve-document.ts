/** Service of a document (送达) and the periods that run from it. */
import { dueOn, legalLimit, publishedCalendar, type Calendar } from '#modules/deadlines';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { ServiceWay } from './data.ts';
import { kindsOfDocument, type DocumentKind } from './document.ts';
import { saveService } from './store.ts';

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
