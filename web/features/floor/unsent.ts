/**
 * What was noted on a round and did not reach the server yet. It lies in this browser until it has, goes out in its order, and bears the
 * same `actionId` however often it is sent: a connection that is lost for a minute loses nothing and doubles nothing.
 */
import { useSyncExternalStore } from 'react';
import { floorContract } from '#modules/floor/contract';
import { asProblem, call, type InputOf } from '#web/client/client.ts';
import type { ProblemError } from '#web/client/problem-error.ts';
import { readAgain } from '#web/client/query.ts';

type Note = InputOf<typeof floorContract.markPoint>['body'];
export interface Unsent {
  roundId: string;
  accountId: string;
  body: Note;
}

const place = 'yichuang.floor.unsent';
const pause = 3_000;
const listeners = new Set<() => void>();
/** Those that the server refused, with why: they wait for a person. */
const refused = new Map<string, ProblemError>();
let notes = read();
let busy = false;
let timer: ReturnType<typeof setTimeout> | undefined;

function read(): readonly Unsent[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as Unsent[];
  } catch {
    return [];
  }
}

function keep(next: readonly Unsent[]): void {
  notes = next;
  try {
    if (next.length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(next));
  } catch {
    // Without storage notes last until the page is left.
  }
  for (const listener of listeners) listener();
}

/** Notes something and sends it. */
export function send(note: Unsent): void {
  keep([...notes, note]);
  void sendAll(note.accountId);
}

/** Gives up a note that the server refused. */
export function dropNote(actionId: string): void {
  refused.delete(actionId);
  keep(notes.filter(({ body }) => body.actionId !== actionId));
}

/** Sends what one account has noted here, in its order; comes back by itself while there is no connection. */
export async function sendAll(accountId: string): Promise<void> {
  if (busy) return;
  busy = true;
  clearTimeout(timer);
  timer = undefined;
  try {
    for (;;) {
      const next = notes.find((note) => note.accountId === accountId && !refused.has(note.body.actionId));
      if (!next) return;
      // oxlint-disable-next-line no-await-in-loop -- one after the other, in the order in which they were seen
      if (!(await sendOne(next))) return;
    }
  } finally {
    busy = false;
  }
}

/** Whether to go on with the next one. */
async function sendOne({ roundId, accountId, body }: Unsent): Promise<boolean> {
  try {
    await call(floorContract.markPoint, { params: { id: roundId }, body });
  } catch (thrown) {
    const problem = asProblem(thrown);
    // Whoever has to sign in again, or sent too much at once, loses nothing either.
    if (problem.passes || problem.status === 401 || problem.status === 429) {
      timer = setTimeout(() => void sendAll(accountId), pause);
      return false;
    }
    refused.set(body.actionId, problem);
    keep([...notes]);
    return true;
  }
  dropNote(body.actionId);
  await readAgain(floorContract.getRound, floorContract.listRounds, floorContract.listFindings, floorContract.countFindings); // prettier-ignore
  return true;
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What an account has noted on a round and is not sent yet, with why where the server refused it. */
export function useUnsent(roundId: string, accountId: string | null | undefined): (Unsent & { why: ProblemError | undefined })[] {
  const all = useSyncExternalStore(subscribe, () => notes);
  return all
    .filter((note) => note.roundId === roundId && note.accountId === accountId)
    .map((note) => ({ ...note, why: refused.get(note.body.actionId) }));
} // prettier-ignore
