/** What is wrong with a draft, in sentences at the fields: asked of the server, whose rules publish. */
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { catalogueContract, type ItemBody } from '#modules/catalogue/contract';
import type { ReplyOf } from '#platform/contract';
import { call } from '#web/client/client.ts';
import { useWords } from '#web/words/language.ts';
import { faultWords } from './fault-words.ts';

export type BodyFault = ReplyOf<typeof catalogueContract.checkItem>['faults'][number];

/** A fault as a person reads it; one for each place. */
export interface SaidFault {
  path: string;
  text: string;
  /** Nothing is there yet: said at the field once somebody has been there. */
  missing: boolean;
}

interface Faults {
  all: readonly SaidFault[];
  /** The sentence at a place, once it is to be seen. */
  at: (path: string) => string | undefined;
  /** How many lie at or below a place. */
  below: (path: string) => number;
  /** Somebody has been at this place. */
  touch: (path: string) => void;
  /** From now on everything is said. */
  showAll: () => void;
}

const nothing: Faults = { all: [], at: () => undefined, below: () => 0, touch: () => {}, showAll: () => {} };
const FaultsContext = createContext<Faults>(nothing);
export const useFaults = (): Faults => use(FaultsContext);

/** The value at a JSON pointer. */
export const valueAt = (body: unknown, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')]
          : undefined,
      body,
    );

const isMissing = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The sentences; the first for each place. A name that is missing is asked for once, however many rules it breaks. */
export function sayFaults(
  faults: readonly BodyFault[],
  body: ItemBody,
  say: (typeof faultWords)['zh-CN'],
): SaidFault[] {
  const said = new Map<string, SaidFault>();
  for (const { path, why, detail = '' } of faults) {
    if (said.has(path)) continue;
    const missing = why === 'shape' && isMissing(valueAt(body, path));
    const text = missing
      ? (say.missing[path.slice(path.lastIndexOf('/') + 1) as keyof typeof say.missing] ?? say.missing.other)
      : why === 'shape'
        ? say.shape
        : ((say.why as Record<string, ((detail: string) => string) | undefined>)[why]?.(detail) ?? say.shape);
    said.set(path, { path, text, missing });
  }
  return [...said.values()];
}

const pause = 500;

/** Asks about the body shortly after each change, and keeps which places have been visited. */
export function FaultsProvider(props: { body: ItemBody; children: ReactNode }): ReactNode {
  const { body } = props;
  const say = useWords(faultWords);
  const [found, setFound] = useState<{ faults: readonly BodyFault[]; body: ItemBody }>({ faults: [], body });
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      call(catalogueContract.checkItem, { body: { body } }, { signal: stop.signal }).then(
        ({ faults }) => setFound({ faults, body }),
        // Out of reach for a moment: the next change asks again, and publishing asks in any case.
        () => {},
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [body]);
  const value = useMemo<Faults>(() => {
    // What has been filled in since the answer is no longer missing.
    const all = sayFaults(found.faults, found.body, say).filter(
      ({ path, missing }) => !missing || isMissing(valueAt(body, path)),
    );
    return {
      all,
      at: (path) => all.find((one) => one.path === path && (!one.missing || shown || touched.has(path)))?.text,
      below: (path) => all.filter((one) => one.path === path || one.path.startsWith(`${path}/`)).length,
      touch: (path) => setTouched((before) => (before.has(path) ? before : new Set([...before, path]))),
      showAll: () => setShown(true),
    };
  }, [found, body, say, shown, touched]);
  return <FaultsContext value={value}>{props.children}</FaultsContext>;
}

/** A place in the editor: its faults are shown when it has been left, and can be gone to. */
export function Place(props: { path: string; wide?: boolean; children: ReactNode }): ReactNode {
  const { touch } = useFaults();
  return (
    <div data-path={props.path} className={`edit-place${props.wide ? ' wide' : ''}`} onBlur={() => touch(props.path)}>
      {props.children}
    </div>
  );
}

/** Goes to the place of a fault, or to the nearest one above it. */
export function goToPlace(path: string): void {
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`);
    if (!place) continue;
    place.closest('details')?.setAttribute('open', '');
    const control = place.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]') ?? place;
    control.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'center' });
    return;
  }
}
