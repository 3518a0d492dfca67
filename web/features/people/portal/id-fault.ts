/** What is wrong with what people write of themselves, in words; the server asks the same again. */
import { checkCreditCode, checkIdNumber, passwordFault, type IdKind } from '#modules/people/contract';
import { today } from '#web/words/dates.ts';
import type { Language } from '#web/words/words.ts';
import { peopleWords } from './words.ts';

/** The fault of a document's number, or undefined. */
export function sayIdFault(kind: IdKind, number: string, language: Language): string | undefined {
  const say = peopleWords[language];
  if (number.trim() === '') return say.need(say.idNumber);
  const checked = checkIdNumber(kind, number, today());
  return checked.ok ? undefined : say.numberFaults[checked.fault];
}

/** The fault of a credit code, or undefined. */
export function sayCreditFault(code: string, language: Language): string | undefined {
  const say = peopleWords[language];
  if (code.trim() === '') return say.need(say.creditCode);
  const checked = checkCreditCode(code);
  return checked.ok ? undefined : say.numberFaults[checked.fault];
}

/** The fault of a new password, or undefined. */
export function sayPasswordFault(password: string, names: readonly string[], language: Language): string | undefined {
  const say = peopleWords[language];
  if (password === '') return say.need(say.password);
  const fault = passwordFault(password, names);
  return fault && say.passwordFaults[fault];
}

/** The fault of a telephone number; spaces and hyphens are taken out before it is sent. */
export const plainPhone = (phone: string): string => phone.replace(/[\s-]/g, '');
export function sayPhoneFault(phone: string, language: Language): string | undefined {
  const say = peopleWords[language];
  if (phone.trim() === '') return say.need(say.phone);
  return /^\+?[0-9]{5,20}$/.test(plainPhone(phone)) ? undefined : say.wrongPhone;
}

/** The fault of a mailbox; none where it is left empty. */
export function sayEmailFault(email: string, language: Language): string | undefined {
  const plain = email.trim();
  return plain === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(plain) ? undefined : peopleWords[language].wrongEmail;
}
