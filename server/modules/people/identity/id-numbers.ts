/**
 * Numbers of identity documents and of organisations. Where a standard gives a check digit it is checked (GB 11643-1999,
 * GB 32100-2015); the other numbers are checked for their shape only, because their issuers publish no more than that.
 * Pure, and the same in the browser and on the server.
 */

/**
 * residentCard 居民身份证, passport 护照, hkmPermit 港澳居民来往内地通行证, twPermit 台湾居民来往大陆通行证,
 * hkmtResidence 港澳台居民居住证, foreignPermit 外国人永久居留身份证.
 */
export const idKinds = ['residentCard', 'passport', 'hkmPermit', 'twPermit', 'hkmtResidence', 'foreignPermit'] as const;
export type IdKind = (typeof idKinds)[number];

/** What is wrong with a number: its length or letters, the place, the day of birth, or the check digit. */
export type NumberFault = 'shape' | 'area' | 'birthDate' | 'checkDigit';

/** A number as it is stored, with what it says of its holder; or what is wrong with it. */
export type IdCheck =
  | { ok: true; number: string; bornOn?: string; sex?: 'male' | 'female' }
  | { ok: false; fault: NumberFault };

/** Province-level codes of GB/T 2260, with those that only residence permits carry (81, 82, 83). */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(' '),
);
const permitAreas = new Set(['81', '82', '83']);

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Check digit of a resident card from its first 17 digits (GB 11643, ISO 7064 MOD 11-2): 0 to 9 or X. */
export const idCheckDigit = (first17: string): string =>
  '10X98765432'[idWeights.reduce((sum, weight, i) => sum + weight * Number(first17[i]), 0) % 11]!;

const creditLetters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Check digit of a credit code from its first 17 characters (GB 32100-2015 annex A, MOD 31). */
export function creditCheckDigit(first17: string): string {
  const sum = creditWeights.reduce((all, weight, i) => all + weight * creditLetters.indexOf(first17[i]!), 0);
  return creditLetters[(31 - (sum % 31)) % 31]!;
}

/** As it is stored: full-width forms narrowed, no spaces or brackets, capital letters. */
export const normaliseNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .toUpperCase();

function isPastDay(day: string, today: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day && day >= '1880-01-01' && day <= today;
}

/** Eighteen digits built as GB 11643 says, beginning with one of the areas. */
function checkEighteen(number: string, today: string, areaKnown: (area: string) => boolean): IdCheck {
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, fault: 'shape' };
  if (!areaKnown(number.slice(0, 2)) || number.slice(2, 6) === '9999') return { ok: false, fault: 'area' };
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isPastDay(bornOn, today)) return { ok: false, fault: 'birthDate' };
  if (idCheckDigit(number.slice(0, 17)) !== number[17]) return { ok: false, fault: 'checkDigit' };
  return { ok: true, number, bornOn, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
}

const shapes: Record<Exclude<IdKind, 'residentCard' | 'hkmtResidence' | 'foreignPermit'>, RegExp> = {
  // ICAO 9303 gives a document number 9 places; some issuers print more beside the machine-readable zone.
  passport: /^[A-Z0-9]{5,14}$/,
  // H Hong Kong, M Macao, eight digits of the holder, and on older booklets two digits for the count of issues.
  hkmPermit: /^[HM]\d{8}(\d{2})?$/,
  // Eight digits on the card; the older booklet has ten digits and, in brackets, the count of issues.
  twPermit: /^(\d{8}|\d{10}[A-Z0-9]?)$/,
};

/** Checks a number of its kind. `today` is a day of Asia/Shanghai, YYYY-MM-DD: nobody is born after it. */
export function checkIdNumber(kind: IdKind, text: string, today: string): IdCheck {
  const number = normaliseNumber(text);
  switch (kind) {
    case 'residentCard':
      return checkEighteen(number, today, (area) => provinces.has(area));
    case 'hkmtResidence':
      return checkEighteen(number, today, (area) => permitAreas.has(area));
    case 'foreignPermit':
      // Since December 2023 eighteen digits that begin with 9; before, three letters of the nationality and twelve digits.
      if (/^[A-Z]{3}\d{12}$/.test(number)) return { ok: true, number };
      return checkEighteen(number, today, (area) => area.startsWith('9'));
    default:
      return shapes[kind].test(number) ? { ok: true, number } : { ok: false, fault: 'shape' };
  }
}

/** Checks a unified social credit code (统一社会信用代码). */
export function checkCreditCode(text: string): { ok: true; number: string } | { ok: false; fault: NumberFault } {
  const number = normaliseNumber(text);
  // Place 1 registering authority, 2 kind, 3 to 8 area, 9 to 17 organisation code, 18 check digit; no I, O, S, V, Z.
  if (!/^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/.test(number)) return { ok: false, fault: 'shape' };
  if (creditCheckDigit(number.slice(0, 17)) !== number[17]) return { ok: false, fault: 'checkDigit' };
  return { ok: true, number };
}
