/** What a run of a hall is made of, and what is known of it afterwards. Minutes are counted from midnight and may be fractions. */
import type { Fairness } from '../rank.ts';
import type { Person } from './hall-day.ts';

export interface RunSetting {
  fairness: Fairness;
  /** How long a window waits for somebody who does not come. */
  missMinutes: number;
  /** Minutes between two people at a window: tidying up and calling. */
  betweenMinutes: number;
}

/** A window as it is before the day. */
export interface RunWindow {
  id: string;
  errandIds: readonly string[];
  /** How long work takes here, as a share of the minutes drawn; 1 is usual. */
  pace: number;
}

/** Somebody in the queue, or at a window: what a hall can see of them, and what was drawn for them. */
export interface InHall {
  id: string;
  errandId: string;
  rank: number;
  forWindowId: string | null;
  person: Person;
  /** When they entered the queue first; waiting counts from here. */
  enteredAt: number;
  missedCalls: number;
}

/** closing: finishes with whom it has and leaves then. */
export type WindowState = 'closed' | 'open' | 'break' | 'closing';

/** A window as it is now. */
export interface WindowNow extends RunWindow {
  state: WindowState;
  /** Called or at the window; null while nobody is. */
  serving: InHall | null;
  /** When whoever it has was called. */
  calledAt: number;
  /** When whoever it has sat down; null before. */
  servedSince: number | null;
  idleSince: number;
  openSince: number;
}

/** What became of somebody; `waited` runs from entering to the call that they answered, or to leaving. */
export interface Outcome {
  id: string;
  errandId: string;
  priority: Person['priority'];
  slotAt: number | null;
  enteredAt: number;
  /** The call that they answered; null when they left or gave up. */
  calledAt: number | null;
  servedAt: number | null;
  finishedAt: number | null;
  windowId: string | null;
  missedCalls: number;
  waited: number;
  became: 'served' | 'left' | 'gaveUp' | 'lapsed';
}

/** From when to when somebody was paid to be at a window, breaks included. */
export interface OpenSpan {
  windowId: string;
  from: number;
  to: number;
}

/** What may watch or steer a run. */
export interface Observer {
  entered?(ticket: InHall, at: number): void;
  called?(ticket: InHall, window: WindowNow, at: number): void;
  served?(ticket: InHall, window: WindowNow, at: number): void;
  ended?(outcome: Outcome, at: number): void;
  missed?(ticket: InHall, window: WindowNow, at: number): void;
  windowChanged?(window: WindowNow, at: number): void;
}
