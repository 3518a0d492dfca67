/**
 * A4 paper and type: lines are broken here and not by the PDF library, which shapes each line anew. Chinese needs no shaping,
 * so a character is laid out once and kept: thousands of pages take seconds instead of minutes.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import PDFDocument from 'pdfkit';

export const page = { width: 595.28, height: 841.89, left: 62, right: 54, top: 76, bottom: 66 };
export const textWidth = page.width - page.left - page.right;
export const colours = { ink: '#1a1a1a', soft: '#5b6470', line: '#c9ced6', accent: '#0f4c81', pale: '#eef3f8' };
export type Weight = 'regular' | 'bold';

interface Run {
  glyphs: unknown[];
  positions: { xAdvance: number }[];
  advanceWidth: number;
}
interface Font {
  layoutRun(text: string): Run & { advanceWidth: number };
  layout(text: string, features?: unknown, onlyWidth?: boolean): Run;
  scale: number;
}

const require = createRequire(import.meta.url);
const folder = path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));

/** Never at the beginning of a line, and never at its end (避头尾). */
const notFirst = new Set('，。、；：？！）》」』】〉”’…—·,.;:?!)]}%');
const notLast = new Set('（《「『【〈“‘([{');

export class Paper {
  readonly doc: PDFKit.PDFDocument;
  /** Distance of the next line from the top of the page. */
  y = page.top;
  #pages = 0;
  #font: Font;
  readonly #fonts = new Map<Weight, Font>();
  readonly #widths: Record<Weight, Map<string, number>> = { regular: new Map(), bold: new Map() };
  #weight: Weight = 'regular';
  #size = 10;
  onPage: ((paper: Paper) => void) | undefined;

  constructor(info: { title: string; author: string; day: string }) {
    this.doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      lang: 'zh-CN',
      displayTitle: true,
      pdfVersion: '1.7',
      info: { Title: info.title, Author: info.author, CreationDate: new Date(`${info.day}T00:00:00+08:00`) },
    });
    for (const [weight, file] of [
      ['regular', '400Regular/NotoSansSC_400Regular.ttf'],
      ['bold', '700Bold/NotoSansSC_700Bold.ttf'],
    ] as const) {
      this.doc.registerFont(weight, path.join(folder, file));
      this.doc.font(weight);
      const font = (this.doc as unknown as { _font: Font })._font;
      layOutByCharacter(font);
      this.#fonts.set(weight, font);
    }
    this.#font = this.#fonts.get('regular')!;
  }

  get pageNumber(): number {
    return this.#pages;
  }

  addPage(): void {
    this.doc.addPage();
    this.#pages += 1;
    this.y = page.top;
    this.onPage?.(this);
  }

  /**
   * Moves the pages from the given one to the end in front of another: finished pages need not wait in memory for a table of
   * contents that knows their numbers only at the end.
   */
  movePages(from: number, to: number): void {
    const { Kids } = (this.doc as unknown as { _root: { data: { Pages: { data: { Kids: unknown[] } } } } })._root.data
      .Pages.data;
    Kids.splice(to, 0, ...Kids.splice(from));
  }

  /** Room for so much, or else a new page. */
  need(height: number): void {
    if (this.y + height > page.height - page.bottom) this.addPage();
  }

  set(weight: Weight, size: number, colour = colours.ink): void {
    this.#weight = weight;
    this.#font = this.#fonts.get(weight)!;
    this.#size = size;
    this.doc.font(weight, size).fillColor(colour);
  }

  /** Width of a text in the present type. */
  widthOf(text: string): number {
    let width = 0;
    for (const char of text) width += this.#widthOfChar(char);
    return width * this.#size;
  }

  #widthOfChar(char: string): number {
    const known = this.#widths[this.#weight];
    let width = known.get(char);
    if (width === undefined) known.set(char, (width = this.#font.layout(char, undefined, true).advanceWidth / 1000));
    return width;
  }

  /** Breaks a text into lines; Latin words and numbers stay whole where they fit. */
  break(text: string, width: number): string[] {
    const most = width / this.#size;
    const lines: string[] = [];
    for (const paragraph of text.split('\n')) {
      let line = '';
      let used = 0;
      for (const piece of pieces(paragraph)) {
        const wide = this.widthOf(piece) / this.#size;
        if (used + wide <= most || (line !== '' && notFirst.has(piece) && used + wide <= most + 1)) {
          line += piece;
          used += wide;
          continue;
        }
        if (wide > most) {
          for (const char of piece) {
            const one = this.#widthOfChar(char);
            if (used + one > most) {
              lines.push(line);
              line = '';
              used = 0;
            }
            line += char;
            used += one;
          }
          continue;
        }
        // An opening bracket goes over to the next line with what it opens.
        const last = line.at(-1) ?? '';
        const carried = notLast.has(last) && line.length > 1 ? last : '';
        if (line !== '') lines.push(carried ? line.slice(0, -1) : line.trimEnd());
        line = carried + (piece === ' ' ? '' : piece);
        used = this.widthOf(line) / this.#size;
      }
      lines.push(line);
    }
    return lines;
  }

  /** The text cut to a width, with an ellipsis where something is left out. */
  fit(text: string, width: number): string {
    if (this.widthOf(text) <= width) return text;
    let cut = '';
    const room = width - this.widthOf('…');
    for (const char of text) {
      if (this.widthOf(cut + char) > room) break;
      cut += char;
    }
    return `${cut}…`;
  }

  /** One line at a place; nothing is broken or moved. */
  put(text: string, x: number, y: number): void {
    if (text !== '') this.doc.text(text, x, y, { lineBreak: false });
  }

  /** Lines one below the other from the present place, over pages where needed. */
  lines(all: readonly string[], x: number, height: number): void {
    for (const line of all) {
      this.need(height);
      this.put(line, x, this.y);
      this.y += height;
    }
  }
}

function layOutByCharacter(font: Font): void {
  const kept = new Map<string, Run>();
  const whole = font.layoutRun.bind(font);
  font.layout = (text, _features, onlyWidth) => {
    const glyphs: unknown[] = [];
    const positions: Run['positions'] = [];
    let advanceWidth = 0;
    for (const char of text) {
      let run = kept.get(char);
      if (!run) {
        const made = whole(char);
        kept.set(
          char,
          (run = { glyphs: made.glyphs, positions: made.positions, advanceWidth: made.advanceWidth * font.scale }),
        );
      }
      advanceWidth += run.advanceWidth;
      if (onlyWidth) continue;
      glyphs.push(...run.glyphs);
      positions.push(...run.positions);
    }
    return { glyphs, positions, advanceWidth };
  };
}

/** What may not be broken: a Latin word or number, else each character by itself. */
const pieces = (text: string): string[] => text.match(/[A-Za-z0-9][A-Za-z0-9@._/+-]*|[^]/gu) ?? [];
