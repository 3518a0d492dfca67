/** Reading over HTTP and by itself, with the real networks and a real database. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { openDocumentsTest, photo, type DocumentsTest } from '../documents/documents-testing.ts';
import { documentsContract } from '#modules/documents/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { readingContract as ops, type FileReading } from './contract.ts';
import { forgetReadings } from './forget-readings.ts';
import { closeReading, readPicture } from './read-picture.ts';
import { licenceHead, licencePdf, licencePhoto, printed } from './testing/paper.ts';

/** For `npm run faults:long`: each reading takes seconds. */
const isLong = process.env.FAULTS === 'long';
let d: DocumentsTest;
beforeAll(async () => {
  d = await openDocumentsTest();
});
afterAll(async () => {
  await d.app.close();
});

const uploaded = async (content: Buffer): Promise<string> =>
  (await d.upload(d.who.owner!, [{ filename: '执照', content }])).body.id;
const read = (account: string | null, id: string, body: object = {}) =>
  d.app.ask(account, ops.readFile, { params: { id }, body: body as never });
const count = async (): Promise<number> =>
  Number((await d.app.ground.db.one<{ n: string }>(sql`select count(*) as n from reading.reading`)).n);

describe('a document', () => {
  test('as PDF: kind, fields, places, and nothing is in doubt', async () => {
    const reading = await readPicture(await licencePdf());
    expect(reading).toMatchObject({ kind: 'businessLicence', orientation: 0, pages: [{ turned: 0 }] });
    for (const [name, value] of Object.entries(printed)) {
      const field = reading.fields.find((one) => one.name === name)!;
      expect(field).toMatchObject({ value, page: 1 });
      const [[x0, y0], [x1], , [, y3]] = field.box as [number, number][] as [[number, number], [number, number], [number, number], [number, number]]; // prettier-ignore
      expect(x1).toBeGreaterThan(x0);
      expect(y3).toBeGreaterThan(y0);
    }
    expect(reading.fields.find(({ name }) => name === 'capital')!.normalised).toBe('100000000');
  });

  test.each(isLong ? [90, 180, 277] : [277])('as a photo turned by %i degrees', async (degrees) => {
    const reading = await readPicture(await licencePhoto(degrees));
    expect(reading.kind).toBe('businessLicence');
    expect(reading.orientation).toBe(Math.round(degrees / 90) * 90);
    for (const [name, value] of Object.entries(printed))
      expect(reading.fields.find((one) => one.name === name)).toMatchObject({ value });
  });

  test('of another kind than was asked for: what is found is little, and nothing is made up', async () => {
    const reading = await readPicture(await licenceHead(), { kind: 'idCardFront' });
    expect(reading).toMatchObject({ kind: 'idCardFront', seemsToBe: 'businessLicence' });
    expect(reading.kindConfidence).toBeLessThan(0.5);
    expect(reading.fields.filter(({ state }) => state === 'sure').map(({ name }) => name)).toEqual([]);
  });
});

describe('what is no document', () => {
  const cat = () =>
    sharp(Buffer.from('<svg width="800" height="600"><rect width="800" height="600" fill="#8a7"/><circle cx="400" cy="300" r="160" fill="#543"/><path d="M270 200l30-120 80 70zM530 200l-30-120-80 70z" fill="#543"/></svg>')).jpeg().toBuffer(); // prettier-ignore
  test.each([
    ['a picture of a cat', cat, 'reading.nothingWritten'],
    ['other words', () => licencePhoto(0, '今天天气很好，我们去公园看猫，猫在睡觉。'), 'reading.unknownKind'],
    ['text', async () => Buffer.from('营业执照 统一社会信用代码'), 'reading.notAPicture'],
    ['a broken JPEG', async () => (await licencePhoto(0)).subarray(0, 30_000), 'reading.damaged'],
    ['a broken PDF', async () => Buffer.from('%PDF-1.7\nnothing\n%%EOF'), 'reading.damaged'],
    ['a stamp', () => sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } }).png().toBuffer(), 'reading.tooSmall'], // prettier-ignore
  ] as const)('%s: a problem that says what to do', async (_, make, code) => {
    await expect(readPicture(await make())).rejects.toMatchObject({ code });
  });
});

// Ended while a network looks at the page, native code would throw into a thread that is no more, and end this process.
// The others with the long faults: each loads the networks twice.
test.each(isLong ? [50, 150, 400, 1200] : [150])(
  'a thread that is ended %s ms into a page is replaced',
  async (wait) => {
    const bytes = isLong ? await licencePdf() : await licenceHead();
    await readPicture(bytes);
    const [lost] = await Promise.allSettled([
      readPicture(bytes),
      new Promise((resolve) => setTimeout(resolve, wait)).then(closeReading),
    ]);
    // A quick machine may have read it by then.
    if (lost.status === 'rejected') expect(lost.reason).toMatchObject({ code: 'reading.failed' });
    expect((await readPicture(bytes)).kind).toBe('businessLicence');
  },
);

describe('over HTTP', () => {
  test('the owner’s file is read once, also under another name, and given back', async () => {
    const content = await licenceHead();
    const id = await uploaded(content);
    const before = await count();
    expect((await d.app.ask(d.who.owner!, ops.getReading, { params: { id } })).problem.code).toBe('reading.notRead');
    const [first, second] = await Promise.all([read(d.who.owner!, id), read(d.who.owner!, id)]);
    expect(first.status).toBe(200);
    const answer = first.body as FileReading;
    expect(answer).toMatchObject({ fileId: id, kind: 'businessLicence' });
    expect(second.body).toEqual(answer);
    expect(await count()).toBe(before + 1);
    expect((await d.app.ask(d.who.owner!, ops.getReading, { params: { id } })).body).toEqual(answer);
    const again = (await read(d.who.owner!, await uploaded(content))).body as FileReading;
    expect(again.fields).toEqual(answer.fields);
  });

  test('nobody else reads it, and what was read goes with the file', async () => {
    const id = await uploaded(await licenceHead(75));
    expect((await read(null, id)).status).toBe(401);
    for (const who of ['stranger', 'clerk', 'head', 'office']) expect((await read(d.who[who]!, id)).status).toBe(403);
    expect((await read(d.who.owner!, newId())).problem.code).toBe('documents.noSuchFile');
    expect((await read(d.who.owner!, id)).status).toBe(200);
    await d.app.call(d.who.owner!, documentsContract.removeFile, { params: { id } });
    expect(await forgetReadings(d.app.ground)).toBe(1);
    expect((await d.app.ask(d.who.owner!, ops.getReading, { params: { id } })).problem.code).toBe(
      'documents.noSuchFile',
    );
  });

  test('what cannot be read is remembered as well, and not tried again', async () => {
    const id = await uploaded(await photo());
    const before = await count();
    expect((await read(d.who.owner!, id)).problem.code).toBe('reading.tooSmall');
    expect((await read(d.who.owner!, id)).problem.code).toBe('reading.tooSmall');
    expect(await count()).toBe(before + 1);
    expect((await read(d.who.owner!, id, { kind: 'passport' })).status).toBe(400);
  });
});
