import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { hashOf } from '#platform/ids';
import { documentKinds } from '../kinds.ts';
import { samples } from '../samples.ts';
import { draw } from './draw.ts';
import type { Drawable } from './write-paper.ts';

const docOf = (kind: (typeof documentKinds)[number], data: object = samples[kind]): Drawable => ({
  kind,
  number: '云溪市监〔2026〕第000123号',
  data: data as Record<string, unknown>,
  templateVersion: 1,
  hash: hashOf(kind),
  verifyCode: 'abcdefghjkmnpqrstuvw',
  issuedAt: new Date('2026-06-11T02:00:00Z'),
  publicUrl: 'https://yichuang.example.gov.cn',
});
const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\n/g)?.length ?? 0;

test('each document fits on one page, and is drawn byte for byte the same in another process and another order', async () => {
  const here: Record<string, string> = {};
  for (const kind of documentKinds) {
    const pdf = await draw(docOf(kind), 'a4');
    expect(pagesOf(pdf), kind).toBe(1);
    expect(Buffer.from(pdf).toString('latin1')).not.toMatch(/Helvetica|Times/);
    here[kind] = hashOf(pdf);
  }
  for (const kind of ['receipt', 'acceptanceNotice', 'feeReceipt'] as const)
    here[`${kind} on the roll`] = hashOf(await draw(docOf(kind), '80mm'));

  const script = `
    const { draw } = await import(${JSON.stringify(new URL('./draw.ts', import.meta.url).href)});
    const { createHash } = await import('node:crypto');
    const hashes = {};
    for (const [name, doc] of JSON.parse(process.argv[1])) {
      const pdf = await draw({ ...doc, issuedAt: new Date(doc.issuedAt) }, name.endsWith('roll') ? '80mm' : 'a4');
      hashes[name] = createHash('sha256').update(pdf).digest('hex');
    }
    console.log(JSON.stringify(hashes));`;
  const docs = Object.keys(here)
    .reverse()
    .map((name) => [name, docOf(name.split(' ')[0] as 'receipt')]);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script, JSON.stringify(docs)],
    { cwd: fileURLToPath(new URL('.', import.meta.url)), maxBuffer: 1e7 },
  );
  expect(JSON.parse(stdout)).toEqual(here);
});

test('sixty things to supplement go over several pages, with the end not alone on the last', async () => {
  const items = Array.from({ length: 60 }, (_, at) => ({
    material: `材料${at + 1}`,
    what: '请补充盖章后的复印件。'.repeat(3),
  }));
  const pdf = await draw(docOf('supplementNotice', { ...samples.supplementNotice, items }), 'a4');
  expect(pagesOf(pdf)).toBeGreaterThan(2);
});

test('a name of one letter, of sixty, and in Latin', async () => {
  for (const departmentName of ['局', '云溪区'.repeat(20), 'Yunxi District Office']) {
    const pdf = await draw(docOf('decisionRefuse', { ...samples.decisionRefuse, departmentName }), 'a4');
    expect(pagesOf(pdf)).toBeLessThanOrEqual(2);
  }
});

test('a version of the templates that is not there', () => {
  expect(() => draw({ ...docOf('receipt'), templateVersion: 99 }, 'a4')).toThrow('version 99');
});
