/** Runs the DMN Technology Compatibility Kit: a folder of levels, each with folders of models and test files. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Model } from '../dmn/model.ts';
import { readModel } from '../dmn/read-model.ts';
import { openModel } from '../dmn/run-model.ts';
import { equal } from '../feel/compare.ts';
import { isContext, isList, isNumber, type Value } from '../feel/values.ts';
import { sayValue } from '../feel/builtins/contexts.ts';
import { readCases, type TckCase } from './read-cases.ts';

export interface TckOutcome {
  level: string;
  /** Folder. */
  name: string;
  id: string;
  passed: boolean;
  /** What was expected and what came, where it failed. */
  why: string;
}

/** Runs what is in a folder. The kit compares numbers to eight places. */
export async function runTck(folder: string, now: Date): Promise<TckOutcome[]> {
  const outcomes: TckOutcome[] = [];
  for (const level of await foldersIn(folder)) {
    for (const name of await foldersIn(join(folder, level))) {
      outcomes.push(...(await runFolder(join(folder, level, name), now)).map((one) => ({ level, name, ...one })));
    }
  }
  return outcomes;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort(); // prettier-ignore
}

async function runFolder(folder: string, now: Date): Promise<Pick<TckOutcome, 'id' | 'passed' | 'why'>[]> {
  const files = (await readdir(folder)).sort();
  const models = new Map<string, Model>();
  for (const file of files.filter((one) => one.endsWith('.dmn'))) {
    models.set(file, readModel(await readFile(join(folder, file), 'utf8')));
  }
  const outcomes: Pick<TckOutcome, 'id' | 'passed' | 'why'>[] = [];
  for (const file of files.filter((one) => one.endsWith('.xml'))) {
    const { model, cases } = readCases(await readFile(join(folder, file), 'utf8'));
    const found = models.get(model);
    for (const one of cases) outcomes.push(found ? runCase(found, [...models.values()], one, now) : { id: one.id, passed: false, why: `no model ${model}` }); // prettier-ignore
  }
  return outcomes;
}

function runCase(
  model: Model,
  all: readonly Model[],
  one: TckCase,
  now: Date,
): Pick<TckOutcome, 'id' | 'passed' | 'why'> {
  const opened = openModel(model, all.filter((other) => other !== model), now); // prettier-ignore
  const faults = one.results.flatMap(({ name, type, expected }) => {
    const given =
      one.invocable !== undefined
        ? opened.invoke(one.invocable, one.inputs)
        : type === 'decision'
          ? opened.decide(name, one.inputs)
          : opened.invoke(name, one.inputs);
    const value = one.invocable !== undefined && isContext(given ?? null) && !isContext(expected) ? ((given as ReadonlyMap<string, Value>).get(name) ?? null) : given; // prettier-ignore
    if (value !== undefined && same(value, expected)) return [];
    return [
      `${name}: expected ${sayValue(expected, true)}, got ${value === undefined ? 'nothing' : sayValue(value, true)}`,
    ];
  });
  return { id: one.id, passed: faults.length === 0, why: faults.join('; ') };
}

function same(given: Value, expected: Value): boolean {
  if (given === null || expected === null) return given === expected;
  if (isNumber(given) && isNumber(expected)) return given.minus(expected).abs().lt('1e-8');
  if (isList(given) && isList(expected)) return given.length === expected.length && given.every((item, index) => same(item, expected[index]!)); // prettier-ignore
  if (isContext(given) && isContext(expected)) return given.size === expected.size && [...expected].every(([key, value]) => given.has(key) && same(given.get(key)!, value)); // prettier-ignore
  return equal(given, expected) === true;
}
