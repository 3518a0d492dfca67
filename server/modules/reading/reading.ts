/** What a reading is: shapes that everybody else sees, and the pure part of judging one. */
import type { Point } from './picture/homography.ts';
import type { ReadKind } from './kinds.ts';

/** `sure`: may be relied on by a rule. `unsure`: a person has to look. `missing`: nothing was found. */
export type FieldState = 'sure' | 'unsure' | 'missing';

/** A field of a document as it was read. */
export interface FieldReading {
  name: string;
  /** As the document calls it. */
  label: string;
  labelEn: string;
  /** What is printed, as it was read; null when nothing was found. */
  value: string | null;
  /** As it is compared: days `YYYY-MM-DD`, periods `from/until`, money in whole fen, areas in square metres. */
  normalised: string | null;
  /** A polygon in the pixels of the picture as people see it. */
  box: Point[] | null;
  /** From 1. */
  page: number | null;
  /** 0 to 1. */
  confidence: number;
  state: FieldState;
  /** Whether its own rule (check digit, calendar, dictionary) was kept. */
  check: 'passed' | 'failed' | 'none';
  /** What else it could be, the likeliest first. */
  alternatives: string[];
  /** It is not on every such document. */
  optional: boolean;
}

/** A picture or PDF as it was read. */
export interface PictureReading {
  kind: ReadKind;
  /** 0 to 1. */
  kindConfidence: number;
  /** Another kind that it looks more like than the one that was asked for: then no field is sure. */
  seemsToBe: ReadKind | null;
  /** By how much the first page has to be turned back, in quarters: 0, 90, 180 or 270 degrees clockwise as it lies. */
  orientation: 0 | 90 | 180 | 270;
  pages: {
    width: number;
    height: number;
    /** Degrees clockwise, 0 to 359. */
    turned: number;
    /** Mean of its letters' probabilities. */
    confidence: number;
  }[];
  fields: FieldReading[];
  /** Of networks and templates: a file that was read by the same ones need not be read again. */
  version: string;
}
