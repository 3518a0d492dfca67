/** The line up: what one browser says to the other, for those who have the line and for the connection that they have now. */
import { brake } from '#platform/brake';
import type { Ground } from '#platform/ground';
import type { Side } from './help.ts';
import { saveSignal } from './line-store.ts';
import { helpProblems } from './problems.ts';
import type { Said } from './shapes.ts';
import { lockHelp, type Help } from './store.ts';

/** A burst when a connection begins, then five a second: the form as it is typed, candidates of addresses. */
const fastest = brake(80, 0.2);

/** Stores what is said until the other side has heard it. */
export async function sayOnLine(ground: Ground, help: Help, side: Side, said: Said): Promise<void> {
  fastest(ground, `${help.id} ${side}`);
  await ground.db.transaction(async (tx) => {
    // Under lock: what is said for a connection that is being renewed must not come after its renewal.
    const now = await lockHelp(tx, help.id);
    if (now?.state !== 'talking') throw helpProblems.wrongAct({ state: now?.state });
    // With another clerk since it was read.
    if (side === 'clerk' && now.clerkId !== help.clerkId) throw helpProblems.wrongAct({ state: now.state });
    if ((side === 'asker' ? now.askerTab : now.clerkTab) !== said.tab) throw helpProblems.otherTab();
    if (now.epoch !== said.epoch) throw helpProblems.olderConnection();
    saveSignal(tx, help.id, side === 'asker' ? 'clerk' : 'asker', said, ground.clock.now());
  });
}
