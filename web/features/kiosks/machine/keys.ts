/** A kiosk by keys alone, also by those of a keypad: digits press the tile of that number, arrows go from one thing to the next, 0 is home. */
import { useEffect, useRef } from 'react';

const things = 'a[href], button:not([disabled]), input, select, textarea, [tabindex="0"]';
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

/** Those that are seen: what waits for somebody to sign in again is put away. */
const tiles = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('#main .kiosk-tile:not([disabled])')].filter(
    (one) => one.offsetParent !== null,
  );

/** What is asked over the page: nothing behind it is pressed before that is answered. */
const asked = (): Element | null => document.querySelector('dialog[open]');

function step(by: 1 | -1): void {
  const all = [...(asked() ?? document).querySelectorAll<HTMLElement>(things)].filter(
    (one) => one.offsetParent !== null,
  );
  const at = all.indexOf(document.activeElement as HTMLElement);
  all[(at + by + all.length) % all.length]?.focus();
}

export function useKeys(home: () => void): void {
  const newest = useRef(home);
  newest.current = home;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
      const { key } = event;
      if (key === 'ArrowDown' || key === 'ArrowRight') step(1);
      else if (key === 'ArrowUp' || key === 'ArrowLeft') step(-1);
      else if (key === '0' && !asked()) newest.current();
      else if (/^[1-9]$/.test(key) && !asked()) tiles()[Number(key) - 1]?.click();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
