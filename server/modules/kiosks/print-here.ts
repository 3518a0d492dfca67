/** Papers that come out of a kiosk: begun when there is paper for all of them, and noted when nobody takes them. */
import { openToPrint } from '#modules/documents';
import { isAsSaid } from '#platform/canonical';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { announce } from './events.ts';
import { printFault } from './kiosk.ts';
import { findPrint, insertPrint, lockPrint, savePrintEnd, type Print } from './print-store.ts';
import { kioskProblems } from './problems.ts';
import { lockKiosk, lockOpenSitting, saveKiosk, type KioskRow, type Sitting } from './store.ts';

/** Begins: the sheets are taken off the count before they are printed. The same id once more is the same paper, as often as before. */
export async function beginPrint(
  ground: Ground,
  kiosk: KioskRow,
  sitting: Sitting,
  actor: Actor,
  asked: { id: string; documentId: string; copies: number },
): Promise<Print> {
  const document = await openToPrint(ground, actor, asked.documentId);
  const sheets = document.pages.length * asked.copies;
  return ground.db.transaction(async (tx) => {
    // Under the lock of the kiosk two of the same act meet here.
    const now = (await lockKiosk(tx, kiosk.id))!;
    // The pages are painted before this: whoever has ended their use meanwhile leaves no paper behind, and its name least of all.
    if ((await lockOpenSitting(tx, kiosk.id))?.id !== sitting.id) throw kioskProblems.noSitting();
    const done = await findPrint(tx, asked.id);
    if (done) {
      if (done.sittingId !== sitting.id) throw kioskProblems.noSuchPrint();
      // Once it has ended nothing says any more which paper it was.
      const which = done.documentId === null ? {} : { documentId: asked.documentId };
      if (!isAsSaid(done, { ...which, copies: asked.copies })) throw kioskProblems.actRepeated();
      return done;
    }
    const fault = printFault(now, sheets);
    if (fault) throw kioskProblems[fault]({ sheets, left: now.sheetsLeft });
    const row: Print = {
      id: asked.id,
      kioskId: kiosk.id,
      sittingId: sitting.id,
      documentId: asked.documentId,
      title: document.title,
      titleEn: document.titleEn,
      pages: document.pages.length,
      copies: asked.copies,
      state: 'printing',
      at: ground.clock.now(),
      endedAt: null,
      clearedBy: null,
    };
    insertPrint(tx, row);
    saveKiosk(tx, { ...now, sheetsLeft: now.sheetsLeft - sheets });
    announce(tx, now);
    return row;
  });
}

/** A page as PNG, for whoever has begun to print it, as long as it is being printed. */
export async function pageOf(
  ground: Ground,
  sitting: Sitting,
  actor: Actor,
  id: string,
  page: number,
): Promise<Uint8Array> {
  const print = await findPrint(ground.db, id);
  if (!print?.documentId || print.sittingId !== sitting.id) throw kioskProblems.noSuchPrint();
  const picture = (await openToPrint(ground, actor, print.documentId)).pages[page - 1];
  if (!picture) throw kioskProblems.noSuchPrint();
  return picture;
}

/** No more sheets are counted than a kiosk may hold (`kiosk_sheets_sane`). */
const mostSheets = 5000;

/**
 * It was taken; or it did not come out, and then nobody else tries until somebody has looked at the printer. What the kiosk did not print, as a
 * page had not loaded, says nothing of the printer: its sheets are still there.
 */
export const endPrint = (
  ground: Ground,
  kiosk: KioskRow,
  sitting: Sitting,
  id: string,
  came: 'taken' | 'noPaper' | 'fault' | 'notPrinted',
): Promise<void> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const now = (await lockKiosk(tx, kiosk.id))!;
    const print = await lockPrint(tx, id);
    if (!print || print.sittingId !== sitting.id) throw kioskProblems.noSuchPrint();
    if (print.state !== 'printing') return;
    savePrintEnd(tx, id, came === 'taken' ? 'taken' : 'failed', at);
    if (came === 'taken') return;
    if (came === 'notPrinted') {
      saveKiosk(tx, { ...now, sheetsLeft: Math.min(mostSheets, now.sheetsLeft + print.pages * print.copies) });
      return announce(tx, now);
    }
    const sheetsLeft = came === 'noPaper' ? 0 : now.sheetsLeft;
    saveKiosk(tx, { ...now, printer: came, sheetsLeft, changedAt: at, changedBy: now.name });
    announce(tx, now);
  });

/** A paper that nobody took was destroyed by somebody of the staff. */
export const clearPaper = (ground: Ground, kiosk: KioskRow, print: Print, by: string): Promise<void> =>
  ground.db.transaction(async (tx) => {
    const now = await lockPrint(tx, print.id);
    if (now?.state !== 'leftBehind') return;
    savePrintEnd(tx, now.id, 'cleared', ground.clock.now(), by);
    announce(tx, kiosk);
  });
