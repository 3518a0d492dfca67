/** A business licence with known content as a PDF, and as photos of it, for tests with the real reader. */
import PDFDocument from 'pdfkit';
import path from 'node:path';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { pdfPages } from '../picture/pdf-pages.ts';

const fonts = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));

/** What it says, by the names of its fields. */
export const printed = {
  creditCode: '91330106MA2H3K9X7J',
  name: '杭州云帆餐饮管理有限公司',
  legalRepresentative: '诸葛明',
  foundedOn: '2018年03月12日',
  address: '杭州市云溪区三墩镇古墩路12号',
} as const;

const lines = [
  ['统一社会信用代码', printed.creditCode],
  ['名称', printed.name],
  ['类型', '有限责任公司'],
  ['法定代表人', printed.legalRepresentative],
  ['注册资本', '壹佰万元整'],
  ['成立日期', printed.foundedOn],
  ['住所', printed.address],
  ['经营范围', '餐饮服务'],
] as const;

/** As PDF, upright A4. `words` are printed in place of the licence. */
export function licencePdf(words?: string): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4' });
  doc.font(path.join(fonts, '400Regular/NotoSansSC_400Regular.ttf'));
  if (words !== undefined) doc.fontSize(24).text(words, 90, 200);
  else {
    doc.fontSize(44).text('营业执照', 200, 80);
    doc.fontSize(15);
    for (const [i, [label, value]] of lines.entries()) doc.text(label, 70, 190 + i * 40).text(value, 220, 190 + i * 40);
  }
  doc.end();
  return buffer(doc);
}

/** As a photo that was turned. */
export async function licencePhoto(degrees: number, words?: string): Promise<Buffer> {
  const [page] = await pdfPages(await licencePdf(words));
  const { data, width, height } = page!.pixels;
  return sharp(data, { raw: { width, height, channels: 3 } })
    .rotate(degrees, { background: '#7a5c40' })
    .resize({ width: 1600, height: 1600, fit: 'inside' })
    .jpeg({ quality: 70 })
    .toBuffer();
}

/** The upper part of it, upright, by a lesser camera: read in a fraction of the time, for tests of what happens around the reading. */
export async function licenceHead(quality = 80): Promise<Buffer> {
  const [page] = await pdfPages(await licencePdf());
  const { data, width, height } = page!.pixels;
  return sharp(data, { raw: { width, height, channels: 3 } })
    .extract({ left: 0, top: 0, width, height: Math.round(height * 0.36) })
    .resize({ width: 900 })
    .jpeg({ quality })
    .toBuffer();
}
