/**
 * What changed elsewhere, within a second. One stream for the whole browser lies in a shared worker, because over HTTP/1.1 a
 * browser has six connections to a server and a stream in each tab would hang the sixth. An event carries no data: it only
 * says what to read again.
 */
import type { Query } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Operation } from '#platform/contract';
import { queryClient } from './query.ts';
import { openStream, type FromStream } from './stream.ts';

/** An operation that shows what an event is about; with `subjectIs`, only where that parameter is the event's subject. */
export type Shown = Operation | { operation: Operation; subjectIs: string };

const shownBy: { prefix: string; shown: readonly Shown[] }[] = [];
const watchers = new Set<(event: LiveEvent) => void>();

export interface LiveEvent {
  name: string;
  subject: string;
}

/**
 * Says which operations show what an event is about; once, in the feature's `live.ts` or beside its first page:
 * `onLive('cases.', [casesContract.list, { operation: casesContract.get, subjectIs: 'id' }])`.
 */
export function onLive(prefix: string, shown: readonly Shown[]): void {
  shownBy.push({ prefix, shown });
}

/** Calls back for each event whose name begins so: for a sound or a hint. Returns how to stop. */
export function watchLive(prefix: string, then: (event: LiveEvent) => void): () => void {
  const watcher = (event: LiveEvent): void => {
    if (event.name.startsWith(prefix)) then(event);
  };
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

const waiting: LiveEvent[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Events come in bursts: they are gathered for a moment, so that a list is read once and not fifty times. */
function take(event: LiveEvent): void {
  for (const watcher of watchers) watcher(event);
  waiting.push(event);
  timer ??= setTimeout(() => {
    timer = undefined;
    const events = waiting.splice(0);
    void queryClient.invalidateQueries({ predicate: (query) => events.some((happened) => concerns(happened, query)) });
  }, 150);
}

function concerns(event: LiveEvent, query: Query): boolean {
  const [path, input] = query.queryKey as [string, { params?: Record<string, unknown> } | undefined];
  return shownBy.some(
    ({ prefix, shown }) =>
      event.name.startsWith(prefix) &&
      shown.some((one) =>
        'operation' in one
          ? one.operation.path === path && input?.params?.[one.subjectIs] === event.subject
          : one.path === path,
      ),
  );
}

/** The line was dead for a while and events are lost: everything that events would have announced is read again. */
function takeAll(): void {
  const paths = new Set<unknown>(
    shownBy.flatMap(({ shown }) => shown.map((one) => ('operation' in one ? one.operation.path : one.path))),
  );
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => paths.has(queryKey[0]) });
}

function hear(message: FromStream): void {
  if (message.kind === 'event') take(message);
  else takeAll();
}

const address = '/api/live';
let stop: (() => void) | undefined;
let worker: SharedWorker | undefined;

/** Begins to listen; only people who are signed in hear anything. Called by the session. */
export function startLive(): void {
  stop ??= 'SharedWorker' in globalThis ? throughWorker() : openStream(address, hear);
}

/** Ends listening, at sign-out. */
export function stopLive(): void {
  stop?.();
  stop = undefined;
}

/** Opens the stream anew, for whoever is signed in now. */
export function renewLive(): void {
  if (worker) worker.port.postMessage('again');
  else if (stop) {
    stopLive();
    startLive();
  }
}

/**
 * Listens to what is public of one place for as long as the component is shown: for screens and pages without an account. What is
 * registered with `onLive` is read again at once; the page's own asking from time to time remains, for when there is no stream.
 */
export function usePublicLive(at: string | undefined): void {
  useEffect(
    () => (at === undefined ? undefined : openStream(`/api/live/public?at=${encodeURIComponent(at)}`, hear)),
    [at],
  );
}

function throughWorker(): () => void {
  const shared = new SharedWorker(new URL('./live-worker.ts', import.meta.url), {
    type: 'module',
    name: 'yichuang-live',
  });
  worker = shared;
  shared.port.onmessage = (message: MessageEvent<FromStream>) => hear(message.data);
  shared.port.start();
  const say = (word: 'hello' | 'bye'): void => shared.port.postMessage(word);
  const hello = (): void => say('hello');
  const bye = (): void => say('bye');
  hello();
  // A page put aside by the browser hears nothing; when it is shown again it reads everything anew.
  const shown = (event: PageTransitionEvent): void => {
    hello();
    if (event.persisted) takeAll();
  };
  addEventListener('pagehide', bye);
  addEventListener('pageshow', shown);
  return () => {
    removeEventListener('pagehide', bye);
    removeEventListener('pageshow', shown);
    bye();
    shared.port.close();
    worker = undefined;
  };
}
