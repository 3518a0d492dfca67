import { describe, expect, it } from 'vitest';
import { runDue } from './due-command.ts';

describe('yichuang due', () => {
  it('prints the date alone', () => {
    expect(runDue({ from: '2025-09-26', workingDays: '5' })).toEqual({ output: '2025-10-10', exitCode: 0 });
    expect(runDue({ from: '2025-12-02', calendarDays: 60 })).toEqual({ output: '2026-02-02', exitCode: 0 });
  });

  it('explains, a line for each day that did not count', () => {
    const lines = runDue({ from: '2025-09-26', workingDays: '5', explain: true }).output.split('\n');
    expect(lines.length).toBe(1 + 10);
    expect(lines[0]).toBe('2025-10-10');
    expect(lines[3]).toBe('2025-10-01 周三  国庆节、中秋节放假  《行政许可法》第八十二条');
    const english = runDue({ from: '2025-09-26', workingDays: '5', explain: true, language: 'en' }).output;
    expect(english).toContain('2025-09-27 Sat  weekend  Administrative Licensing Law art. 82');
  });

  it('answers as JSON in one line', () => {
    const { output } = runDue({ from: '2025-09-26', workingDays: 5, json: true, explain: true });
    expect(output).not.toContain('\n');
    expect(JSON.parse(output)).toMatchObject({ dueOn: '2025-10-10', provisional: false, from: '2025-09-26' });
    expect(JSON.parse(output).days.length).toBe(10);
  });

  it('fails into an unpublished year and says so', () => {
    const answer = runDue({ from: '2026-12-25', workingDays: '10' });
    expect(answer).toMatchObject({ output: '', exitCode: 1 });
    expect(answer.warning).toContain('2027');
    expect(answer.warning).toContain('--provisional');
    expect(JSON.parse(runDue({ from: '2026-12-25', workingDays: '10', json: true }).output).error).toBe(
      'unpublishedYear',
    );
  });

  it('answers anyway with --provisional, never silently', () => {
    const answer = runDue({ from: '2026-12-25', workingDays: '10', provisional: true });
    expect(answer).toMatchObject({ output: '2027-01-11', exitCode: 0 });
    expect(answer.warning).toContain('暂定');
    const json = runDue({ from: '2026-12-25', workingDays: '10', provisional: true, json: true });
    expect(JSON.parse(json.output).provisional).toBe(true);
    expect(runDue({ from: '2025-09-26', workingDays: '5', provisional: true }).warning).toBeUndefined();
  });

  it.each([
    { from: '2025-09-26' },
    { from: '2025-09-26', workingDays: '5', calendarDays: '5' },
    { from: '2025-09-26', workingDays: '-5' },
    { from: '2025-09-26', workingDays: '5.5' },
    { from: '2025-09-26', workingDays: 'five' },
    { from: '2025-09-26', workingDays: '' },
    { from: '2025-02-30', workingDays: '5' },
    { from: '26.9.2025', workingDays: '5' },
    { from: '2025-09-26', workingDays: '99999' },
    { from: '1999-09-26', workingDays: '1', provisional: true },
  ])('refuses %o with a sentence', (options) => {
    const answer = runDue(options);
    expect(answer).toMatchObject({ output: '', exitCode: 2 });
    expect(answer.warning).toMatch(/\.$/);
  });
});
