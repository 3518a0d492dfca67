/** A key of the screen: it acts when it is touched, so that two thumbs may type at once, and never takes the focus from the field. */
import { useEffect, useRef, type ReactNode } from 'react';

/** Held so long a key begins to repeat, and then so often. */
const hold = { before: 450, between: 90 };

export function Key(props: {
  children: ReactNode;
  /** `again` when it is held and repeats. */
  onPress: (again: boolean) => void;
  /** What it is called where its sign says too little. */
  name?: string | undefined;
  /** Columns that it takes of twenty. */
  wide?: number;
  /** The first column, where a row is set in. */
  from?: number | undefined;
  repeats?: boolean;
  /** Acts when it is let go: what it takes away must not leave the finger over something else. */
  late?: boolean;
  pressed?: boolean | undefined;
  disabled?: boolean | undefined;
  className?: string;
}): ReactNode {
  const { wide = 2, from, late = false, pressed, onPress } = props;
  const newest = useRef(onPress);
  newest.current = onPress;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const release = (): void => clearTimeout(timer.current);
  useEffect(() => release, []);
  const repeat = (after: number): void => {
    timer.current = setTimeout(() => {
      newest.current(true);
      repeat(hold.between);
    }, after);
  };
  return (
    <button
      type="button"
      // Somebody with real keys goes from field to field, not through these.
      tabIndex={-1}
      className={`kiosk-key ${props.className ?? ''}`}
      style={{ gridColumn: from === undefined ? `span ${wide}` : `${from} / span ${wide}` }}
      disabled={props.disabled}
      {...(props.name === undefined ? {} : { 'aria-label': props.name })}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onPointerDown={({ button }) => {
        if (button !== 0 || late) return;
        onPress(false);
        if (props.repeats) repeat(hold.before);
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onPointerLeave={release}
      // By a screen reader, which touches nothing.
      onClick={({ detail }) => (late || detail === 0) && onPress(false)}
    >
      {props.children}
    </button>
  );
}
