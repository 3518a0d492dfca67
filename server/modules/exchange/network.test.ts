import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayCall, networksOf } from './network.ts';

const none = networksOf(undefined);
const ours = 'yichuang.example.gov.cn';

describe('addresses that may be called', () => {
  it('are those outside the house', () => {
    for (const outside of ['59.202.1.1', '8.8.8.8', '172.32.0.1', '2001:4860:4860::8888'])
      expect(mayCall(outside, none, ours), outside).toBe(true);
    for (const inside of [
      '10.0.0.1',
      '172.16.3.4',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '127.0.0.1',
      '::1',
      '::',
      'fd00::1',
      'fe80::1',
      '::ffff:10.0.0.1',
      '::ffff:127.0.0.1',
      'localhost',
    ])
      // prettier-ignore
      expect(mayCall(inside, none, ours), inside).toBe(false);
  });

  it('are those that the operator has named', () => {
    const allowed = networksOf('10.20.0.0/16, fd00:20::/32, 192.168.7.7');
    for (const named of ['10.20.1.2', 'fd00:20::9', '192.168.7.7'])
      expect(mayCall(named, allowed, ours), named).toBe(true);
    for (const other of ['10.21.0.1', 'fd00:21::9', '192.168.7.8', '127.0.0.1'])
      expect(mayCall(other, allowed, ours), other).toBe(false);
  });

  it('are this machine only where nobody else reaches it', () => {
    for (const here of ['127.0.0.1', '127.1.2.3', '::1', 'localhost']) {
      expect(mayCall(here, none, '127.0.0.1')).toBe(true);
      expect(mayCall(here, none, ours)).toBe(false);
    }
    expect(mayCall('10.0.0.1', none, '127.0.0.1')).toBe(false);
  });

  it('never lie in 10/8, however they are written', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, (a, b, c) => {
        expect(mayCall(`10.${a}.${b}.${c}`, none, ours)).toBe(false);
        expect(mayCall(`::ffff:10.${a}.${b}.${c}`, none, ours)).toBe(false);
      }),
    );
  });
});
