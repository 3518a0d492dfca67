/** What an ESC/POS printer is asked about itself, and what it says. Pure, and known to the browser: the printer's own set of characters is not. */

/** Asked in passing, answered at once whatever the printer does: DLE EOT 1, 2 and 4. */
export const askStatus = Uint8Array.from([0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 4]);
/** Asked in its turn, behind what was sent: GS r 1. The answer means that all before it was worked off. */
export const askWhenDone = Uint8Array.from([0x1d, 0x72, 1]);

/** The two kinds of answer differ in two bits that are fixed. */
export const isStatus = (byte: number): boolean => (byte & 0x93) === 0x12;
export const isDone = (byte: number): boolean => (byte & 0x90) === 0;

export const printerStates = ['unknown', 'ready', 'nearEnd', 'paperOut', 'coverOpen', 'fault', 'offline'] as const;
export type PrinterState = (typeof printerStates)[number];
/** Whether a slip can come out. */
export const canPrint = (state: PrinterState): boolean => state === 'ready' || state === 'nearEnd';

/** What the answers to DLE EOT 1, 2 and 4 mean, the worst first. */
export function stateOf([printer = 0, offline = 0, paper = 0]: readonly number[]): PrinterState {
  if (offline & 0x04) return 'coverOpen';
  if (offline & 0x20 || paper & 0x60) return 'paperOut';
  if (offline & 0x40) return 'fault';
  if (printer & 0x08) return 'offline';
  return paper & 0x0c ? 'nearEnd' : 'ready';
}
