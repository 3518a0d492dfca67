import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { readSheets } from './read-table.ts';

/** A zip of parts as they are given, with the sizes that it claims to have. */
function zip(parts: readonly { name: string; data: Buffer; claims: number }[]): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, data, claims } of parts) {
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(data.length, 4);
    sizes.writeUInt32LE(claims, 8);
    const common = Buffer.concat([
      Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
      sizes,
      Buffer.from([name.length, 0, 0, 0]),
    ]);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, place, Buffer.from(name)]));
    bodies.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  for (const where of [8, 10]) end.writeUInt16LE(parts.length, where);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

describe('a workbook', () => {
  test('that is one is read', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('事项').addRows([
      ['事项名称', '实施编码'],
      ['甲', '1'],
    ]);
    const [sheet] = await readSheets(Buffer.from(await book.xlsx.writeBuffer()));
    expect(sheet!.rows).toHaveLength(2);
  });

  const bomb = deflateRawSync(Buffer.alloc(160_000_000), { level: 9 });
  test.each([
    ['says so', [{ name: 'xl/worksheets/sheet1.xml', data: bomb, claims: 160_000_000 }]],
    ['lies about it', [{ name: 'xl/worksheets/sheet1.xml', data: bomb, claims: 10 }]],
  ])('that unpacks to far more than a list and %s is refused before it is unpacked', async (_, parts) => {
    expect(bomb.length).toBeLessThan(200_000);
    await expect(readSheets(zip(parts))).rejects.toThrow(/unpacks to more than 150 MB/);
  });

  test.each([
    ['is cut off', zip([{ name: 'a', data: bomb, claims: 1 }]).subarray(0, 5000)],
    [
      'has a directory that leads nowhere',
      Buffer.concat([
        Buffer.from('PK\x03\x04', 'latin1'),
        Buffer.alloc(30, 0xff),
        Buffer.from('PK\x05\x06', 'latin1'),
        Buffer.alloc(18, 0x7f),
      ]),
    ],
    ['holds noise', zip([{ name: 'a', data: Buffer.alloc(2_000_000, 0xfe), claims: 9 }])],
  ])('that %s is refused with a sentence', async (_, bytes) => {
    await expect(readSheets(bytes)).rejects.toThrow(/The workbook cannot be read/);
  });
});
