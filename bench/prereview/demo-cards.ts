/**
 * Draws the old identity cards that people of the demo district photographed, and keeps what the reader reads off them: `data/demo/samples/card-*.jpg`
 * and `data/demo/readings.json`. To be run again when networks or templates change (`npm run with-node -- bench/prereview/demo-cards.ts`).
 */
import { writeFileSync } from 'node:fs';
import { launchBrowser } from '../../e2e/harness/browser.ts';
import { cleanContent } from '../../server/modules/documents/index.ts';
import { Random } from '#platform/random';
import { makeDistrict } from '../../server/modules/demo/load-district.ts';
import { closeReading, readPicture } from '../../server/modules/reading/index.ts';
import { cardOf } from './documents/cards.ts';
import { longDay } from './invented.ts';
import { drawPaper, openPress } from './paper.ts';
import { takePhoto, type PhotoOptions } from './photo.ts';

const folder = new URL('../../data/demo/', import.meta.url);
const { people } = makeDistrict({ seed: 330_199, asOf: '2026-06-30', cases: 0, districtCode: '330199' });
const good: PhotoOptions = { quarters: 0, turn: 2, tilt: 4, tiltTowards: 1, blur: 0.6, quality: 72, glare: { x: 0.8, y: 0.1, strength: 0 }, shadow: 0.1 }; // prettier-ignore
/** Whose card, what is wrong with the number, and how it was photographed. */
const cards: readonly { resident: number; number?: (own: string) => string; photo: PhotoOptions }[] = [
  { resident: 0, photo: good },
  // Tampered with: two figures of the number are others, and its check digit does not fit them.
  { resident: 1, number: (own) => `${own.slice(0, 14)}${(Number(own.slice(14, 16)) + 37) % 90 + 10}${own.slice(16)}`, photo: { ...good, quarters: 1 } },
  // In a shadow, out of focus, with a glare over the number.
  { resident: 4, photo: { ...good, turn: -7, tilt: 16, blur: 2.4, quality: 30, glare: { x: 0.55, y: 0.87, strength: 0.85 }, shadow: 0.5 } },
]; // prettier-ignore

const browser = await launchBrowser();
const press = await openPress(browser);
const readings: Record<string, unknown> = {};
for (const { resident, number, photo } of cards) {
  const { name, sex, bornOn, address, idNumber, login } = people.residents[resident]!;
  const said = { name, sex: sex === 'male' ? '男' : '女', ethnicity: '汉', bornOn: longDay(bornOn!), address, number: number?.(idNumber) ?? idNumber }; // prettier-ignore
  const { html, width, height } = cardOf(said, bornOn!);
  const random = new Random(330_199, 'card', login);
  const { jpeg } = await takePhoto(await drawPaper(press, { html, width, height }, 1100), photo, random);
  const key = `card-${login}`;
  writeFileSync(new URL(`samples/${key}.jpg`, folder), jpeg);
  const { bytes } = await cleanContent(jpeg);
  readings[key] = await readPicture(bytes, { kind: 'idCardFront', now: new Date('2026-06-30T01:00:00Z') });
}
writeFileSync(new URL('readings.json', folder), `${JSON.stringify(readings, null, 1)}\n`);
await browser.close();
await closeReading();
