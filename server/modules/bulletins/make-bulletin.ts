/** Making an edition: the figures are read once, frozen with all that is said of them, and drawn. */
import { openReport } from '#modules/documents';
import { readFigures, readGrouped, wantedOf } from '#modules/insight';
import { getDepartment } from '#modules/offices';
import { canonical } from '#platform/canonical';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { hashOf } from '#platform/ids';
import { changesSince, monthOf, monthsBack, type BulletinData, type BulletinRow, type Language, type Measured } from './bulletin.ts'; // prettier-ignore
import { bulletinProblems } from './problems.ts';
import { findEdition, findLastEdition, insertEdition, type EditionRow } from './store.ts';
import { wordFile } from './word-file.ts';
import { templateVersion, writeBulletin } from './write-bulletin.ts';

export type Format = 'pdf' | 'docx';
/** Items that a bulletin names. */
const mostItems = 10;
const firstMonth = '2002-01';

/**
 * Makes the next edition of a month; the same `actionId` gives the one that it made. Throws `bulletins.monthNotBegun`, and
 * `bulletins.madeMeanwhile` when somebody else made the same edition at the same moment.
 */
export async function makeBulletin(
  ground: Ground,
  who: { accountId: string | null; name: string },
  asked: { actionId: string; month: string; departmentId?: string | undefined },
): Promise<EditionRow> {
  const done = await findEdition(ground.db, asked.actionId);
  if (done) return done;
  const departmentId = asked.departmentId ?? null;
  const now = ground.clock.now();
  const earlier = await findLastEdition(ground.db, asked.month, departmentId);
  const data = await freeze(ground, asked.month, departmentId, earlier?.data);
  const bare = { month: asked.month, asOf: now.toISOString(), templateVersion, data };
  const edition = { ...bare, edition: (earlier?.edition ?? 0) + 1, hash: hashOf(canonical(bare)) };
  const row: EditionRow = {
    id: asked.actionId,
    departmentId,
    madeBy: who.accountId,
    madeByName: who.name,
    ...edition,
    asOf: now,
    files: {},
  };
  for (const language of ['zh-CN', 'en'] as const)
    for (const format of ['pdf', 'docx'] as const)
      row.files[`${language}.${format}`] = hashOf(await openEdition(row, format, language));
  await ground.db.transaction(async (tx) => insertEdition(tx, row));
  return row;
}

/** An edition as a file, from what was frozen and from nothing else. */
export async function openEdition(row: EditionRow, format: Format, language: Language): Promise<Uint8Array> {
  const report = writeBulletin({ ...row, asOf: row.asOf.toISOString() }, language);
  return format === 'pdf' ? openReport(report) : wordFile(report);
}

async function freeze(
  ground: Ground,
  month: string,
  departmentId: string | null,
  earlier: BulletinData | undefined,
): Promise<BulletinData> {
  const now = ground.clock.now();
  const today = shanghaiDay(now);
  const { from, to: end } = monthOf(month);
  if (from > today || month < firstMonth) throw bulletinProblems.monthNotBegun({ month });
  const partial = end >= today;
  const to = partial ? today : end;
  const scopeFilter = departmentId ? { departmentId } : {};
  const within = (some: { from: string; to: string }) => wantedOf({ ...some, ...scopeFilter }, undefined, now);
  // A month that is not over is compared with the same days of the others.
  const like = (by: number) => {
    const other = monthOf(monthsBack(month, by));
    const day = `${other.from.slice(0, 8)}${to.slice(8)}`;
    return within({ from: other.from, to: partial && day < other.to ? day : other.to });
  };
  const here = within({ from, to });
  const [figures, before, yearAgo, departments, towns, items, months, department] = await Promise.all([
    readFigures(ground, here),
    readFigures(ground, like(1)),
    readFigures(ground, like(12)),
    readGrouped(ground, here, 'department'),
    readGrouped(ground, here, 'town'),
    readGrouped(ground, here, 'item'),
    readGrouped(ground, within({ from: monthOf(monthsBack(month, 11)).from, to }), 'month'),
    departmentId ? getDepartment(ground.db, departmentId) : undefined,
  ]);
  const counted = new Map(months.rows.map((row) => [row.key, row]));
  const measuredOf = (all: typeof figures, id: string): Measured => {
    const { numerator, denominator } = all.figures.find((figure) => figure.id === id)!;
    return { numerator, denominator };
  };
  const frozen = figures.figures.map(({ id, kind, unit, now: asOfNow, name, definition }) => ({
    id,
    kind,
    unit,
    now: asOfNow,
    name,
    definition,
    here: measuredOf(figures, id),
    before: asOfNow ? null : measuredOf(before, id),
    yearAgo: asOfNow ? null : measuredOf(yearAgo, id),
  }));
  const { district } = ground;
  const scope = department
    ? { 'zh-CN': department.name, en: department.nameEn || department.name }
    : { 'zh-CN': '全区', en: district.nameEn };
  return {
    scope,
    issuer: department ? scope : { 'zh-CN': district.name, en: district.nameEn },
    from,
    to,
    partial,
    figures: frozen,
    byDepartment: departments.rows.map(rowOf),
    byTown: towns.rows.filter(({ received, closed }) => received + closed > 0).map(rowOf),
    byItem: items.rows.slice(0, mostItems).map(rowOf),
    months: Array.from({ length: 12 }, (_, at) => monthsBack(month, 11 - at)).map((each) => ({
      month: each,
      received: counted.get(each)?.received ?? 0,
      closed: counted.get(each)?.closed ?? 0,
    })),
    changes: changesSince(earlier, frozen),
  };
}

type Group = Awaited<ReturnType<typeof readGrouped>>['rows'][number];
const rowOf = ({ key, name, nameEn, received, closed, online, inTime, decided, visits }: Group): BulletinRow => ({
  key,
  name: { 'zh-CN': name ?? key, en: nameEn ?? name ?? key },
  received,
  closed,
  online,
  inTime,
  decided,
  visits,
});
