/** When a kiosk that nobody touches ends by itself. Pure; all instants in milliseconds of a count that nobody sets. */

import { lostSeconds, warningSeconds } from '#modules/kiosks/contract';

/** So long somebody may talk with a clerk without touching the machine: after that they may have gone, with their form on the screen and the camera on. */
export const talkSeconds = 600;

/** Seconds that are left; at `warningSeconds` and fewer they are shown. `stayed`: the last sign that somebody is there without a touch. */
export function secondsLeft(idleSeconds: number, at: { touched: number; stayed: number; now: number }): number {
  const heard = Math.max(at.touched, Math.min(at.stayed, at.touched + talkSeconds * 1000));
  return idleSeconds + warningSeconds - Math.floor((at.now - heard) / 1000);
}

/**
 * Whole minutes for which the server keeps a use of which it has heard last at `heard`; below zero when it may have ended it. It promises too
 * little rather than too much: a word that the server has heard, and whose answer was lost, is not counted.
 */
export const minutesKept = (idleSeconds: number, at: { heard: number; now: number }): number =>
  Math.max(-1, Math.floor((lostSeconds(idleSeconds) - (at.now - at.heard) / 1000) / 60));
