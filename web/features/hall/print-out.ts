/** Whether a ticket has come out of the printer. */
import { useEffect } from 'react';
import { hallContract, type Print } from '#modules/hall/contract';
import { watchLive } from '#web/client/live.ts';
import { useOp } from '#web/client/query.ts';

/** `out`: it is there. `not`: the printer cannot now, or it was given up. `wait`: it is on its way. */
export type PrintOut = 'out' | 'not' | 'wait';

/** A printer that has no paper is not said to be so while the slip is on its way through it. */
const able: readonly Print['printer'][] = ['ready', 'nearEnd', 'unknown'];

/** Pure: what is said of a slip. */
export function sayPrintOut(print: Print | undefined): PrintOut {
  if (!print) return 'wait';
  if (print.state === 'printed') return 'out';
  if (print.state === 'failed' || print.state === 'unsure') return 'not';
  return able.includes(print.printer) || print.state === 'sending' ? 'wait' : 'not';
}

/** `id`: with which it was asked for. Asked anew every second or two until it has come out. */
export function usePrintOut(id: string): PrintOut {
  const found = useOp(hallContract.showPrint, { params: { id } }, { every: 1_500 });
  const { refetch } = found;
  useEffect(() => watchLive('hall.slipEnded', ({ subject }) => void (subject === id && refetch())), [id, refetch]);
  // Nobody waits for paper of which nothing is heard.
  return found.error && !found.data ? 'not' : sayPrintOut(found.data);
}
