/** The machine: who stands before it, when they are taken to have gone, and whether the server is there. */
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { beatSeconds, kiosksContract, warningSeconds, type Ending, type Here } from '#modules/kiosks/contract';
import { asProblem, call, newKey } from '#web/client/client.ts';
import { MachineProvider, type Machine } from '#web/ui/kiosk/kiosk.tsx';
import { minutesKept, secondsLeft } from './idle.ts';
import { forget } from './forget.ts';
import { hereAtStart, version } from './start.ts';

/** What the frame draws in place of the page. */
export type Phase = 'ready' | 'clearing' | 'unregistered' | 'outOfService';

export interface Running {
  here: Here | undefined;
  phase: Phase;
  online: boolean;
  /** Whole minutes for which the server keeps the use without hearing of it, below zero when it may have ended it; null while it knows of none. */
  kept: number | null;
  /** The server has ended the use, as it had heard nothing of it for too long. */
  lost: boolean;
  /** Seconds left before the use ends by itself; null while there is no need to say so. */
  left: number | null;
  /** Somebody has touched it. */
  inUse: boolean;
  end: (how: Ending) => void;
  /** Whoever was warned has answered that they are still there. */
  answered: () => void;
  registered: (here: Here) => void;
  /** What the server has said of the machine; without it, it is asked. */
  heard: (here?: Here) => void;
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
/** So many milliseconds whoever was away from the server for too long reads why their page is gone. */
const lostShown = 8_000;
const touches = ['pointerdown', 'keydown', 'input', 'wheel'] as const;

export function useRunning(): Running & { machine: Machine | undefined } {
  const [here, setHere] = useState(hereAtStart);
  const [online, setOnline] = useState(true);
  const [clearing, setClearing] = useState(false);
  const [left, setLeft] = useState<number | null>(null);
  const [turn, setTurn] = useState(0);
  const [kept, setKept] = useState<number | null>(null);
  const [lost, setLost] = useState(false);
  const [inUse, setInUse] = useState(false);
  /** The use: its id, and that the server was told. */
  const use = useRef<{ id: string; begun: Promise<void> | undefined; told: boolean }>(undefined);
  /** On a clock that only goes forward: one that is put right by an hour must not keep the page of who has left. */
  const touched = useRef(0);
  const stayed = useRef(0);
  const ending = useRef(false);
  /** When that was asked which the server has answered last. */
  const heardAt = useRef(0);
  const warned = useRef(false);
  const warn = useCallback((seconds: number | null): void => {
    warned.current = seconds !== null;
    setLeft(seconds);
  }, []);

  const begin = useCallback((): Promise<void> => {
    const now = (use.current ??= { id: newKey(), begun: undefined, told: false });
    setInUse(true);
    const asked = performance.now();
    now.begun ??= call(kiosksContract.beginSitting, { body: { id: now.id } }).then(
      () => {
        now.told = true;
        heardAt.current = asked;
        setOnline(true);
      },
      (thrown: unknown) => {
        now.begun = undefined;
        if (asProblem(thrown).status === 0) setOnline(false);
        throw thrown;
      },
    );
    return now.begun;
  }, []);

  const end = useCallback((how: Ending): void => {
    if (ending.current) return;
    ending.current = true;
    const id = use.current?.id;
    use.current = undefined;
    setInUse(false);
    setClearing(true);
    setLost(how === 'lost');
    const read = pause(how === 'lost' ? lostShown : 0);
    warn(null);
    setTurn((before) => before + 1);
    void (async () => {
      await forget();
      // Until the server has heard it the machine serves nobody: its cookie is still that of the person who left.
      while (id !== undefined) {
        try {
          await call(kiosksContract.endSitting, { params: { id }, body: { how } });
          break;
        } catch (thrown) {
          if (asProblem(thrown).code === 'kiosks.notRegistered') break;
          setOnline(false);
          await pause(3_000);
        }
      }
      await read;
      // A new document: nothing that a script has held outlives this one. Replaced, so that there is no way back.
      location.replace('/kiosk');
    })();
  }, []);

  const beat = useCallback(async (): Promise<void> => {
    if (ending.current) return;
    const now = use.current;
    // Only what the server had heard of before it was asked can be missed there.
    const known = now?.told ?? false;
    const asked = performance.now();
    try {
      const here = await call(kiosksContract.beatHere, { body: { sittingId: now?.id ?? null, version } });
      heardAt.current = asked;
      setHere(here);
      setOnline(true);
      // The server has given this use up.
      if (now && known && now === use.current && here.sittingId !== now.id) end('lost');
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.code === 'kiosks.notRegistered') setHere(undefined);
      else setOnline(false);
    }
  }, [end]);

  const idle = here?.idleSeconds ?? 90;
  useEffect(() => {
    if (!here) return;
    const touch = (): void => {
      if (ending.current) return;
      const now = performance.now();
      // A warning that went at the touch would let the press fall on what lies below it: a touch makes it begin anew, and the press answers it.
      touched.current = warned.current ? Math.max(touched.current, now - idle * 1000) : now;
      if (here.inService) void begin().catch(() => {});
    };
    for (const kind of touches) addEventListener(kind, touch, { capture: true, passive: true });
    const tick = setInterval(() => {
      if (!use.current || ending.current) return;
      const now = performance.now();
      setKept(use.current.told ? minutesKept(idle, { heard: heardAt.current, now }) : null);
      const rest = secondsLeft(idle, { touched: touched.current, stayed: stayed.current, now });
      if (rest <= 0) end('idle');
      else warn(rest <= warningSeconds ? rest : null);
    }, 1_000);
    return () => {
      for (const kind of touches) removeEventListener(kind, touch, true);
      clearInterval(tick);
    };
  }, [here?.id, here?.inService, idle]);
  useEffect(() => {
    const timer = setInterval(() => void beat(), beatSeconds * 1000);
    const again = (): void => void beat();
    const gone = (): void => setOnline(false);
    addEventListener('online', again);
    addEventListener('offline', gone);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
      removeEventListener('offline', gone);
    };
  }, [beat]);

  const machine = useMemo<Machine | undefined>(
    () =>
      here && {
        kioskId: here.id,
        outletId: here.outletId,
        portal: here.portal,
        hall: here.hall,
        printsTickets: here.printsTickets,
        printer: here.printer,
        says: here.says,
        open: here.open,
        used: async () => {
          await begin();
          return use.current!.id;
        },
        stay: () => {
          stayed.current = performance.now();
        },
        end: () => end('person'),
        turn,
      },
    [here, turn],
  );
  const answered = useCallback((): void => {
    touched.current = performance.now();
    warn(null);
  }, []);
  const heard = useCallback((said?: Here) => (said ? setHere(said) : void beat()), [beat]);
  const phase = clearing ? 'clearing' : !here ? 'unregistered' : here.inService || inUse ? 'ready' : 'outOfService';
  return { here, phase, online, kept, lost, left, inUse, end, answered, registered: setHere, heard, machine };
}

/** The page in its machine; a new one for each turn, so that no part of a page is kept. */
export const InMachine = (props: { machine: Machine; children: ReactNode }): ReactNode => (
  <MachineProvider value={props.machine} key={props.machine.turn}>
    {props.children}
  </MachineProvider>
);
