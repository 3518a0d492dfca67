/** The rules of a kiosk: how it stands, how long somebody stands before it, and its paper. Pure. */

/** What is known of the printer in a kiosk. `none`: it has none. */
export const printerStates = ['none', 'ready', 'noPaper', 'fault'] as const;
export type PrinterState = (typeof printerStates)[number];

/** How somebody's time at a kiosk ended: by themselves, forgotten, by a power cut, out of reach, by staff. */
export const endings = ['person', 'idle', 'restart', 'lost', 'staff'] as const;
export type Ending = (typeof endings)[number];

/** A kiosk as the list shows it; the first that holds. */
export const kioskStates = ['unregistered', 'outOfService', 'silent', 'printer', 'lowPaper', 'working'] as const;
export type KioskState = (typeof kioskStates)[number];

/** A kiosk says every twenty seconds that it is there; after six times without a word something is wrong. */
export const beatSeconds = 20;
export const silentAfterSeconds = 120;
/** What the countdown gives to somebody who is still there. */
export const warningSeconds = 20;
/** From here on somebody should bring paper. */
export const lowSheets = 50;
export const mostCopies = 5;

export interface Standing {
  registeredAt: Date | null;
  lastSeenAt: Date | null;
  inService: boolean;
  printer: PrinterState;
  sheetsLeft: number;
}

export function kioskState(kiosk: Standing, at: Date): KioskState {
  if (!kiosk.registeredAt) return 'unregistered';
  if (!kiosk.inService) return 'outOfService';
  const seen = (kiosk.lastSeenAt ?? kiosk.registeredAt).getTime();
  if (at.getTime() - seen > silentAfterSeconds * 1000) return 'silent';
  if (kiosk.printer === 'noPaper' || kiosk.printer === 'fault') return 'printer';
  if (kiosk.printer === 'ready' && kiosk.sheetsLeft < lowSheets) return 'lowPaper';
  return 'working';
}

/** Why a paper cannot be printed here now; undefined when it can. */
export function printFault(
  kiosk: Pick<Standing, 'printer' | 'sheetsLeft'>,
  sheets: number,
): 'noPrinter' | 'noPaper' | 'printerFault' | undefined {
  if (kiosk.printer === 'none') return 'noPrinter';
  if (kiosk.printer === 'fault') return 'printerFault';
  return kiosk.printer === 'noPaper' || kiosk.sheetsLeft < sheets ? 'noPaper' : undefined;
}

/** Seconds without a word about it after which a sitting is lost. */
export const lostSeconds = (idleSeconds: number): number => idleSeconds + warningSeconds + 2 * beatSeconds;

/**
 * The instant from which the server takes a sitting for lost when the kiosk has not said a word about it: later than the kiosk itself would
 * have ended it, and before somebody else could find it open.
 */
export const lostAfter = (seenAt: Date, idleSeconds: number): Date =>
  new Date(seenAt.getTime() + lostSeconds(idleSeconds) * 1000);

/** What is asked on the phone: three numbers of two digits, one of which the kiosk shows. `random` gives 0 up to 1. */
export function numbersToChoose(random: () => number): { number: number; choices: number[] } {
  const choices: number[] = [];
  while (choices.length < 3) {
    const one = 10 + Math.floor(random() * 90);
    if (!choices.includes(one)) choices.push(one);
  }
  return { number: choices[Math.floor(random() * 3)]!, choices };
}

/** Seconds before the end of a sign-in at which the kiosk says so, and the clerk on the line reads it. */
export const signInWarningSeconds = 300;

/** How long a code on the screen is good for: long enough to take out a phone, short enough that nobody carries it away. */
export const signInSeconds = 120;
export const registrationMinutes = 30;
