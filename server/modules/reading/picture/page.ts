/** A page as it is read, and why there is none. */
import type { Pixels } from './pixels.ts';

/** A page to read. `width` and `height` are those of the picture as people see it; `pixels` may be smaller, in the same proportion. */
export interface Page {
  pixels: Pixels;
  width: number;
  height: number;
}

/** Why content cannot be read; the codes of `readingProblems`. */
export type Unreadable = 'notAPicture' | 'damaged' | 'tooManyPixels' | 'tooManyPages' | 'locked' | 'tooSmall';
export class CannotDecode extends Error {
  readonly code: Unreadable;
  constructor(code: Unreadable, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
