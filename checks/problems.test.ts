/** Every problem is declared, named by an operation, has words in both languages, and stands in docs/problems.md. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { everyProblem, findProblem } from '#platform/problems';
import { modules } from '#server/modules';
import { describeProblems, problemsFile } from '../scripts/problems.ts';
import { languages, wordsOfProblem } from '../web/words/words.ts';

const text = await describeProblems();
const named = new Set(
  modules.flatMap(({ contract = {} }) => Object.values(contract).flatMap(({ problems = [] }) => problems)),
);

/** Said by a constraint of the database that no caller can reach by what they send. */
const unreachable = new Set(['documents.numberTaken']);

describe('problems', () => {
  it('that a contract names are declared', () => {
    expect([...named].filter((code) => !findProblem(code))).toEqual([]);
  });

  it('that are declared are named by a contract', () => {
    const silent = everyProblem().filter(
      ({ code }) => !code.startsWith('general.') && !named.has(code) && !unreachable.has(code),
    );
    expect(silent.map(({ code }) => code)).toEqual([]);
  });

  it('have words in both languages', () => {
    const wordless = everyProblem().filter(({ code }) => languages.some((language) => !wordsOfProblem(code, language)));
    expect(wordless.map(({ code }) => code)).toEqual([]);
  });

  it('are listed in docs/problems.md: run "npm run problems" after a change', () => {
    expect(readFileSync(problemsFile, 'utf8')).toBe(text);
  });
});
