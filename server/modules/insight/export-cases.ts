/** Taking the list behind a figure away as a file. */
import { listDepartments } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { noteExport, readAllCases, type Wanted } from './figure-store.ts';
import type { SetId } from './figures.ts';
import { insightProblems } from './problems.ts';
import { caseFor, seesName } from './read-figures.ts';
import { toCsv, toXlsx, type Cell } from './sheet.ts';
import { heads, setNames, words, type Language } from './sheet-words.ts';

/** Rows of one file at most: what a spreadsheet still opens at once. */
export const mostRows = 100_000;

export interface ExportedFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/** Makes the file and leaves a line in the trail before it goes out. */
export async function exportCases(
  ground: Ground,
  actor: Actor,
  set: SetId,
  wanted: Wanted,
  { format, language = 'zh-CN' }: { format: 'csv' | 'xlsx'; language?: Language },
): Promise<ExportedFile> {
  const now = ground.clock.now();
  const found = await readAllCases(ground.db, set, wanted, shanghaiDay(now), mostRows + 1);
  if (found.length > mostRows) throw insightProblems.tooManyRows({ most: mostRows });
  const departments = new Map(
    (await listDepartments(ground.db, { retired: true })).map(({ id, name, nameEn }) => [
      id,
      language === 'en' && nameEn ? nameEn : name,
    ]),
  );
  const say = words[language];
  const rows = found.map((row): Cell[] => {
    const line = caseFor(actor, row);
    return [
      line.number,
      line.itemName,
      departments.get(line.departmentId) ?? line.departmentId,
      say.doors[line.door],
      line.applicantName,
      say.states[line.state],
      line.outcome && say.outcomes[line.outcome],
      line.submittedOn,
      line.acceptedOn,
      line.decidedOn,
      line.endedOn,
      line.fatalOn,
      line.promisedDays,
      line.usedDays,
      line.statutoryDays,
      line.visits,
      line.requiredMaterials,
      line.sparedMaterials,
      line.inTime === null ? null : say.yesNo(line.inTime),
      say.yesNo(line.rated),
    ];
  });
  const title = setNames[set][language];
  const bytes = format === 'csv' ? await toCsv(heads[language], rows) : await toXlsx(title, heads[language], rows);
  const { within, ...filter } = wanted;
  await ground.db.transaction(async (tx) =>
    noteExport(tx, {
      id: newId(),
      at: now,
      accountId: actor.accountId!,
      format,
      caseSet: set,
      filter: { ...filter, ...(within ? { within } : {}) },
      rows: rows.length,
      masked: found.every((row) => row.byOrganisation || !seesName(actor, row)),
    }),
  );
  return {
    name: `${title}_${wanted.from}_${wanted.to}.${format}`,
    type:
      format === 'csv'
        ? 'text/csv; charset=utf-8'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  };
}
