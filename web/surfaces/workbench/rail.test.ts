import { describe, expect, test } from 'vitest';
import { groupsOf, openAtFirst, sectionOf } from './rail.tsx';
import type { Me } from '#web/client/session.tsx';

const of = (...roles: Me['roles']) => groupsOf({ roles } as Me);

describe('the rail', () => {
  test('shows only groups in which something is theirs', () => {
    const keys = of('admin').map(({ key }) => key);
    expect(keys).toContain('settings');
    expect(keys).not.toContain('cases');
    expect(of()).toEqual([]);
  });

  test('leads an administrator to the halls, which they set up', () => {
    expect(sectionOf('/hall/one/setup', of('admin'))?.key).toBe('hall');
  });

  test('opens what is seen at once, and always the first group', () => {
    expect(openAtFirst(of('clerk'))).toHaveLength(of('clerk').length);
    const opened = openAtFirst(of('office')).map(({ key }) => key);
    expect(opened).toEqual(['cases', 'hall']);
    const long = of('office').map((group) => ({
      ...group,
      entries: Array.from({ length: 30 }, () => group.entries[0]!),
    }));
    expect(openAtFirst(long)).toHaveLength(1);
  });

  test('names every section once', () => {
    const all = of('clerk', 'examiner', 'head', 'office', 'admin', 'auditor').flatMap(({ entries }) => entries);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
  });

  test.each([
    ['/', undefined],
    ['/cases/one', 'cases'],
    ['/hall', 'hall'],
    ['/hall/one/setup', 'hall'],
    ['/hall/rounds/one', 'rounds'],
    ['/window-staff/mine', 'windowStaffMine'],
    ['/casesomething', undefined],
  ])('%s lies in %s', (pathname, key) => {
    expect(sectionOf(pathname, of('clerk', 'office', 'head'))?.key).toBe(key);
  });
});
