/** Draws the parts of a document one below the other, over as many pages as it takes. For A4 and for the roll alike. */
import type { Block } from './paper.ts';

/** Where the words go, and how large they are. All in points. */
export interface Column {
  left: number;
  width: number;
  /** Nothing goes below; Infinity on the roll. */
  bottom: number;
  size: number;
  /** From line to line. */
  pitch: number;
  /** Size of notes, as a share of `size`. */
  noteShare: number;
}

type Cells = readonly string[];

export class Blocks {
  #doc: PDFKit.PDFDocument;
  #column: Column;
  /** Height of a line as the font itself has it, without the gap: asked once, because asking means laying out. */
  #lineHeights = new Map<number, number>();

  constructor(doc: PDFKit.PDFDocument, column: Column) {
    this.#doc = doc;
    this.#column = column;
  }

  draw(block: Block): void {
    if ('p' in block) this.#paragraph(block.p);
    else if ('heading' in block) this.#heading(block.heading);
    else if ('list' in block) block.list.forEach((text, at) => this.#item(at + 1, text));
    else if ('pairs' in block) this.#pairs(block.pairs);
    else if ('table' in block) this.#table(block.table);
    else if ('sign' in block) this.#sign(block.sign);
    else if ('bars' in block) this.#bars(block.bars);
    else this.#note(block.note);
  }

  /** Begins a new page unless so much height is left. */
  need(height: number): void {
    if (this.#doc.y + height <= this.#column.bottom) return;
    this.#doc.addPage();
    this.#doc.y = this.#doc.page.margins.top;
  }

  /** Roughly how high a part will be; exactly for paragraphs and notes. */
  heightOf(block: Block): number {
    if ('p' in block) return this.#measure(block.p, this.#column.size, { indent: this.#indent() });
    if ('note' in block) return this.#measure(block.note, this.#noteSize(), {});
    if ('sign' in block) return block.sign.length * this.#signHeight();
    if ('list' in block) return block.list.length * this.#column.pitch;
    if ('pairs' in block) return block.pairs.length * (this.#cellSize() + 12);
    if ('table' in block) return (block.table.rows.length + 1) * (this.#cellSize() + 12);
    if ('bars' in block) return block.bars.length * this.#cellSize() * 1.7;
    return this.#column.pitch;
  }

  #indent(): number {
    return this.#column.size * 2;
  }
  #noteSize(): number {
    return this.#column.size * this.#column.noteShare;
  }
  #cellSize(): number {
    return this.#column.size * 0.82;
  }
  #signHeight(): number {
    return this.#column.size * 3.4;
  }

  #gap(size: number, pitch: number): number {
    let height = this.#lineHeights.get(size);
    if (height === undefined) {
      height = this.#doc.font('regular').fontSize(size).currentLineHeight(true);
      this.#lineHeights.set(size, height);
    }
    return pitch - height;
  }

  #measure(text: string, size: number, options: PDFKit.Mixins.TextOptions): number {
    const pitch = (this.#column.pitch / this.#column.size) * size;
    this.#doc.font('regular').fontSize(size);
    return this.#doc.heightOfString(text, { width: this.#column.width, lineGap: this.#gap(size, pitch), ...options });
  }

  #paragraph(text: string): void {
    const { left, width, size, pitch } = this.#column;
    this.need(pitch * 2);
    this.#doc.font('regular').fontSize(size).fillColor('#000');
    this.#doc.text(text, left, this.#doc.y, { width, indent: this.#indent(), lineGap: this.#gap(size, pitch) });
  }

  #heading(text: string): void {
    const { left, width, size, pitch } = this.#column;
    this.need(pitch * 3);
    this.#doc.y += pitch * 0.25;
    this.#doc
      .font('bold')
      .fontSize(size * 0.9)
      .fillColor('#000');
    this.#doc.text(text, left, this.#doc.y, { width, lineGap: size * 0.25 });
  }

  #item(number: number, text: string): void {
    const { left, width, size, pitch } = this.#column;
    const indent = size * 1.6;
    const options = { width: width - indent, lineGap: this.#gap(size, pitch) };
    this.#doc.font('regular').fontSize(size).fillColor('#000');
    this.need(pitch * 2);
    const y = this.#doc.y;
    this.#doc.text(`${number}.`, left, y, { lineBreak: false });
    this.#doc.text(text, left + indent, y, options);
  }

  #note(text: string): void {
    const { left, width, pitch, size } = this.#column;
    const noteSize = this.#noteSize();
    this.#doc.y += pitch * 0.2;
    this.need(this.#measure(text, noteSize, {}));
    this.#doc.font('regular').fontSize(noteSize).fillColor('#444');
    this.#doc.text(text, left, this.#doc.y, { width, lineGap: this.#gap(noteSize, (pitch / size) * noteSize) });
    this.#doc.fillColor('#000');
  }

  /** Two short ones share a row, as on a printed form. */
  #pairs(pairs: readonly (readonly [string, string])[]): void {
    const { width } = this.#column;
    const shares = [0.21, 0.29];
    const isShort = (pair: readonly [string, string] | undefined): pair is readonly [string, string] => {
      if (!pair) return false;
      this.#doc.font('regular').fontSize(this.#cellSize());
      return this.#doc.widthOfString(pair[1]) <= width * shares[1]! - 9;
    };
    this.#doc.y += 4;
    for (let at = 0; at < pairs.length; at++) {
      const [pair, next] = [pairs[at]!, pairs[at + 1]];
      if (isShort(pair) && isShort(next)) {
        const widths = [...shares, ...shares].map((share) => share * width);
        this.#row([...pair, ...next], widths, { bold: [0, 2] });
        at += 1;
      } else this.#row(pair, [width * shares[0]!, width * (1 - shares[0]!)], { bold: [0] });
    }
    this.#doc.y += 8;
  }

  #table(table: Extract<Block, { table: unknown }>['table']): void {
    const all = table.widths.reduce((sum, share) => sum + share, 0);
    const widths = table.widths.map((share) => (share / all) * this.#column.width);
    this.#doc.y += 4;
    this.#row(table.head, widths, { head: true });
    for (const row of table.rows) {
      const page = this.#doc.page;
      const height = this.#rowHeight(row, widths);
      if (this.#doc.y + height > this.#column.bottom) {
        this.need(height);
        if (this.#doc.page !== page) this.#row(table.head, widths, { head: true });
      }
      this.#row(row, widths, { right: table.right ?? [], centre: widths.flatMap((w, at) => (w < 60 ? [at] : [])) });
    }
    this.#doc.y += 8;
  }

  #rowHeight(cells: Cells, widths: readonly number[]): number {
    const size = this.#cellSize();
    this.#doc.font('regular').fontSize(size);
    const heights = cells.map((cell, at) =>
      cell === '' ? size : this.#doc.heightOfString(cell, { width: widths[at]! - 8, lineGap: 2 }),
    );
    return Math.max(...heights) + 7;
  }

  #row(
    cells: Cells,
    widths: readonly number[],
    how: { head?: boolean; bold?: readonly number[]; right?: readonly number[]; centre?: readonly number[] },
  ): void {
    const height = this.#rowHeight(cells, widths);
    this.need(height);
    const top = this.#doc.y;
    let x = this.#column.left;
    this.#doc.lineWidth(0.6);
    cells.forEach((cell, at) => {
      const cellWidth = widths[at]!;
      const bold = how.head || how.bold?.includes(at);
      if (bold) this.#doc.rect(x, top, cellWidth, height).fill('#f4f4f4');
      this.#doc.rect(x, top, cellWidth, height).stroke('#333');
      this.#doc
        .font(bold ? 'bold' : 'regular')
        .fontSize(this.#cellSize())
        .fillColor('#000');
      const align = how.head || how.centre?.includes(at) ? 'center' : how.right?.includes(at) ? 'right' : 'left';
      const used = cell === '' ? 0 : this.#doc.heightOfString(cell, { width: cellWidth - 8, lineGap: 2 });
      if (cell !== '')
        this.#doc.text(cell, x + 4, top + (height - used) / 2 + 1, { width: cellWidth - 8, lineGap: 2, align });
      x += cellWidth;
    });
    this.#doc.x = this.#column.left;
    this.#doc.y = top + height;
  }

  #bars(bars: Extract<Block, { bars: unknown }>['bars']): void {
    const { left, width } = this.#column;
    const size = this.#cellSize();
    const height = size * 1.7;
    const most = Math.max(1, ...bars.map(({ value }) => value));
    const [labels, numbers] = [size * 5.5, size * 6];
    this.#doc.y += 4;
    // A chart of a dozen bars is seen as a whole.
    if (bars.length <= 24) this.need(bars.length * height);
    for (const { label, value, said } of bars) {
      this.need(height);
      const y = this.#doc.y;
      const length = (value / most) * (width - labels - numbers);
      this.#doc.font('regular').fontSize(size).fillColor('#000');
      this.#doc.text(label, left, y, { lineBreak: false });
      this.#doc.rect(left + labels, y + size * 0.25, length, size).fill('#2f5f98');
      this.#doc.fillColor('#000').text(said, left + labels + length + 6, y, { lineBreak: false });
      this.#doc.y = y + height;
    }
    this.#doc.x = left;
    this.#doc.y += 8;
  }

  #sign(labels: readonly string[]): void {
    const { left, width, size } = this.#column;
    const height = this.#signHeight();
    this.#doc.y += 4;
    for (const label of labels) {
      this.need(height);
      const y = this.#doc.y;
      this.#doc.lineWidth(0.6).rect(left, y, width, height).stroke('#333');
      this.#doc
        .font('regular')
        .fontSize(size * 0.82)
        .fillColor('#000');
      this.#doc.text(`${label}：`, left + 6, y + 6, { lineBreak: false });
      const day = '年　　月　　日';
      this.#doc.text(day, left + width - this.#doc.widthOfString(day) - 14, y + height - size * 1.5, {
        lineBreak: false,
      });
      this.#doc.y = y + height;
    }
    this.#doc.y += 8;
  }
}
