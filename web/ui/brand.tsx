/** The mark: a window. */
import type { ReactNode } from 'react';

/** Drawn in the colour of the text around it, as high as its letters. */
export function Mark(): ReactNode {
  return (
    <svg viewBox="0 0 32 32" width="1.5em" height="1.5em" aria-hidden="true" className="yc-mark">
      <rect width="32" height="32" rx="7" fill="var(--yc-accent)" />
      <path d="M8 9.5h16v13H8z M8 16h16" fill="none" stroke="#fff" strokeWidth="2.4" strokeLinejoin="round" />
    </svg>
  );
}
