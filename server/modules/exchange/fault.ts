/** Why a delivery failed: the message waits and is tried again. The words for each are the screen's. */
import type { faults } from './shapes.ts';

export class Fault extends Error {
  readonly fault: (typeof faults)[number];
  /** The code of the problem with which the other district refused it. */
  readonly code: string | undefined;
  constructor(fault: (typeof faults)[number], message: string, code?: string) {
    super(message);
    this.fault = fault;
    this.code = code;
  }
}
