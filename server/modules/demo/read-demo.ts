/** Reads the data of the demo district, which lies beside the code as data. */
import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../../../data/demo/', import.meta.url);

/** A file of `data/demo`, by its name below it. */
export const readDemo = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T;

/** All files of a folder of `data/demo`, in the order of their names. */
export const readDemoFolder = <T>(name: string): T[] =>
  readdirSync(new URL(`${name}/`, folder))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readDemo<T>(`${name}/${file}`));
