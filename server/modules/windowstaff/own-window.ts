/** What somebody is to know of themselves at a window. Nobody is held up by it: what stops them, the guard of the window says. */
import { seatedAt } from '#modules/hall';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { counts, isActive } from './member.ts';
import { findOpenFile, listQualifications } from './member-store.ts';
import { standardAt } from './read-member.ts';
import type { OwnWindow } from './shapes.ts';

/** The errands are those of the window at which they sit; before that, those for which they were sent. */
export async function readOwnWindow(ground: Ground, accountId: string): Promise<OwnWindow> {
  const { db, clock } = ground;
  const today = shanghaiDay(clock.now());
  const file = await findOpenFile(db, accountId);
  if (!file || !isActive(file.state)) return { outletId: null, beside: null, lacks: [] };
  const { outletId } = file;
  const [standard, held, seated] = await Promise.all([
    standardAt(ground, outletId, today),
    listQualifications(db, [file.id]),
    seatedAt(db, outletId),
  ]);
  const here = seated.find((one) => one.accountId === accountId);
  const qualified = new Set(held.filter((one) => counts(one, today)).map(({ errandId }) => errandId));
  return {
    outletId,
    beside: standard.beside && (file.state === 'training' || file.state === 'probation') ? file.state : null,
    lacks: (here?.errandIds ?? file.errandIds).filter((id) => !qualified.has(id)),
  };
}
