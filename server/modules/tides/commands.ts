/** `yichuang hall simulate`: acts out days of a hall and says where people are too many or too few. Needs no database. */
import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { allDay, usualHall, type HallModel } from '#modules/hall';
import { readParameters, type Parameters } from './read-parameters.ts';
import { hoursOf, simulate, type Simulated } from './simulate.ts';

const between =
  (least: number, most: number, whole: boolean) =>
  (text: string): number => {
    const value = Number(text);
    if (!(value >= least && value <= most) || (whole && !Number.isInteger(value)))
      throw new InvalidArgumentError(`It is a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`);
    return value;
  };

function readFile(file: string): Parameters {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new InvalidArgumentError(`The file ${file} cannot be read.`);
  }
  try {
    return readParameters(text);
  } catch (error) {
    const why = error instanceof SyntaxError ? `It is no JSON: ${error.message}` : (error as Error).message;
    throw new InvalidArgumentError(`${file}: ${why}`);
  }
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The answer as lines to read. */
function inLines({ days, aim, measures, use, staffing }: Simulated): string {
  const { meanWait, p95Wait, longestWait, notServed, staffHours, people } = measures;
  const head = [
    `${days} days, ${(people / days).toFixed(0)} people a day, ${(staffHours / days).toFixed(1)} staff hours a day, ${(use * 100).toFixed(0)} % of them with somebody at the window`,
    `wait: mean ${meanWait.toFixed(2)} minutes, 95 % up to ${p95Wait.toFixed(1)}, longest ${longestWait.toFixed(0)}; ${(notServed / days).toFixed(1)} a day not served`,
    '',
    `${'zone'.padEnd(8)}from    people    work  windows   wait  needed for ${aim} min  change`,
  ];
  const lines = staffing.map(
    (line) =>
      `${line.zone.padEnd(8)}${clock(line.from)}${line.people.toFixed(1).padStart(9)}${line.load.toFixed(1).padStart(8)}${line.windows.toFixed(1).padStart(9)}${line.meanWait.toFixed(1).padStart(7)}${line.needed.toFixed(1).padStart(19)}${(line.change > 0 ? `+${line.change}` : String(line.change)).padStart(8)}`,
  );
  return [...head, ...lines].join('\n');
}

export function commands(program: Command): void {
  program
    .command('hall')
    .description('the hall')
    .command('simulate')
    .description('act out days of a hall: waits, staff hours, and where windows are too many or too few')
    .option('--days <n>', 'how many; a year of working days is 250', between(1, 2_000, true), 250)
    .option('--seed <n>', 'the same seed gives the same days', between(0, 2 ** 31, true), 1)
    .option('--per-day <n>', 'people of a mean day', between(1, 20_000, false))
    .option('--windows <n>', 'open at most so many windows of each zone', between(1, 500, true))
    .option('--aim <minutes>', 'the mean wait by which staffing is measured', between(0.1, 120, false), 5.17)
    .option('--parameters <file>', 'JSON: perDay, day, windows, setting, plan; what is left out is as usual', readFile)
    .option('--json', 'one line of JSON')
    .action(
      (options: {
        days: number;
        seed: number;
        perDay?: number;
        windows?: number;
        aim: number;
        parameters?: Parameters;
        json?: boolean;
      }) => {
        const { parameters = {} } = options;
        const usual = usualHall(options.perDay ?? parameters.perDay);
        const model: HallModel = {
          day: { ...usual.day, ...parameters.day },
          windows: parameters.windows ?? usual.windows,
          setting: { ...usual.setting, ...parameters.setting },
        };
        if (hoursOf(model.day).length === 0)
          throw new InvalidArgumentError('The hall closes before it opens: see opens and closes of the parameters.');
        const open = new Map<string, number>();
        const most = options.windows ?? Infinity;
        const kept = new Set(
          model.windows.flatMap(({ id, zone }) => {
            const nth = (open.get(zone) ?? 0) + 1;
            open.set(zone, nth);
            return nth <= most ? [id] : [];
          }),
        );
        const plan = (parameters.plan ?? allDay(model)).filter(({ windowId }) => kept.has(windowId));
        const found = simulate(model, plan, options);
        process.stdout.write(`${options.json ? JSON.stringify(found) : inLines(found)}\n`);
      },
    );
}
