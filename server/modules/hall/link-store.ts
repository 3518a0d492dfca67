/** SQL of what service segments led to. */
import { prepared, type Reader, type Tx } from '#platform/db';

export interface SegmentCase {
  segmentId: string;
  caseId: string;
  ticketId: string;
  caseNumber: string;
  itemName: string;
  handedIn: boolean;
  at: Date;
  accountId: string | null;
}

// The same case a second time at one visit says nothing new.
const insertLink = prepared(
  `insert into hall.segment_case (segment_id, case_id, ticket_id, case_number, item_name, handed_in, at, account_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (ticket_id, case_id) do nothing`,
);
const lastServing = prepared<{ id: string; seq: number }>(
  `select id, seq from hall.segment where ticket_id = $1 and state = 'serving' order by seq desc limit 1`,
);
const servedBy = prepared<{ id: string; ticketId: string; outletId: string }>(
  `select s.id, s.ticket_id, s.outlet_id from hall.segment s
    where s.account_id = $1 and s.state = 'serving' and s.at <= $2 and s.at >= $3
      and not exists (select from hall.segment n where n.ticket_id = s.ticket_id and n.seq = s.seq + 1 and n.at < $2)
    order by s.at desc limit 1`,
);
const ofTicket = prepared<SegmentCase>('select * from hall.segment_case where ticket_id = $1 order by at limit 50');
const ofCase = prepared<
  SegmentCase & { number: string; day: string; outletId: string; errandId: string; windowId: string | null }
>(
  `select c.*, t.number, t.day, s.outlet_id, s.errand_id, s.window_id from hall.segment_case c
     join hall.segment s on s.id = c.segment_id join hall.ticket t on t.id = c.ticket_id
    where c.case_id = $1 order by c.at limit 50`,
);

export const saveLink = (tx: Tx, row: SegmentCase): void =>
  tx.write(
    insertLink(row.segmentId, row.caseId, row.ticketId, row.caseNumber, row.itemName, row.handedIn, row.at, row.accountId),
  ); // prettier-ignore
/** The segment in which a ticket is served, or was last. */
export const findServing = (reader: Reader, ticketId: string) => reader.maybe(lastServing(ticketId));
/** Whom an account served at an instant, not before `since`. */
export const findServedBy = (reader: Reader, accountId: string, at: Date, since: Date) =>
  reader.maybe(servedBy(accountId, at, since));
const ofTickets = prepared<SegmentCase>(
  'select * from hall.segment_case where ticket_id = any ($1::uuid[]) order by at limit 1000',
);
/** What several tickets have led to so far. */
export const casesOfTickets = (reader: Reader, ticketIds: readonly string[]) => reader.many(ofTickets([...ticketIds]));
export const casesOfTicket = (reader: Reader, ticketId: string) => reader.many(ofTicket(ticketId));
export const visitsOf = (reader: Reader, caseId: string) => reader.many(ofCase(caseId));
