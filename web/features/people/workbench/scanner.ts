/** A card reader or barcode scanner that types like a keyboard: fast, and with Enter at the end. */
import { useEffect, useRef } from 'react';

/** Nobody types 15 characters with less than this between two of them; readers need a few milliseconds. */
const fastest = 45;
const shortest = 15;

/** Hears what is scanned while no field has the focus; in a field the scanned text arrives by itself. */
export function useScanner(hear: (text: string) => void, enabled = true): void {
  const newest = useRef(hear);
  useEffect(() => {
    newest.current = hear;
  });
  useEffect(() => {
    if (!enabled) return;
    let text = '';
    let last = 0;
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      if (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio') return;
      if (target instanceof HTMLTextAreaElement) return;
      if (event.timeStamp - last > fastest) text = '';
      last = event.timeStamp;
      if (event.key.length === 1) text += event.key;
      else if (event.key === 'Enter' && text.length >= shortest) {
        event.preventDefault();
        event.stopPropagation();
        newest.current(text);
        text = '';
      }
    };
    // Before the keys of the page: the digits of a card are no commands.
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, [enabled]);
}
