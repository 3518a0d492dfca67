/** What was found in the hall in the last weeks, acted with the verbs themselves at instants of the past: some closed, some overdue. */
import { addDays } from '#modules/deadlines';
import { raiseFinding, stepFinding } from '#modules/floor';
import { SteppedClock, startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { actorOf } from '../district/staff.ts';
import { idOf } from '../plan.ts';
import type { World } from './world.ts';

interface Found {
  daysAgo: number;
  source: 'patrol' | 'check' | 'other';
  severity: 'minor' | 'serious' | 'grave';
  body: string;
  /** Key of the department that puts it right; without one, the service office. */
  department?: string;
  course: readonly ('correct' | 'pass' | 'reopen')[];
  done?: string;
}

const found: readonly Found[] = [
  { daysAgo: 24, source: 'check', severity: 'serious', body: '办事指南仍是旧版，缺少第3项材料说明', department: 'market-supervision', course: ['correct', 'pass'], done: '已更换为现行指南' },
  { daysAgo: 20, source: 'patrol', severity: 'minor', body: '填单台老花镜缺失一副', course: ['correct', 'pass'], done: '已补齐' },
  { daysAgo: 15, source: 'patrol', severity: 'grave', body: '东侧安全出口堆放纸箱，影响疏散', course: ['correct', 'reopen', 'correct', 'pass'], done: '纸箱已清走，贴了禁止堆放标识' },
  { daysAgo: 12, source: 'check', severity: 'serious', body: '窗口人员离开未放暂停牌，群众等候12分钟', department: 'human-resources', course: ['correct', 'pass'], done: '已谈话提醒，恢复双岗' },
  { daysAgo: 9, source: 'patrol', severity: 'minor', body: '自助区打印机缺纸', course: ['correct'], done: '已加纸，改为每天两次检查' },
  { daysAgo: 8, source: 'check', severity: 'serious', body: '收件时要求提供已可共享的身份证复印件', department: 'public-security', course: [] },
  { daysAgo: 2, source: 'patrol', severity: 'minor', body: 'B区叫号屏右下角不亮', course: [] },
  { daysAgo: 1, source: 'other', severity: 'minor', body: '母婴室缺少洗手液', course: ['correct'], done: '已补充' },
]; // prettier-ignore
const said = { correct: '', pass: '现场复查，已整改到位', reopen: '仍有两箱未清走，请继续整改' };

/** Returns how many there are. */
export async function actFindings(ground: Ground, world: World): Promise<number> {
  const { plan, staff, time } = world;
  const hall = [...world.outlets.values()].find(({ key }) => key === 'hall');
  const [office, other] = staff.members.filter(({ role }) => role === 'office');
  if (!hall || !office || !other) return 0;
  const zones = [...new Set(hall.windows.map(({ zone }) => zone))];
  const clock = new SteppedClock(world.end);
  const past: Ground = { ...ground, clock };
  let count = 0;
  for (const [at, { daysAgo, source, severity, body, department, course, done = '' }] of found.entries()) {
    clock.set(time.after(startOfDay(addDays(plan.asOf, -daysAgo)), 40 + at * 17));
    if (clock.now() >= world.end) continue;
    const departmentId = department ? idOf(plan, 'department', department) : undefined;
    const head = departmentId ? staff.heads.get(departmentId)?.[0] : office;
    const row = await raiseFinding(past, actorOf(office), hall.id, {
      actionId: idOf(plan, 'finding', at),
      source,
      severity,
      body,
      zone: zones[at % zones.length] ?? '',
      ...(departmentId ? { departmentId } : {}),
    });
    count += 1;
    for (const [n, step] of course.entries()) {
      const next = time.after(clock.now(), 240 + at * 11);
      if (next >= world.end) break;
      clock.set(next);
      // What the office puts right itself somebody else there looks at again.
      const by = step === 'correct' ? (head ?? office) : other;
      await stepFinding(past, actorOf(by), row, step, { actionId: idOf(plan, 'finding', at, n), body: said[step] || done }); // prettier-ignore
    }
  }
  return count;
}
