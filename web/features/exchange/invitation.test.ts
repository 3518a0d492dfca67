/** An invitation survives the way, and nothing else is taken for one. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readInvitation, writeInvitation } from './invitation.ts';

const text = fc.string({ minLength: 1 });
const any = fc.record({ code: text, name: text, baseUrl: text, publicKey: text, fingerprint: text });

it('is read as it was written', () =>
  fc.assert(
    fc.property(any, (one) => {
      expect(readInvitation(writeInvitation(one))).toEqual(one);
    }),
  ));

it.each(['', '{}', 'null', '[]', '{"invitation":"yichuang-exchange-1","code":"330198"}', '330198'])(
  '%j is none',
  (one) => expect(readInvitation(one)).toBeUndefined(),
);
