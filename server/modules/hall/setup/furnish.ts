/** Screens, postings and printers of a hall, in the transaction of whoever sets one up from what is known. */
import type { Tx } from '#platform/db';
import { newCode } from '#platform/ids';
import { savePrinterRow } from '../printing/print-store.ts';
import { codeHours } from '../screens/screen.ts';
import { savePostingRow, saveScreen, type PostingRow, type ScreenRow } from '../screens/store.ts';

type Placed<T> = Omit<T, 'outletId'>;

export interface Furniture {
  /** Not opened yet: each has a code that lasts a day from `at`. */
  screens: readonly Pick<ScreenRow, 'id' | 'name' | 'shows' | 'zone' | 'windowId' | 'sound'>[];
  postings: readonly Placed<PostingRow>[];
  printers: readonly { id: string; name: string; zone: string; host: string; port: number }[];
}

export function furnish(
  tx: Tx,
  outletId: string,
  { screens, postings, printers }: Furniture,
  at: Date,
  by: string,
): void {
  const codeUntil = new Date(at.getTime() + codeHours * 3_600_000);
  const unopened = { codeUntil, keyHash: null, openedAt: null, seenAt: null, retiredAt: null };
  for (const screen of screens) saveScreen(tx, { ...screen, outletId, code: newCode(8), ...unopened }, at, by);
  for (const posting of postings) savePostingRow(tx, { ...posting, outletId }, at, by);
  for (const printer of printers)
    savePrinterRow(tx, { ...printer, outletId, state: 'unknown', stateAt: null, retiredAt: null }, at, by);
}
