/** From pages to a reading: lines, kind, fields, and a second look at each value. Runs in a worker. */
import { classify, scoreOf } from './fields/classify.ts';
import { emptyPlaces, extract, plainOf, type Taken } from './fields/extract.ts';
import type { Glyph } from './fields/glyphs.ts';
import { hasHole, heightOf, rowsOf, textOf } from './fields/glyphs.ts';
import { crossCheck, judge, said, type Said } from './fields/judge.ts';
import { wordsOf } from './fields/template.ts';
import { withChineseMarks } from './fields/values.ts';
import type { ReadKind } from './kinds.ts';
import type { Networks } from './ocr/models.ts';
import { readLines, type PageLines } from './ocr/read-lines.ts';
import { lookAgain } from './ocr/look-again.ts';
import { lookBeside } from './ocr/look-beside.ts';
import { apply, type Point } from './picture/homography.ts';
import type { Page } from './picture/page.ts';
import type { FieldReading, PictureReading } from './reading.ts';
import { templates } from './templates/all.ts';
import { readingVersion } from './version.ts';

/** Nothing legible; or no kind that we know. */
export class CannotRead extends Error {
  readonly code: 'nothingWritten' | 'unknownKind';
  constructor(code: 'nothingWritten' | 'unknownKind') {
    super(code);
    this.code = code;
  }
}

interface ReadPage {
  page: Page;
  lines: PageLines;
}

/** Reads pages as one document. `kind` is what it should be; without it the likeliest is taken. Throws `CannotRead`. */
export async function readPages(
  networks: Networks,
  pages: readonly Page[],
  { kind, today }: { kind?: ReadKind | undefined; today: string },
): Promise<PictureReading> {
  const read: ReadPage[] = [];
  for (const page of pages) read.push({ page, lines: await readLines(networks, page) });
  const rows = read.flatMap(({ lines }, i) => rowsOf(lines.lines, i));
  const letters = rows.reduce((sum, { glyphs }) => sum + glyphs.filter(({ p }) => p > 0.7).length, 0);
  if (letters < 6) throw new CannotRead('nothingWritten');
  const likeliest = classify(Object.values(templates), rows);
  const guess = kind ? { template: templates[kind], ...ofKind(kind, rows) } : likeliest;
  if (!guess) throw new CannotRead('unknownKind');
  // Fields of another kind of document, or of none: whatever is found, nobody may rely on it.
  const seemsToBe = likeliest && likeliest.template.kind !== guess.template.kind ? likeliest.template.kind : null;
  const doubtful = likeliest?.template.kind !== guess.template.kind;
  let taken = extract(guess.template, rows, today);
  // A value of one letter is easily passed over by the detection: where a label has nothing beside it, it is looked at.
  const bare = emptyPlaces(guess.template, rows, taken);
  if (bare.length > 0) {
    await lookBeside(networks, read, bare);
    taken = extract(guess.template, read.flatMap(({ lines }, i) => rowsOf(lines.lines, i)), today); // prettier-ignore
  }
  const fields = await judgeFields(networks, read, taken, today);
  const first = read[0]!.lines;
  return {
    kind: guess.template.kind,
    kindConfidence: guess.confidence,
    orientation: ((Math.round(first.turned / 90) * 90) % 360) as PictureReading['orientation'],
    pages: read.map(({ page, lines }) => ({
      width: page.width,
      height: page.height,
      turned: lines.turned,
      confidence: Math.round(lines.confidence * 1000) / 1000,
    })),
    fields: doubtful ? fields.map(doubted) : fields,
    seemsToBe,
    version: readingVersion,
  };
}

/** How well a page fits the kind that somebody named. */
function ofKind(kind: ReadKind, rows: ReturnType<typeof rowsOf>): { confidence: number } {
  const score = scoreOf(templates[kind], rows, rows.map(({ glyphs }) => textOf(glyphs)).join('\n'));
  return { confidence: Math.round(Math.max(0, Math.min(0.99, score / 10)) * 100) / 100 };
}

async function judgeFields(
  networks: Networks,
  read: readonly ReadPage[],
  taken: readonly Taken[],
  today: string,
): Promise<FieldReading[]> {
  const parts = taken.flatMap(({ field, parts: own }) =>
    own.map((glyphs) => ({ ...read[glyphs[0]!.page]!, glyphs, words: own.length === 1 ? wordsOf(field) : undefined })),
  );
  const again = await lookAgain(networks, parts);
  const second = new Map<Glyph[], Said>(parts.map(({ glyphs }, i) => [glyphs, said(again[i]!.letters)]));
  const words = new Map<Glyph[], string | undefined>(parts.map(({ glyphs }, i) => [glyphs, again[i]!.word]));
  const fields = taken.map(({ field, parts: own, early }): FieldReading & { type: typeof field.type } => {
    const frame = {
      name: field.name,
      label: field.zh,
      labelEn: field.en,
      optional: field.optional ?? false,
      type: field.type,
    };
    if (own.length === 0 || plainOf(own) === '')
      return { ...frame, value: null, normalised: null, box: null, page: null, confidence: 0, state: 'missing', check: 'none', alternatives: [] }; // prettier-ignore
    const verdict = judge(
      { ...field, words: wordsOf(field) },
      { ...said(own.flat()), hole: early || own.some(hasHole) },
      joined(own.map((part) => second.get(part)!)),
      today,
      words.get(own[0]!),
    );
    return {
      ...frame,
      value: withChineseMarks(verdict.value),
      normalised: verdict.meaning.normalised,
      box: boxOf(own, read),
      page: own[0]![0]!.page + 1,
      confidence: verdict.confidence,
      state: verdict.state,
      check: verdict.meaning.check,
      alternatives: verdict.alternatives.map(withChineseMarks),
    };
  });
  const contradicted = crossCheck(fields);
  return fields.map(({ type: _, ...field }) => (contradicted.has(field.name) ? doubted(field) : field));
}

const doubted = (field: FieldReading): FieldReading =>
  field.state === 'missing' ? field : { ...field, state: 'unsure', confidence: Math.min(field.confidence, 0.5) };

const joined = (parts: readonly Said[]): Said => ({
  text: parts.map(({ text }) => text).join(''),
  least: Math.min(...parts.map(({ least }) => least)),
  mean: parts.reduce((sum, { mean }) => sum + mean, 0) / parts.length,
});

/** The rectangle around a value on the upright page, as it lies in the picture. */
function boxOf(parts: readonly Glyph[][], read: readonly ReadPage[]): Point[] {
  const page = parts[0]![0]!.page;
  const glyphs = parts.flat().filter((glyph) => glyph.page === page);
  const edge = heightOf(glyphs[0]!) * 0.1;
  const x0 = Math.min(...glyphs.map((glyph) => glyph.x0)) - edge;
  const x1 = Math.max(...glyphs.map((glyph) => glyph.x1)) + edge;
  const y0 = Math.min(...glyphs.map((glyph) => glyph.y0));
  const y1 = Math.max(...glyphs.map((glyph) => glyph.y1));
  const { page: own, lines } = read[page]!;
  const factor = own.width / own.pixels.width;
  return ([[x0, y0], [x1, y0], [x1, y1], [x0, y1]] as const).map((corner) => {
    const [x, y] = apply(lines.frame.toPicture, corner);
    const within = (value: number, most: number): number => Math.round(Math.max(0, Math.min(most, value * factor)));
    return [within(x, own.width), within(y, own.height)];
  }); // prettier-ignore
}
