/** Papers that more than one station makes: the result, and the service of all that is to be handed over. */
import { titleOf } from '#modules/documents';
import { shanghaiDay } from '#platform/clock';
import { paper, type History, type Paper, type Who } from './history.ts';
import type { Matter } from './matters.ts';

/** The laws that a document cites. */
export const basisOf = ({ body }: Matter) =>
  body.basis.map(({ law, article }) => ({ law, ...(article ? { article } : {}) }));

/** The result document. */
export function resultPaper(history: History, at: Date): void {
  const { row, matter } = history;
  const { result } = matter.body;
  paper(history, 'resultProof', at, {
    ...(result ? { title: result.name } : {}),
    ...(result?.nameEn ? { titleEn: result.nameEn } : {}),
    lines: [
      { label: '申请人', value: row.applicantName },
      { label: '办件编号', value: row.number },
      { label: '办结日期', value: shanghaiDay(row.decidedAt ?? at) },
    ],
    statement: `经审查，${row.applicantName}申请的“${row.itemName}”符合规定，特此证明。`,
  });
}

/** The title under which a paper is listed. */
export const titleOfPaper = ({ matter }: History, { kind, facts }: Paper): string =>
  titleOf(kind, { licensing: matter.body.kind === 'licence', ...facts(() => '') }).zh;

type Handing = Pick<NonNullable<Paper['service']>, 'way' | 'to' | 'proof'>;

/** Records that every paper of the case was served, and makes out the acknowledgement of service. */
export function serve(history: History, at: Date, who: Who, handing: Handing): void {
  const { random } = history;
  const unserved = history.papers.filter(({ service }) => !service).sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const one of unserved) one.service = { id: random.id(at), at, accountId: who.accountId, ...handing };
  const { way, to } = handing;
  paper(history, 'deliveryReceipt', at, (numberOf) => ({
    documents: unserved.map((one) => ({ name: titleOfPaper(history, one), number: numberOf(one) })),
    way,
    servedOn: shanghaiDay(at),
    ...(to ? { receivedBy: to } : {}),
  }));
}
