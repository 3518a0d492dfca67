/** Keeps the screen on: a page on a locked phone neither rings nor shakes. */
import { useEffect, useState } from 'react';

/**
 * Asks for the screen to stay on as long as `on`, and says whether it does. A browser takes it back whenever the page is hidden, so it is
 * asked for again each time that somebody comes back; it may refuse, as with a low battery, and older ones have no such thing.
 */
export function useAwake(on: boolean): boolean {
  const [awake, setAwake] = useState(false);
  useEffect(() => {
    if (!on || !('wakeLock' in navigator)) return;
    let held: WakeLockSentinel | undefined;
    let over = false;
    const isHeld = (): boolean => held !== undefined && !held.released;
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || isHeld()) return;
      try {
        const lock = await navigator.wakeLock.request('screen');
        // It was turned off meanwhile, or asked for twice.
        if (over || isHeld()) return await lock.release();
        held = lock;
        lock.addEventListener('release', () => setAwake(false));
        setAwake(true);
      } catch {
        setAwake(isHeld());
      }
    };
    const again = (): void => void ask();
    again();
    document.addEventListener('visibilitychange', again);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', again);
      void held?.release();
    };
  }, [on]);
  return awake;
}
