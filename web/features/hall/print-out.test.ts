import { expect, it } from 'vitest';
import type { Print } from '#modules/hall/contract';
import { sayPrintOut } from './print-out.ts';

const a = (state: Print['state'], printer: Print['printer']): Print => ({ id: '1', state, copy: false, printer });

it('says that a ticket is out only when it is, and does not let anybody wait for a printer that cannot', () => {
  expect(sayPrintOut(undefined)).toBe('wait');
  expect(sayPrintOut(a('waiting', 'ready'))).toBe('wait');
  expect(sayPrintOut(a('sending', 'offline'))).toBe('wait');
  expect(sayPrintOut(a('printed', 'paperOut'))).toBe('out');
  for (const printer of ['paperOut', 'coverOpen', 'fault', 'offline'] as const)
    expect(sayPrintOut(a('waiting', printer))).toBe('not');
  // Some of it may be on paper: whoever stands there sees it, and the next one says that it is a copy.
  expect(sayPrintOut(a('unsure', 'ready'))).toBe('not');
  expect(sayPrintOut(a('failed', 'ready'))).toBe('not');
});
