import { describe, expect, it } from 'vitest';
import { bodyOfHours, draftOfHours, faultOfException, faultOfSpans, saySpans, timeOf, usualSpans } from './hours.ts';

describe('opening hours as they are edited', () => {
  it('go to the server as they came', () => {
    const hours = {
      weekly: [
        { weekday: 1, opens: '09:00', closes: '12:00' },
        { weekday: 7, opens: '10:00', closes: '24:00' },
      ],
      exceptions: [{ on: '2026-06-19', spans: [], note: '端午' }],
    };
    expect(bodyOfHours(draftOfHours(hours))).toEqual(hours);
    expect(draftOfHours(undefined)).toEqual({ weekly: [[], [], [], [], [], [], []], exceptions: [] });
  });

  it('say what is wrong with a day', () => {
    expect(faultOfSpans([])).toBeUndefined();
    expect(faultOfSpans(usualSpans)).toBeUndefined();
    expect(faultOfSpans([{ opens: '', closes: '12:00' }])).toBe('time');
    expect(faultOfSpans([{ opens: '12:00', closes: '12:00' }])).toBe('order');
    expect(
      faultOfSpans([
        { opens: '13:00', closes: '17:00' },
        { opens: '09:00', closes: '13:30' },
      ]),
    ).toBe('overlap');
    expect(
      faultOfSpans([
        { opens: '09:00', closes: '13:00' },
        { opens: '13:00', closes: '17:00' },
      ]),
    ).toBeUndefined();
    const twice = [
      { on: '2026-06-19', spans: [], note: '' },
      { on: '2026-06-19', spans: [], note: '' },
    ];
    expect(faultOfException(twice, 0)).toBeUndefined();
    expect(faultOfException(twice, 1)).toBe('twice');
    expect(faultOfException([{ on: '', spans: [], note: '' }], 0)).toBe('day');
  });

  it('take times as people type them', () => {
    expect(['9', '930', '9:30', '9：30', '0930', '24:00', 'noon'].map(timeOf)).toEqual([
      '09:00',
      '09:30',
      '09:30',
      '09:30',
      '09:30',
      '24:00',
      'noon',
    ]);
  });

  it('are said in a line', () => {
    expect(saySpans(usualSpans)).toBe('09:00–12:00  13:30–17:00');
  });
});
