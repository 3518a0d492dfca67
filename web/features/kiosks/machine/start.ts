/** Switching on: the server ends what was open on this machine, before a page is drawn. */
import { kiosksContract, type Here } from '#modules/kiosks/contract';
import { call, ProblemError } from '#web/client/client.ts';

/** The name of this version's file, as the workbench shows it. */
export const version = new URL(import.meta.url).pathname.split('/').at(-1)!.slice(0, 60);

let found: Here | undefined;
/** What the machine was told when it was switched on; undefined for a browser that is no kiosk yet. */
export const hereAtStart = (): Here | undefined => found;

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until the server has answered: without it nothing of a kiosk works, and nothing may be shown. */
export async function start(): Promise<void> {
  for (;;) {
    try {
      found = await call(kiosksContract.startHere, { body: { version } });
      return;
    } catch (thrown) {
      if (thrown instanceof ProblemError && thrown.code === 'kiosks.notRegistered') return;
      await pause(3_000);
    }
  }
}
