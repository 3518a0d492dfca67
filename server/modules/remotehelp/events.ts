/** What remote help announces. Whoever is signed in may hear it: the facts name nobody. */
import { defineEvent } from '#platform/events';
import type { HelpAct, HelpState } from './help.ts';

export interface HelpFacts extends Record<string, unknown> {
  act: HelpAct | 'seat';
  state: HelpState | null;
  everybody: true;
}

/** Something was done with a help, or a clerk came or went. Subject: the help, or the clerk's account. */
export const helpMoved = defineEvent<HelpFacts>('remotehelp.moved');
