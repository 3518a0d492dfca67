/** The result of an import on the command line: in words, or as one line of JSON. Pure. */
import type { UnreadableList } from './decode.ts';
import type { ImportResult } from './run-import.ts';

/** Nothing is stored when a row was rejected, so then nothing counts as added or changed. */
export function asJson(result: ImportResult): string {
  const nothing = result.rejected.length > 0 && !result.stored;
  return JSON.stringify({
    added: nothing ? 0 : result.added.length,
    changed: nothing ? 0 : result.changed.length,
    unchanged: nothing ? 0 : result.unchanged,
    vanished: nothing ? 0 : result.vanished.length,
    rejected: result.rejected.map(({ line, sheet, column, reason }) => ({
      line,
      ...(sheet === undefined ? {} : { sheet }),
      column,
      reason: inWords(reason),
    })),
    takenOver: nothing ? [] : result.takenOver,
  });
}

/** Why the whole file was refused, with the line if it is about one. */
export const sayUnreadable = ({ onLine, line, message }: UnreadableList): string =>
  onLine ? `Line ${line}: ${message}` : message;

/** The screens have words of their own for what is told by name; here it is said. */
const inWords = (reason: string): string =>
  reason.replace(
    'promisedLimit: promisedLonger',
    'the promised limit is longer than the statutory one: shorten it, or leave it out',
  );

const most = 200;
const say = (value: unknown): string =>
  value === undefined ? '(nothing)' : typeof value === 'string' ? value : JSON.stringify(value);

export function asText(result: ImportResult, dryRun: boolean): string {
  const { header, added, changed, vanished, rejected, stored } = result;
  const lines = [
    `Columns: ${header.columns.map(({ header: words, field }) => `${words} = ${field}`).join(', ')}`,
    ...(header.ignored.length > 0 ? [`Left out: ${header.ignored.join(', ')}`] : []),
    ...result.leftOut.map(({ sheet, why }) => `Sheet left out: ${sheet} (${why})`),
    ...(result.newDepartments.length > 0 ? [`New departments: ${result.newDepartments.join(', ')}`] : []),
    ...listed('+', added, ({ fields }) => `${fields.code} ${fields.name}`),
    ...changed
      .slice(0, most)
      .flatMap(({ fields, changes }) => [
        `~ ${fields.code} ${fields.name}`,
        ...changes.map(({ path: field, before, after }) => `    ${field}: ${say(before)} -> ${say(after)}`),
      ]),
    ...takenOver(result),
    ...listed('-', vanished, ({ code, name }) => `${code} ${name} (stays in force until it is withdrawn)`),
    ...listed('!', rejected, ({ line, sheet, column, reason }) => {
      const where = [sheet && `sheet ${sheet}`, `line ${line}`, column].filter(Boolean).join(', ');
      return `${where}: ${inWords(reason)}`;
    }),
    ...(result.withdrawn.length > 0
      ? [`Withdrawn here, and left so: ${result.withdrawn.slice(0, 20).join(', ')}`]
      : []),
    `${added.length} added, ${changed.length} changed, ${result.unchanged} unchanged, ${vanished.length} vanished, ${rejected.length} faults.`,
  ];
  if (dryRun) lines.push('A dry run: nothing was stored.');
  else if (!stored) lines.push('Nothing was stored: mend the rows above, or take the others with --skip-broken.');
  return lines.join('\n');
}

function listed<T>(mark: string, all: readonly T[], words: (one: T) => string): string[] {
  const lines = all.slice(0, most).map((one) => `${mark} ${words(one)}`);
  return all.length > most ? [...lines, `${mark} … and ${all.length - most} more`] : lines;
}

/** Whose items these were: a list with codes of its own making may meet those of another. */
function takenOver({ takenOver: all }: ImportResult): string[] {
  return [...Map.groupBy(all, ({ source }) => source)].map(([source, items]) => {
    const codes = items.slice(0, 20).map(({ code }) => code);
    const more = items.length > codes.length ? ` and ${items.length - codes.length} more` : '';
    return `Warning: ${items.length} changed ${items.length === 1 ? 'item was' : 'items were'} last imported from "${source}": ${codes.join(', ')}${more}`;
  });
}
