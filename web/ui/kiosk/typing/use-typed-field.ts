/** Which field of the page the keys are for: the one that has the focus, until something else has it. */
import { useEffect, useState, type RefObject } from 'react';
import { isTyped, silence, type TypedField } from './field.ts';

/** So long the keys stay after the field was left: they must not go from under a finger that presses what is below, which would then miss. */
const linger = 250;

export interface Typed {
  field: TypedField;
  /** Another one for each field: what was begun for one is not gone on with for the next. */
  turn: number;
}

/**
 * `keys` is what the keys are drawn in: whoever presses them has not left the field. `onLeave` is called in the moment in which a field is left, before
 * anything else hears of it: a button that is pressed then sends what was meant.
 */
export function useTypedField(
  keys: RefObject<HTMLElement | null>,
  onLeave: RefObject<() => void>,
): [Typed | undefined, close: () => void] {
  const [typed, setTyped] = useState<Typed>();
  const field = typed?.field;
  useEffect(() => {
    const take = (next: TypedField): void => {
      silence(next);
      setTyped((now) => (now?.field === next ? now : { field: next, turn: (now?.turn ?? 0) + 1 }));
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isPressed = false;
    const isOurs = (target: EventTarget | null): boolean => target instanceof Node && keys.current?.contains(target) === true; // prettier-ignore
    const leave = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => (isPressed ? leave() : setTyped(undefined)), linger);
    };
    const come = ({ target }: FocusEvent): void => {
      if (isOurs(target)) return clearTimeout(timer);
      if (!isTyped(target)) return;
      clearTimeout(timer);
      take(target);
    };
    const go = ({ target, relatedTarget }: FocusEvent): void => {
      if (!isTyped(target) || isOurs(relatedTarget)) return;
      // A question over the page, such as whether anybody is still there, gives the field back, or its page goes.
      if (document.querySelector('dialog[open]')) return;
      onLeave.current();
      leave();
    };
    const press = (): void => void (isPressed = true);
    const release = (): void => void (isPressed = false);
    document.addEventListener('focusin', come);
    document.addEventListener('focusout', go);
    addEventListener('pointerdown', press, true);
    addEventListener('pointerup', release, true);
    addEventListener('pointercancel', release, true);
    // A field that had the focus before the keys were there.
    if (isTyped(document.activeElement)) take(document.activeElement);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('focusin', come);
      document.removeEventListener('focusout', go);
      removeEventListener('pointerdown', press, true);
      removeEventListener('pointerup', release, true);
      removeEventListener('pointercancel', release, true);
    };
  }, [keys, onLeave]);
  useEffect(() => {
    if (!field) return;
    // A page that goes takes its field along, and nobody is told.
    const watch = new MutationObserver(() => field.isConnected || setTyped(undefined));
    watch.observe(document.body, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [field]);
  const close = (): void => {
    field?.blur();
    setTyped(undefined);
  };
  return [typed, close];
}
