import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeSchema, schemaFile } from '../scripts/schema.ts';
import { cloneDatabase } from './testing.ts';

test('db/schema.sql is what the migrations make: run "npm run schema" after a new one', async () => {
  const { connectionString, drop } = await cloneDatabase();
  try {
    expect(readFileSync(schemaFile, 'utf8')).toBe(await describeSchema(connectionString));
  } finally {
    await drop();
  }
});
