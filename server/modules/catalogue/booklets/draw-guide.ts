/** One guide on paper: a title with its facts, paragraphs, and a table of materials. */
import { guideParagraphs, kindName, levelName, materialRows, type BookletGuide } from './content.ts';
import { colours, page, textWidth, type Paper } from './paper.ts';

const labelWidth = 74;

/** Draws a guide from the present place, or on a new page when too little is left; answers the page on which it begins. */
export function drawGuide(paper: Paper, guide: BookletGuide): number {
  const { body } = guide;
  paper.set('bold', 15);
  const title = paper.break(body.plainName ?? body.name, textWidth);
  // A guide of which only the name is known is a few lines: several go on one page.
  const short = !body.verified && body.materials.length === 0 && body.conditions.length === 0;
  paper.need(title.length * 21 + (short ? 190 : 300));
  const began = paper.pageNumber;
  paper.set('bold', 15, colours.accent);
  paper.lines(title, page.left, 21);
  if (body.plainName) {
    paper.set('regular', 9.5, colours.soft);
    paper.lines(paper.break(`法定名称：${body.name}`, textWidth), page.left, 14);
  }
  paper.set('regular', 8.5, colours.soft);
  const facts = [
    kindName(body.kind),
    `${levelName(body.level)}行使`,
    body.immediate ? '即办件' : '承诺件',
    `实施编码 ${guide.code}`,
    ...(body.verified ? [] : ['内容未核实，以窗口答复为准']),
  ];
  paper.lines(paper.break(facts.join('　'), textWidth), page.left, 13);
  paper.y += 4;
  paper.doc
    .moveTo(page.left, paper.y)
    .lineTo(page.width - page.right, paper.y)
    .lineWidth(0.8)
    .stroke(colours.accent);
  paper.y += 8;
  const { before, after } = guideParagraphs(guide);
  for (const [label, lines] of before) drawParagraph(paper, label, lines);
  drawMaterials(paper, guide);
  for (const [label, lines] of after) drawParagraph(paper, label, lines);
  paper.y += 22;
  return began;
}

function drawParagraph(paper: Paper, label: string, texts: readonly string[]): void {
  paper.set('regular', 9.5);
  const lines = texts.flatMap((text) => paper.break(text, textWidth - labelWidth));
  paper.need(Math.min(lines.length, 2) * 15 + 4);
  paper.set('bold', 9.5);
  paper.put(label, page.left, paper.y);
  paper.set('regular', 9.5);
  paper.lines(lines, page.left + labelWidth, 15);
  paper.y += 4;
}

const columns = [
  { title: '序号', width: 30 },
  { title: '材料名称和要求', width: 220 },
  { title: '形式', width: 86 },
  { title: '来源', width: 88 },
  { title: '必要性', width: textWidth - 424 },
];
const cell = { pad: 4, height: 13 };

function drawMaterials(paper: Paper, guide: BookletGuide): void {
  paper.need(60);
  paper.set('bold', 9.5);
  paper.put('申请材料', page.left, paper.y);
  const rows = materialRows(guide.body);
  if (rows.length === 0) {
    paper.set('regular', 9.5);
    paper.put('请向窗口或电话咨询。', page.left + labelWidth, paper.y);
    paper.y += 19;
    return;
  }
  paper.y += 17;
  drawHead(paper);
  for (const row of rows) {
    paper.set('regular', 8.5);
    const broken = row.map((text, i) => paper.break(text, columns[i]!.width - cell.pad * 2));
    const height = Math.max(...broken.map((lines) => lines.length)) * cell.height + cell.pad * 2 - 2;
    if (paper.y + height > page.height - page.bottom) {
      paper.addPage();
      drawHead(paper);
      paper.set('regular', 8.5);
    }
    drawRow(paper, broken, height);
  }
  paper.y += 10;
}

function drawHead(paper: Paper): void {
  const height = cell.height + cell.pad * 2 - 2;
  paper.doc.rect(page.left, paper.y, textWidth, height).fill(colours.pale);
  paper.set('bold', 8.5);
  drawRow(
    paper,
    columns.map(({ title }) => [title]),
    height,
  );
}

function drawRow(paper: Paper, broken: readonly (readonly string[])[], height: number): void {
  let x = page.left;
  broken.forEach((lines, i) => {
    lines.forEach((line, n) => paper.put(line, x + cell.pad, paper.y + cell.pad - 1 + n * cell.height));
    x += columns[i]!.width;
  });
  let edge = page.left;
  paper.doc.lineWidth(0.5).strokeColor(colours.line);
  paper.doc.rect(page.left, paper.y, textWidth, height).stroke();
  for (const { width } of columns.slice(0, -1)) {
    edge += width;
    paper.doc
      .moveTo(edge, paper.y)
      .lineTo(edge, paper.y + height)
      .stroke();
  }
  paper.y += height;
}
