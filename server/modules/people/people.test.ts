import fc from 'fast-check';
import { TOTP, Secret } from 'otpauth';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#platform/permissions';
import { covers, isSpan, mayTakeSeat, type Authority } from './acting/authority.ts';
import { guardKey } from './guard/guard.ts';
import {
  checkCreditCode,
  checkIdNumber,
  creditCheckDigit,
  idCheckDigit,
  normaliseNumber,
} from './identity/id-numbers.ts';
import { maskAddress, maskEmail, maskIdNumber, maskName, maskPerson, maskPhone } from './identity/masks.ts';
import { secretIn } from './sign-in/cookie.ts';
import { isRight, hashPassword } from './sign-in/hash.ts';
import { passwordFault } from './sign-in/passwords.ts';
import { sessionEnds } from './sign-in/sessions.ts';
import { worstPasswords } from './sign-in/worst-passwords.ts';
import { conflictOf, reachesRoles } from './staff/roles.ts';

const today = '2026-06-10';

describe('numbers of documents', () => {
  test('resident cards: the example of GB 11643, and each way to be wrong', () => {
    expect(checkIdNumber('residentCard', '11010519491231002X', today)).toEqual({
      ok: true,
      number: '11010519491231002X',
      bornOn: '1949-12-31',
      sex: 'female',
    });
    expect(checkIdNumber('residentCard', ' 440524188001010014 ', today)).toMatchObject({
      ok: true,
      bornOn: '1880-01-01',
    });
    const fault = (number: string) => checkIdNumber('residentCard', number, today);
    expect(fault('110105194912310021')).toEqual({ ok: false, fault: 'checkDigit' });
    expect(fault('1101051949123100')).toEqual({ ok: false, fault: 'shape' });
    expect(fault('01010519491231002X')).toEqual({ ok: false, fault: 'area' });
    expect(fault(`11010519490230002${idCheckDigit('11010519490230002')}`)).toEqual({ ok: false, fault: 'birthDate' });
    expect(fault(`11010520270101002${idCheckDigit('11010520270101002')}`)).toEqual({ ok: false, fault: 'birthDate' });
  });

  test('a small x, full-width digits and spaces are taken as meant', () => {
    expect(normaliseNumber(' １１０１０５ 19491231002x')).toBe('11010519491231002X');
  });

  test('any single wrong digit of a resident card is found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const right = '33010619900307421';
        const number = right + idCheckDigit(right);
        const wrong = Array.from(number);
        wrong[place] = String((Number(wrong[place]) + by) % 10);
        return !checkIdNumber('residentCard', wrong.join(''), today).ok;
      }),
    );
  });

  test('other documents: residence permits by check digit, the rest by shape', () => {
    const hk = `81000019900307421`;
    expect(checkIdNumber('hkmtResidence', hk + idCheckDigit(hk), today)).toMatchObject({
      ok: true,
      bornOn: '1990-03-07',
    });
    expect(checkIdNumber('residentCard', hk + idCheckDigit(hk), today)).toEqual({ ok: false, fault: 'area' });
    expect(checkIdNumber('hkmPermit', 'H12345678', today).ok).toBe(true);
    expect(checkIdNumber('hkmPermit', 'M1234567801', today).ok).toBe(true);
    expect(checkIdNumber('hkmPermit', 'T12345678', today)).toEqual({ ok: false, fault: 'shape' });
    expect(checkIdNumber('twPermit', '12345678', today).ok).toBe(true);
    expect(checkIdNumber('twPermit', '0123456789(B)', today)).toEqual({ ok: true, number: '0123456789B' });
    expect(checkIdNumber('passport', 'EJ1234567', today).ok).toBe(true);
    expect(checkIdNumber('passport', 'E-12', today).ok).toBe(false);
    expect(checkIdNumber('foreignPermit', 'USA310083030606', today).ok).toBe(true);
    const card = '93384019900307421';
    expect(checkIdNumber('foreignPermit', card + idCheckDigit(card), today).ok).toBe(true);
    expect(checkIdNumber('foreignPermit', `${card}${idCheckDigit(card) === '1' ? '2' : '1'}`, today).ok).toBe(false);
  });

  test('credit codes: published ones, and the letters that do not exist', () => {
    // Alibaba (China) Network Technology and Tencent Computer Systems, as in the public register.
    expect(checkCreditCode('91330100799655058B')).toEqual({ ok: true, number: '91330100799655058B' });
    expect(checkCreditCode('9144030071526726XG').ok).toBe(true);
    expect(checkCreditCode('91330100799655058C')).toEqual({ ok: false, fault: 'checkDigit' });
    expect(checkCreditCode('91330100I99655058B')).toEqual({ ok: false, fault: 'shape' });
    const first17 = '12330106MB0X12345';
    expect(checkCreditCode(first17 + creditCheckDigit(first17)).ok).toBe(true);
  });
});

test('masks show no more than they say', () => {
  expect(['张三', '张小三', '欧阳小三', '三', 'John Smith', ''].map(maskName)).toEqual([
    '张*',
    '张*三',
    '欧**三',
    '*',
    'J*** S****',
    '',
  ]);
  expect(maskIdNumber('330106199003071234')).toBe('3301**********1234');
  expect(['EJ1234567', 'H12'].map(maskIdNumber)).toEqual(['EJ*****67', '***']);
  expect(['13812345678', '0571-88888888', ''].map(maskPhone)).toEqual(['138****5678', '***********88', '']);
  expect(
    ['浙江省杭州市西湖区文新街道文二西路1号', '杭州市西湖区三墩镇', '杭州市西湖区文一路1号', '幸福里1号', ''].map(
      maskAddress,
    ),
  ).toEqual(['浙江省杭州市西湖区文新街道****', '杭州市西湖区三墩镇', '杭州市西湖区****', '****', '']);
  expect(maskEmail('zhang@example.com')).toBe('z***@example.com');
  const person = {
    name: '张三',
    idNumber: '330106199003071234',
    phone: '',
    address: '',
    email: '',
    bornOn: '1990-03-07',
  };
  expect(maskPerson(person)).toMatchObject({ bornOn: '1990-01-01', email: '' });
});

test('passwords: length, kinds, names, and the ones that are tried first', () => {
  expect(worstPasswords.size).toBeGreaterThanOrEqual(200);
  const fault = (password: string) => passwordFault(password, ['wangfang', '13812345678']);
  expect(fault('Ab1!xyz')).toBe('short');
  expect(fault('abcdefgh1')).toBe('kinds');
  expect(fault('Xihu2026lake')).toBeUndefined();
  expect(fault('四个词比八个字母更好记得住一些呀')).toBeUndefined();
  expect(fault('correct horse battery')).toBeUndefined();
  expect(fault('Admin@123')).toBe('common');
  expect(fault('WangFang#2026')).toBe('loginName');
  expect(fault('a13812345678A')).toBe('loginName');
  expect(fault('Aa1Aa1Aa1Aa1')).toBe('repeated');
  expect(fault('x'.repeat(129))).toBe('short');
});

test('a hash is right for its password only, and many at once take turns', async () => {
  const hash = await hashPassword('Xihu2026lake');
  expect(hash).toMatch(/^\$argon2id\$/);
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, i) => isRight(i === 11 ? null : hash, i % 2 ? 'wrong' : 'Xihu2026lake')),
  );
  expect(answers.map(Number)).toEqual([1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0]);
});

test('sessions of staff end after half an hour, and after a shift', () => {
  const at = (time: string) => new Date(`2026-06-10T${time}:00+08:00`);
  expect(sessionEnds(true, at('09:00'), at('09:10'))).toBe(at('09:40').getTime());
  expect(sessionEnds(true, at('08:00'), at('19:50'))).toBe(at('20:00').getTime());
  expect(sessionEnds(false, at('09:00'), at('09:10'))).toBe(at('09:10').getTime() + 7 * 86_400_000);
  expect(sessionEnds(false, at('09:00'), at('09:10'), true)).toBe(at('09:14').getTime());
  expect(sessionEnds(true, at('09:00'), at('09:58'), true)).toBe(at('10:00').getTime());
  // Who says that they are still there: half an hour from then on, never shorter than before, two hours in all.
  const stays = (said: string) => sessionEnds(false, at('09:00'), at('12:00'), true, at(said));
  expect(stays('09:10')).toBe(at('10:00').getTime());
  expect(stays('09:56')).toBe(at('10:26').getTime());
  expect(stays('10:25')).toBe(at('10:55').getTime());
  expect(stays('10:50')).toBe(at('11:00').getTime());
  expect(sessionEnds(false, at('09:00'), at('10:00'), true, at('09:56'))).toBe(at('10:04').getTime());
});

test('the cookie is read whatever stands beside it', () => {
  const secret = 'a'.repeat(43);
  expect(secretIn(`other=1; yichuang_session=${secret}; more=2`)).toBe(secret);
  expect(secretIn(`xyichuang_session=${secret}`)).toBeUndefined();
  expect(secretIn('yichuang_session=short')).toBeUndefined();
  expect(secretIn('')).toBeUndefined();
  expect(secretIn(undefined)).toBeUndefined();
});

test('an authority counts in its days, for its items, until it is revoked', () => {
  const authority: Authority = {
    id: '1',
    kind: 'proxy',
    principalPersonId: 'p',
    principalOrganisationId: null,
    agentPersonId: 'a',
    itemCodes: ['A1'],
    fromOn: '2026-06-01',
    untilOn: '2026-06-30',
    documentId: null,
    grantedAt: new Date(),
    grantedBy: null,
    revokedAt: null,
  };
  expect(covers(authority, { itemCode: 'A1' }, '2026-06-30')).toBe(true);
  expect(covers(authority, { itemCode: 'A1' }, '2026-07-01')).toBe(false);
  expect(covers(authority, { itemCode: 'A1' }, '2026-05-31')).toBe(false);
  expect(covers(authority, { itemCode: 'B1' }, '2026-06-10')).toBe(false);
  expect(covers({ ...authority, itemCodes: null, untilOn: null }, { itemCode: 'B1' }, '2027-06-10')).toBe(true);
  expect(covers({ ...authority, revokedAt: new Date() }, { itemCode: 'A1' }, '2026-06-10')).toBe(false);
  expect(isSpan('2026-06-10', '2026-06-09', today)).toBe(false);
  expect(isSpan('2026-06-10', '2032-01-01', today)).toBe(false);
  expect(isSpan('2026-06-10', null, today)).toBe(true);
});

test('an authority names items by their own codes or by base codes, and by whole codes only', () => {
  const own = '11330199MB0000203Q-330120001000';
  const given = (...itemCodes: string[]) => ({
    itemCodes,
    fromOn: '2026-06-01',
    untilOn: null,
    revokedAt: null,
  });
  const reaches = (itemCodes: string[], item: { itemCode: string; baseCode?: string }) =>
    covers(given(...itemCodes) as unknown as Authority, item, today);
  const item = { itemCode: own, baseCode: '330120001000' };
  expect(reaches([own], item)).toBe(true);
  expect(reaches(['330120001000'], item)).toBe(true);
  expect(reaches(['B1', '330120001000'], item)).toBe(true);
  expect(reaches([own], { itemCode: own })).toBe(true);
  // Neither the office in front nor a piece of the code is an item.
  expect(reaches(['11330199MB0000203Q'], item)).toBe(false);
  expect(reaches(['33012000'], item)).toBe(false);
  expect(reaches(['330120001000'], { itemCode: own })).toBe(false);
  // An item without a base code is not what an empty code names.
  expect(reaches([''], { itemCode: own, baseCode: '' })).toBe(false);
});

test('a seat is taken only under the name on record, with a document that was seen, from somebody who only declared it', () => {
  const seen = new Date('2026-06-01');
  const company = { name: '三墩机械厂', legalRepresentative: '郑厂长' };
  const person = { name: '郑厂长', verifiedAt: seen };
  expect(mayTakeSeat(person, company, ' 三墩机械厂', [])).toBe(true);
  expect(mayTakeSeat(person, company, '三墩机械厂', [{ verifiedAt: null }])).toBe(true);
  expect(mayTakeSeat({ ...person, verifiedAt: null }, company, '三墩机械厂', [])).toBe(false);
  expect(mayTakeSeat({ ...person, name: '郑副厂长' }, company, '三墩机械厂', [])).toBe(false);
  expect(mayTakeSeat(person, company, '四墩机械厂', [])).toBe(false);
  expect(mayTakeSeat(person, company, '三墩机械厂', [{ verifiedAt: null }, { verifiedAt: seen }])).toBe(false);
});

test('roles that do not go together, and who reaches which', () => {
  expect(conflictOf(['clerk', 'examiner', 'head'])).toBeUndefined();
  expect(conflictOf(['office', 'admin'])).toBeUndefined();
  expect(conflictOf(['auditor', 'office'])).toEqual(['auditor', 'office']);
  expect(conflictOf(['head', 'admin'])).toEqual(['admin', 'head']);
  const actor = (role: 'office' | 'admin', standsInFor?: string): Actor => ({
    accountId: 'x',
    personId: null,
    name: '',
    posts: [{ role, departmentId: null, outletId: null, ...(standsInFor ? { standsInFor } : {}) }],
    sessionId: null,
    secondFactor: true,
  });
  expect(reachesRoles(actor('office'), ['clerk', 'head'])).toBe(true);
  expect(reachesRoles(actor('office'), ['office'])).toBe(false);
  expect(reachesRoles(actor('admin'), ['admin', 'auditor'])).toBe(true);
});

test('a lock does not tell who has an account', () => {
  expect(guardKey('password', undefined, 'Zhang')).toBe(guardKey('password', undefined, 'zhang'));
  expect(guardKey('password', undefined, 'zhang')).not.toContain('zhang');
});

test('codes are those of RFC 6238', () => {
  const totp = new TOTP({ secret: Secret.fromLatin1('12345678901234567890'), digits: 8, period: 30 });
  expect(totp.generate({ timestamp: 1_111_111_109_000 })).toBe('07081804');
});
