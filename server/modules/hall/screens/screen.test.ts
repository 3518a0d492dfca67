import { expect, test } from 'vitest';
import { isQuiet } from './choices.ts';
import { darkSince, isWorthKeeping } from './screen.ts';

const at = (time: string): Date => new Date(`2026-06-10T${time}:00+08:00`);

test('is dark after a minute and a half without a sign, and never before it was opened', () => {
  expect(darkSince({ openedAt: null, seenAt: null }, at('10:00'))).toBeNull();
  expect(darkSince({ openedAt: at('09:00'), seenAt: at('09:59') }, at('10:00'))).toBeNull();
  expect(darkSince({ openedAt: at('09:00'), seenAt: at('09:58') }, at('10:00'))).toEqual(at('09:58'));
});

test('is quiet within its spans, also over midnight', () => {
  const quiet = [
    { opens: '12:00', closes: '13:30' },
    { opens: '22:00', closes: '07:00' },
  ];
  expect(
    ['11:59', '12:00', '13:29', '13:30', '21:59', '22:00', '06:59', '07:00'].map((time) => isQuiet(quiet, time)),
  ).toEqual([false, true, true, false, false, true, true, false]);
});

test('writes a sign of life down each half minute, also after the clock was set back', () => {
  expect(isWorthKeeping(null, at('10:00'))).toBe(true);
  expect(isWorthKeeping(new Date(at('10:00').getTime() - 29_999), at('10:00'))).toBe(false);
  expect(isWorthKeeping(new Date(at('10:00').getTime() - 30_000), at('10:00'))).toBe(true);
  expect(isWorthKeeping(at('10:05'), at('10:00'))).toBe(true);
});
