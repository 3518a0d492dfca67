/** SQL of the wall of honour. */
import { prepared, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import type { Served } from './honour.ts';
import { ratingProblems } from './problems.ts';

ownConstraints({ honour_answer_pkey: () => ratingProblems.actionReused() });

const servedIn = prepared<Served>(
  `select account_id, max(clerk_name) as clerk_name, count(*) as rated,
     count(*) filter (where level not in ('dissatisfied', 'veryDissatisfied')) as good
   from ratings.visit_rating where outlet_id = $1 and on_day between $2 and $3 and account_id is not null
   group by account_id having count(*) >= $4 order by rated desc limit 500`,
);
const agreeing = prepared<{ accountId: string }>(
  `select account_id from (
     select distinct on (account_id) account_id, agrees from ratings.honour_answer where account_id = any ($1::uuid[])
      order by account_id, at desc, id desc) last where agrees`,
);
const insertAnswer = prepared('insert into ratings.honour_answer (id, account_id, agrees, at) values ($1, $2, $3, $4)');

/** Those with so many rated visits in a span of days. */
export const servedBetween = (reader: Reader, outletId: string, span: { from: string; to: string }, least: number) =>
  reader.many(servedIn(outletId, span.from, span.to, least));
/** Those among these accounts whose last answer is yes. */
export const agreeingAmong = async (reader: Reader, accountIds: readonly string[]): Promise<Set<string>> =>
  new Set((await reader.many(agreeing(accountIds))).map(({ accountId }) => accountId));
export const keepAnswer = (tx: Tx, id: string, accountId: string, agrees: boolean, at: Date): void =>
  tx.write(insertAnswer(id, accountId, agrees, at));
