/** A booklet on paper: cover, contents with page numbers, guides, directory, index in pinyin order. */
import { pinyin } from 'pinyin-pro';
import type { Booklet, DirectoryUnit } from './content.ts';
import { drawGuide } from './draw-guide.ts';
import { colours, page, Paper, textWidth } from './paper.ts';

/** Told now and then how far it is: things drawn, and how many there are. */
export type Progress = (done: number, of: number) => void;

interface Entry {
  text: string;
  page: number;
  level: 0 | 1;
}

const lineHeight = 18;
const perPage = Math.floor((page.height - page.top - page.bottom - 46) / lineHeight);

/** Draws into `paper.doc`, which the caller pipes away and which is ended here. */
export async function drawBooklet(booklet: Booklet, paper: Paper, progress: Progress = () => {}): Promise<void> {
  const running = [booklet.districtName, booklet.title, booklet.subtitle].filter(Boolean).join(' · ');
  drawCover(paper, booklet);
  const count = booklet.sections.reduce((sum, { guides }) => sum + guides.length, 0);
  const entries: Entry[] = [];
  const index: { name: string; page: number }[] = [];
  paper.onPage = (one) => drawFrame(one, running, one.pageNumber - 1);
  // The cover has no number; the contents come in front of page 1 when all pages are known.
  const number = (): number => paper.pageNumber - 1;
  let done = 0;
  for (const { title, guides } of booklet.sections) {
    paper.addPage();
    entries.push({ text: title, page: number(), level: 0 });
    paper.doc.outline.addItem(title);
    drawHeading(paper, title);
    for (const guide of guides) {
      const began = drawGuide(paper, guide);
      const name = guide.body.plainName ?? guide.body.name;
      entries.push({ text: name, page: began - 1, level: 1 });
      index.push({ name, page: began - 1 });
      done += 1;
      if (done % 25 === 0) {
        progress(done, count);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }
  drawDirectory(paper, booklet, entries, number);
  if (index.length > 0) drawIndex(paper, index, entries, number);
  progress(count, count);
  paper.onPage = undefined;
  const before = paper.pageNumber;
  drawContents(paper, entries);
  paper.movePages(before, 1);
  paper.doc.end();
}

function drawCover(paper: Paper, { districtName, title, subtitle, day }: Booklet): void {
  paper.addPage();
  const { doc } = paper;
  doc.rect(0, 0, page.width, 12).fill(colours.accent);
  paper.set('regular', 18, colours.soft);
  paper.put(districtName, page.left, 210);
  paper.set('bold', 44, colours.accent);
  paper.put(title, page.left, 244);
  paper.set('regular', 20);
  let y = 320;
  for (const line of paper.break(subtitle || '全部事项', textWidth)) {
    paper.put(line, page.left, y);
    y += 30;
  }
  paper.set('regular', 11, colours.soft);
  const [year, month, date] = day.split('-').map(Number);
  paper.put(`内容截至 ${year}年${month}月${date}日`, page.left, 720);
  paper.put('事项调整后以窗口和网上公布的为准。咨询、投诉请拨打 12345。', page.left, 740);
}

/** Running head and page number. The binding edge is left free: the paper is printed on one side or on both. */
function drawFrame(paper: Paper, running: string, number: number): void {
  paper.set('regular', 8.5, colours.soft);
  paper.put(paper.fit(running, textWidth), page.left, 44);
  paper.doc
    .moveTo(page.left, 60)
    .lineTo(page.width - page.right, 60)
    .lineWidth(0.5)
    .stroke(colours.line);
  const text = String(number);
  paper.put(text, page.left + (textWidth - paper.widthOf(text)) / 2, page.height - 44);
}

function drawHeading(paper: Paper, title: string): void {
  paper.set('bold', 20, colours.accent);
  paper.lines(paper.break(title, textWidth), page.left, 28);
  paper.y += 12;
}

function drawContents(paper: Paper, entries: readonly Entry[]): void {
  entries.forEach((entry, i) => {
    const place = i % perPage;
    if (place === 0) {
      paper.addPage();
      paper.set('bold', 20, colours.accent);
      if (i === 0) paper.put('目录', page.left, page.top - 14);
    }
    const y = page.top + 30 + place * lineHeight;
    const x = page.left + entry.level * 16;
    paper.set(entry.level === 0 ? 'bold' : 'regular', 10);
    const number = String(entry.page);
    const numberX = page.width - page.right - paper.widthOf(number);
    const text = paper.fit(entry.text, numberX - x - 24);
    paper.put(text, x, y);
    paper.put(number, numberX, y);
    const from = x + paper.widthOf(text) + 6;
    if (numberX - 6 > from)
      paper.doc
        .moveTo(from, y + 10)
        .lineTo(numberX - 6, y + 10)
        .lineWidth(0.5)
        .dash(1, { space: 3 })
        .stroke(colours.line)
        .undash();
  });
}

/** 办事去哪儿: each unit with its items and where they are taken, then the places themselves. */
function drawDirectory(paper: Paper, { units, places }: Booklet, entries: Entry[], number: () => number): void {
  if (units.length > 0) {
    paper.addPage();
    drawHeading(paper, '办事去哪儿');
    entries.push({ text: '办事去哪儿', page: number(), level: 0 });
    for (const unit of units) drawUnit(paper, unit, entries, number);
  }
  if (places.length === 0) return;
  paper.addPage();
  drawHeading(paper, '办事地点');
  entries.push({ text: '办事地点', page: number(), level: 0 });
  for (const { name, kind, address, telephone, hours, items } of places) {
    paper.need(78);
    paper.set('bold', 10.5);
    paper.put(paper.fit(name, textWidth - 120), page.left, paper.y);
    paper.set('regular', 8.5, colours.soft);
    paper.put(kind, page.width - page.right - paper.widthOf(kind), paper.y + 2);
    paper.y += 17;
    paper.set('regular', 9);
    paper.lines(
      paper.break(
        [address, telephone && `电话 ${telephone}`].filter(Boolean).join('　') || '地址请电话咨询',
        textWidth,
      ),
      page.left,
      14,
    );
    if (hours) paper.lines(paper.break(`办公时间 ${hours}（法定节假日除外）`, textWidth), page.left, 14);
    paper.set('regular', 8.5, colours.soft);
    paper.lines(paper.break(`可办：${items}`, textWidth), page.left, 13);
    paper.y += 9;
  }
}

const directoryColumns = { name: 0, places: 236, telephone: 384 };

function drawUnit(paper: Paper, unit: DirectoryUnit, entries: Entry[], number: () => number): void {
  paper.need(70);
  entries.push({ text: unit.name, page: number(), level: 1 });
  paper.doc.rect(page.left, paper.y, textWidth, 20).fill(colours.pale);
  paper.set('bold', 10.5, colours.accent);
  paper.put(paper.fit(unit.name, 300), page.left + 6, paper.y + 3);
  paper.set('regular', 9, colours.soft);
  const head = `${unit.entries.length}项${unit.telephone ? `　电话 ${unit.telephone}` : ''}`;
  paper.put(head, page.width - page.right - 6 - paper.widthOf(head), paper.y + 4);
  paper.y += 26;
  for (const entry of unit.entries) {
    paper.set('regular', 9);
    const name = paper.break(entry.name, directoryColumns.places - 10);
    paper.set('regular', 7.5);
    const legal = entry.legalName ? paper.break(entry.legalName, directoryColumns.places - 10) : [];
    paper.set('regular', 8);
    const places = paper.break(entry.places, directoryColumns.telephone - directoryColumns.places - 10);
    const height = Math.max(name.length * 13 + legal.length * 11, places.length * 12) + 5;
    paper.need(height);
    const y = paper.y;
    paper.set('regular', 9);
    name.forEach((line, i) => paper.put(line, page.left, y + i * 13));
    paper.set('regular', 7.5, colours.soft);
    legal.forEach((line, i) => paper.put(line, page.left, y + name.length * 13 + i * 11));
    paper.set('regular', 8);
    places.forEach((line, i) => paper.put(line, page.left + directoryColumns.places, y + i * 12));
    paper.put(
      paper.fit(entry.telephone, textWidth - directoryColumns.telephone),
      page.left + directoryColumns.telephone,
      y,
    );
    paper.y = y + height;
    paper.doc
      .moveTo(page.left, paper.y - 3)
      .lineTo(page.width - page.right, paper.y - 3)
      .lineWidth(0.3)
      .stroke(colours.line);
  }
  paper.y += 12;
}

const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });

/** Names in pinyin order under their letters, in two columns. */
function drawIndex(
  paper: Paper,
  names: readonly { name: string; page: number }[],
  entries: Entry[],
  number: () => number,
): void {
  paper.addPage();
  drawHeading(paper, '索引（按拼音）');
  entries.push({ text: '索引（按拼音）', page: number(), level: 0 });
  const width = (textWidth - 24) / 2;
  let column = 0;
  let top = paper.y;
  const room = (height: number): void => {
    if (paper.y + height <= page.height - page.bottom) return;
    if (column === 0) {
      column = 1;
      paper.y = top;
    } else {
      paper.addPage();
      column = 0;
      top = paper.y;
    }
  };
  let letter = '';
  for (const { name, page: at } of names.toSorted((a, b) => collator.compare(a.name, b.name))) {
    const first = (pinyin(name[0] ?? '', { pattern: 'first', toneType: 'none' })[0] ?? '#').toUpperCase();
    const under = /[A-Z]/.test(first) ? first : '#';
    if (under !== letter) {
      letter = under;
      room(38);
      paper.y += 6;
      paper.set('bold', 11, colours.accent);
      paper.put(letter, page.left + column * (width + 24), paper.y);
      paper.y += 17;
    } else room(14);
    const x = page.left + column * (width + 24);
    paper.set('regular', 9);
    const text = String(at);
    paper.put(paper.fit(name, width - 30), x, paper.y);
    paper.put(text, x + width - paper.widthOf(text), paper.y);
    paper.y += 14;
  }
}
