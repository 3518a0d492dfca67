/** Reads what is typed into a table: an expression of a column, or a cell. Pure; the browser uses it at every key. */
import { parseExpression, parseUnaryTests } from '../feel/parse.ts';
import { FeelFault } from '../feel/scanner.ts';
import { namesIn, type Tree } from '../feel/tree.ts';

/** The names of fields that an expression reads. */
export function fieldsIn(tree: Tree, known: readonly string[]): { fields: string[]; unknown: string[] } {
  const names = [...new Set(namesIn(tree))];
  return {
    fields: names.filter((name) => known.includes(name)),
    unknown: names.filter((name) => !known.includes(name)),
  };
}

/** Reads an expression of a column or a cell; the browser says with it what is wrong while it is typed. */
export function readText<T>(read: () => T): T | { column: number; expected: string } {
  try {
    return read();
  } catch (error) {
    if (error instanceof FeelFault) return { column: error.at, expected: error.expected };
    throw error;
  }
}
export const isUnread = (read: object): read is { column: number; expected: string } => 'expected' in read;
export const readExpression = (text: string, known: readonly string[]) =>
  readText(() => parseExpression(text, { names: known }));
export const readCell = (text: string) => readText(() => parseUnaryTests(text));
