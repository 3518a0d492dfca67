/**
 * What a password must be (GB/T 22239-2019, 8.1.4.1: complexity; NIST SP 800-63B for long ones and for the list of bad ones).
 * Pure.
 */
import { worstPasswords } from './worst-passwords.ts';

export const shortest = 8;
/** From here on length alone is enough: four words beat eight odd letters. */
export const longEnough = 16;
/** argon2 takes more; nobody types more. */
export const longest = 128;

/** What is wrong with a password: too short, too few kinds of letters, the login name in it, known to everybody. */
export type PasswordFault = 'short' | 'kinds' | 'loginName' | 'common' | 'repeated';

/** Kinds of letters: small, capital, digits, all others (Chinese letters and marks). */
const kindsIn = (password: string): number =>
  [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;

/** The first fault of a password, or undefined. Names are the login name and the telephone, which others know. */
export function passwordFault(
  password: string,
  names: readonly (string | null | undefined)[],
): PasswordFault | undefined {
  const length = Array.from(password).length;
  const small = password.toLowerCase();
  if (length < shortest || length > longest) return 'short';
  if (worstPasswords.has(small)) return 'common';
  if (new Set(small).size < 4) return 'repeated';
  for (const name of names) if (name && name.length >= 3 && small.includes(name.toLowerCase())) return 'loginName';
  if (length < longEnough && kindsIn(password) < 3) return 'kinds';
  return undefined;
}
