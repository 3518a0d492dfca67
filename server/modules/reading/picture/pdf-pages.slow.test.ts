import { expect, it } from 'vitest';
import { pdfPages } from './pdf-pages.ts';

/** A PDF of one square page that is painted in one colour. */
function painted(red: number, green: number, blue: number): Buffer {
  const paint = `${red} ${green} ${blue} rg 0 0 100 100 re f`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<<>>>>',
    `<</Length ${paint.length}>>stream\n${paint}\nendstream`,
  ];
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = pdf.length;
    pdf += `${i + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = pdf.length;
  pdf += `xref\n0 5\n0000000000 65535 f \n${places.join('')}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${table}\n%%EOF`;
  return Buffer.from(pdf, 'latin1');
}

// The ink of a seal is known by its red.
it.each([
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
])('a page in red %i, green %i, blue %i has these colours as pixels', async (red, green, blue) => {
  const [page] = await pdfPages(painted(red, green, blue));
  expect(Array.from(page!.pixels.data.slice(0, 3))).toEqual([red * 255, green * 255, blue * 255]);
});
