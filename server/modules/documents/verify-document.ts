/** The page behind the QR code: is this document genuine? */
import { maskName } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Reader } from '#platform/db';
import type { Verified } from './contract.ts';
import { correctionsOf, hashOfDocument, revocationOf } from './document.ts';
import { titleOf } from './title.ts';
import { documentProblems } from './problems.ts';
import { findByCode, listBySubject } from './store.ts';

/** What may be said of a document to whoever holds its code. Throws `documents.notGenuine`. */
export async function verifyDocument(reader: Reader, code: string): Promise<Verified> {
  // Read aloud or typed from paper: capitals and the blanks between groups do not matter.
  const row = await findByCode(reader, code.toLowerCase().replace(/[\s-]/g, ''));
  if (!row) throw documentProblems.notGenuine();
  const title = titleOf(row.kind, row.data);
  const text = (key: string): string => (typeof row.data[key] === 'string' ? row.data[key] : '');
  const ofSubject = await listBySubject(reader, row.subjectId);
  const corrections = correctionsOf(row, ofSubject);
  const revoked = revocationOf(row, ofSubject);
  return {
    kind: row.kind,
    title: title.zh,
    titleEn: title.en,
    number: row.number,
    departmentName: text('departmentName'),
    issuedOn: shanghaiDay(row.issuedAt),
    recipientName: maskName(text('recipientName')),
    itemName: text('itemName'),
    caseNumber: text('caseNumber'),
    intact: hashOfDocument(row) === row.hash,
    hash: row.hash,
    correctedBy: corrections.map(({ number }) => number),
    revokedBy: revoked ? { number: revoked.number, on: shanghaiDay(revoked.issuedAt) } : null,
  };
}
