/** Headings of more places, and rows that are no items. */
import { expect, test } from 'vitest';
import { findHeader, readHeader } from './headers.ts';
import { readItems } from './plan.ts';
import { readSheets } from './read-table.ts';

const fieldsOf = (headings: string) =>
  readHeader({ line: 1, cells: headings.split(',').map((text) => ({ text })) }).columns.map(({ field }) => field);

test('headings of Taiwan, Canada, Brazil, Germany, Spain and Estonia', () => {
  expect(fieldsOf('項目名稱,主管機關,處理期限,應備文件,規費')).toEqual([
    'name',
    'department',
    'promisedLimit',
    'materials',
    'fees',
  ]);
  expect(fieldsOf('事项名称,主管机关,处理期限,应备文件,规费')).toHaveLength(5);
  expect(fieldsOf('service_id,owner_org,licence_fee')).toEqual(['code', 'department', 'fees']);
  expect(fieldsOf('Código,Nome do serviço,Órgão')).toEqual(['code', 'name', 'department']);
  expect(fieldsOf('codigo,nome do servico,orgao')).toEqual(['code', 'name', 'department']);
  expect(fieldsOf('Leistungsschlüssel,Leistungsbezeichnung,Zuständige Behörde')).toEqual([
    'code',
    'name',
    'department',
  ]);
  expect(fieldsOf('zustaendige behoerde,nombre del trámite')).toEqual(['department', 'name']);
  expect(fieldsOf('teenuse nimi')).toEqual(['name']);
});

test('sums and headings of sections are no items, and no faults', async () => {
  const list = [
    '事项名称,实施编码,部门',
    '一、公安局（2项）,,',
    '居住证办理,G-1,公安局',
    '犬只登记,G-2,公安局',
    '（二）民政局（共 1 项）,,',
    '结婚登记,M-1,民政局',
    '小计,3,',
    '合计,,',
    '总计,3项,',
    '共 3 项,,',
    '合计登记,,民政局',
    '一、公安局（2项）,,公安局',
  ].join('\n');
  const { items, rejected } = readItems([findHeader((await readSheets(Buffer.from(list)))[0]!.rows)!]);
  expect(items.map(({ fields }) => fields.code)).toEqual(['G-1', 'G-2', 'M-1']);
  expect(rejected.map(({ line }) => line)).toEqual([11, 12]);
});
