/** The face of `demo`: the invented district of the demonstration, of tests and of benchmarks. */
import type { Module } from '#platform/module';
import { commands } from './commands.ts';

export const module: Module = {
  name: 'demo',
  uses: [
    'deadlines',
    'offices',
    'people',
    'catalogue',
    'documents',
    'lockers',
    'reading',
    'rules',
    'notices',
    'cases',
    'matters',
    'projects',
    'warnings',
    'prereview',
    'exchange',
    'hall',
    'kiosks',
    'afterhours',
    'firstasked',
    'complaints',
    'windowstaff',
    'tides',
    'ratings',
    'insight',
    'remotehelp',
    'improvements',
    'floor',
    'bulletins',
    'audit',
  ],
  commands,
};

/** Loads the district once; whether it is there, whole. */
export { demoIsLoaded, demoWasBegun, loadDemo, resetDemo } from './load-demo.ts';
export type { LoadedDemo, LoadOptions } from './load-demo.ts';
/** The password that all its accounts have, and those that the sign-in page offers. */
export { demoPassword, namedResidents, namedStaff } from './district/named.ts';
