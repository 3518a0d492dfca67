/**
 * The form that is being filled in on this page, for whoever helps with it: what is asked, what is answered, where the person is. Held
 * outside React's tree, because the form and the help stand in different places of the page.
 */
import { useEffect, useRef, useSyncExternalStore, type RefObject } from 'react';

export interface MirroredField {
  name: string;
  title: string;
  /** As it is read; empty when nothing was answered. */
  said: string;
  fault: string;
  /** Came from the person's record, or is a number that is theirs: nobody sees it before they show it. */
  sensitive: boolean;
}

export interface MirroredForm {
  /** The catalogue's item, if it is one's form. */
  itemId: string | undefined;
  title: string;
  /** The key of the page of the form on which the person is. */
  at: string;
  fields: readonly MirroredField[];
  /** Takes a suggestion, as if it had been typed; false when the field does not take it. */
  take: (name: string, text: string) => boolean;
}

let form: MirroredForm | undefined;
let pointed: string | undefined;
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The form shows itself while it is on the page; called on each drawing. */
export function useMirror(now: MirroredForm): void {
  useEffect(() => {
    form = now;
    tell();
  });
  useEffect(
    () => () => {
      form = undefined;
      tell();
    },
    [],
  );
}

/** The form on this page, if there is one. */
export const useMirrored = (): MirroredForm | undefined => useSyncExternalStore(subscribe, () => form);

/** Points at a field of the form; undefined at none. */
export function pointAt(name: string | undefined): void {
  pointed = name;
  tell();
}
/** Whether somebody points at the field of this name: then it comes into view, wherever on the page the person was. */
export function usePointedAt(name: string): { place: RefObject<HTMLElement | null>; isPointed: boolean } {
  const isPointed = useSyncExternalStore(subscribe, () => pointed === name);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isPointed) place.current?.scrollIntoView({ block: 'center' });
  }, [isPointed]);
  return { place, isPointed };
}
