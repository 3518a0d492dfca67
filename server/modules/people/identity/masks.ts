/** What staff see of a person unless their work needs more (个人信息保护法 arts. 6, 51). Pure. */

const stars = (count: number): string => '*'.repeat(Math.max(0, count));

/** 张三 -> 张*, 张小三 -> 张*三, 欧阳小三 -> 欧**三; John Smith -> J*** S****. */
export function maskName(name: string): string {
  if (/^[\p{Script=Latin}\s.'-]+$/u.test(name))
    return name.replace(/\p{L}[\p{L}.'-]*/gu, (word) => word[0]! + stars(word.length - 1));
  const letters = Array.from(name);
  if (letters.length <= 1) return stars(letters.length);
  if (letters.length === 2) return `${letters[0]}*`;
  return `${letters[0]}${stars(letters.length - 2)}${letters.at(-1)}`;
}

/** 330106199001011234 -> 3301**********1234; shorter numbers keep two places at each end. */
export function maskIdNumber(number: string): string {
  const kept = number.length >= 12 ? 4 : number.length >= 6 ? 2 : 0;
  return number.slice(0, kept) + stars(number.length - 2 * kept) + number.slice(number.length - kept);
}

/** 13812345678 -> 138****5678; other numbers keep their last two digits. */
export function maskPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`;
  return stars(phone.length - 2) + phone.slice(Math.max(0, phone.length - 2));
}

/** Keeps an address up to its town or street office, else up to its district; nothing of one that names neither. */
export function maskAddress(address: string): string {
  const upToTown = /^.*?(?:街道|镇|乡(?!村))/u.exec(address)?.[0] ?? /^.{0,20}(?:区|县|市)/u.exec(address)?.[0] ?? '';
  if (address === '') return '';
  return upToTown === address ? address : `${upToTown}****`;
}

/** zhang@example.com -> z***@example.com. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at <= 0 ? stars(email.length) : `${email[0]}***${email.slice(at)}`;
}

/** What can be masked of a person. */
export interface Maskable {
  name: string;
  idNumber: string;
  phone: string;
  address: string;
  email: string;
  bornOn: string | null;
}

/** The same person as staff see them: the day of birth goes down to its year. */
export const maskPerson = <P extends Maskable>(person: P): P => ({
  ...person,
  name: maskName(person.name),
  idNumber: maskIdNumber(person.idNumber),
  phone: maskPhone(person.phone),
  address: maskAddress(person.address),
  email: person.email === '' ? '' : maskEmail(person.email),
  bornOn: person.bornOn === null ? null : `${person.bornOn.slice(0, 4)}-01-01`,
});
