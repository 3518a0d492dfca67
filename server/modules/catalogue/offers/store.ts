/** SQL of what is handed down to outlets. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { ownConstraints } from '#platform/problems';
import { catalogueProblems } from '../problems.ts';

ownConstraints({ offer_open_unique: () => catalogueProblems.alreadyOffered() });

/** print 领取打印, accept 收件受理, decide 受理并办结. */
export type Scope = 'accept' | 'decide' | 'print';

/** An item that an outlet offers beside what every hall does. */
export interface Offer {
  itemId: string;
  outletId: string;
  scope: Scope;
  /** First day of Asia/Shanghai; and the first on which it is no longer offered. */
  fromDay: string;
  untilDay: string | null;
  handedDownAt: Date;
  handedDownBy: string;
}

const columns = 'item_id, outlet_id, scope, from_day, until_day, handed_down_at, handed_down_by';
const inForce = 'from_day <= $2::date and (until_day is null or until_day > $2::date)';
const ofOutlet = prepared<Offer>(`select ${columns} from catalogue.offer where outlet_id = $1 and ${inForce}`);
const ofItem = prepared<Offer>(`select ${columns} from catalogue.offer where item_id = $1 and ${inForce}`);
const onDay = prepared<Offer>(
  `select ${columns} from catalogue.offer where from_day <= $1::date and (until_day is null or until_day > $1::date)`,
);
const one = prepared<Offer>(
  `select ${columns} from catalogue.offer where item_id = $1 and outlet_id = $3 and ${inForce}`,
);
const historyOf = prepared<Offer>(
  `select ${columns} from catalogue.offer where item_id = $1 order by handed_down_at desc limit 500`,
);

/** What is handed down to an outlet on a day. */
export const findOffersOfOutlet = (reader: Reader, outletId: string, day: string): Promise<Offer[]> =>
  reader.many(ofOutlet(outletId, day));
export const findOffersOfItem = (reader: Reader, itemId: string, day: string): Promise<Offer[]> =>
  reader.many(ofItem(itemId, day));
export const findOffers = (reader: Reader, day: string): Promise<Offer[]> => reader.many(onDay(day));
export const findOffer = (reader: Reader, itemId: string, outletId: string, day: string): Promise<Offer | undefined> =>
  reader.maybe(one(itemId, day, outletId));
export const findOfferHistory = (reader: Reader, itemId: string): Promise<Offer[]> => reader.many(historyOf(itemId));

const ownListsOf = prepared<{ outletId: string }>(
  `select distinct outlet_id from catalogue.offer join catalogue.item on item.id = offer.item_id
    where outlet_id = any($1::uuid[]) and ${inForce} and item.department_id = $3`,
);
/** Those of the outlets to which items of the department are handed down. */
export const findOwnLists = async (
  reader: Reader,
  outletIds: readonly string[],
  departmentId: string,
  day: string,
): Promise<Set<string>> =>
  outletIds.length === 0
    ? new Set()
    : new Set((await reader.many(ownListsOf(outletIds, day, departmentId))).map(({ outletId }) => outletId));

export type NewOffer = Pick<Offer, 'itemId' | 'outletId' | 'scope' | 'fromDay'>;

/** Hands items down, one or thousands. */
export function insertOffers(tx: Tx, offers: readonly NewOffer[], at: Date, by: string): void {
  const rows = offers.map(({ itemId, outletId, scope, fromDay }) => ({
    id: newId(),
    item_id: itemId,
    outlet_id: outletId,
    scope,
    from_day: fromDay,
  }));
  tx.write(
    sql`insert into catalogue.offer (id, item_id, outlet_id, scope, from_day, handed_down_at, handed_down_by)
        select id, item_id, outlet_id, scope, from_day, ${at}::timestamptz, ${by}::text
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as r(id uuid, item_id uuid, outlet_id uuid, scope text, from_day date)`,
  );
}

/** Takes an item back from outlets; answers from which. */
export const endOffers = (
  tx: Tx,
  itemId: string,
  outletIds: readonly string[],
  untilDay: string,
  at: Date,
  by: string,
): Promise<{ outletId: string }[]> =>
  tx.many(
    sql<{ outletId: string }>`update catalogue.offer
          set until_day = greatest(from_day, ${untilDay}::date), taken_back_at = ${at}, taken_back_by = ${by}
        where item_id = ${itemId} and outlet_id = any(${outletIds}::uuid[]) and until_day is null returning outlet_id`,
  );
