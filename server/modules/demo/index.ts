/** The face of `demo`: the invented district. */
import type { Module } from '#platform/module';

export const module: Module = {
  name: 'demo',
  uses: [
    'deadlines',
    'offices',
    'people',
    'catalogue',
    'documents',
    'notices',
    'payments',
    'cases',
    'ratings',
    'insight',
  ],
};
