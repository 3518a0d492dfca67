/** Lists as they come, without a database: encodings, headers, cells, and what is wrong with rows. */
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { findHeader } from './headers.ts';
import { planImport, readItems, type Present } from './plan.ts';
import { readLimit, readNumber } from './readings.ts';
import { readSheets, UnreadableList } from './read-table.ts';

async function read(bytes: string | Buffer, given = new Map()) {
  const sheets = await readSheets(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  const list = findHeader(sheets[0]!.rows, given)!;
  return { header: list.header, ...readItems([list]) };
}
const fieldsOf = async (bytes: string | Buffer) => (await read(bytes)).items.map(({ fields }) => fields);

/** 事项名称,实施编码 / 食品经营许可,A-1 in GB18030. */
const gb18030 = Buffer.from('cac2cfeec3fbb3c62ccab5caa9b1e0c2eb0d0acab3c6b7beadd3aad0edbfc92c412d310d0a', 'hex');

test('any usual encoding, delimiter and line end', async () => {
  const expected = [{ name: '食品经营许可', code: 'A-1' }];
  expect(await fieldsOf('事项名称,实施编码\n食品经营许可,A-1\n')).toEqual(expected);
  expect(await fieldsOf('\uFEFF事项名称;实施编码\r\n食品经营许可;A-1\r\n\r\n;\r\n')).toEqual(expected);
  expect(await fieldsOf('sep=|\n事项名称|实施编码\n食品经营许可|A-1')).toEqual(expected);
  expect(await fieldsOf('\t事项名称\t实施编码\n1\t食品经营许可\tA-1')).toEqual(expected);
  expect(await fieldsOf(gb18030)).toEqual(expected);
  expect(await fieldsOf(Buffer.from('\uFEFF事项名称,实施编码\n食品经营许可,A-1', 'utf16le'))).toEqual(expected);
  const french = Buffer.from('Service name;Code\nCarte d\xe9livr\xe9e \xe0 vie;F-1\nPi\xe8ce;F-2', 'latin1');
  expect((await fieldsOf(french))[0]).toEqual({ name: 'Carte délivrée à vie', code: 'F-1' });
});

test('headers in both languages, with titles above, brackets and full-width letters', async () => {
  const { header, items } = await read(
    '云溪区政务服务事项清单,,,\n序号,实施主体（盖章）,事项 名称*,实施编码,法定办结时限(工作日),ＴＡＳＫ＿ＴＹＰＥ,备注\n1,区卫健局,公共场所卫生许可,C-1,20,01,无\n',
  );
  expect(header.columns.map(({ field }) => field)).toEqual(['department', 'name', 'code', 'statutoryLimit', 'kind']);
  expect(header.ignored).toEqual(['序号', '备注']);
  expect(items[0]).toEqual({
    line: 3,
    fields: {
      department: '区卫健局',
      name: '公共场所卫生许可',
      code: 'C-1',
      statutoryLimit: { value: 20, unit: 'workingDay' },
      kind: 'licence',
    },
  });
  const english = await fieldsOf(
    'Service ID,Service Name,Agency,Type,Processing Time,Fees,Eligibility,Required Documents\nUK-7,Apply for a parking permit,Council of X,Online,4-6 weeks,£20,Residents,Proof of address; Photo\n',
  );
  expect(english).toEqual([
    {
      code: 'UK-7',
      name: 'Apply for a parking permit',
      department: 'Council of X',
      kind: null,
      promisedLimit: { value: 42, unit: 'calendarDay' },
      fees: '£20',
      conditions: ['Residents'],
      materials: ['Proof of address', 'Photo'],
    },
  ]);
});

test('of main and business item the finer one is the name', async () => {
  expect(await fieldsOf('主项,子项,编码\n婚姻登记,结婚登记,1\n殡葬管理,,2\n')).toMatchObject([
    { name: '结婚登记', mainName: '婚姻登记' },
    { name: '殡葬管理' },
  ]);
});

test('every fault of every row, with line, column and reason', async () => {
  const list = [
    '名称,实施编码,承诺期限,事项类型',
    '"名字里有',
    '换行","A-1","5个工作日",1',
    ',A-2,,1',
    '没有编码,,,1',
    '时限不对,A-4,很快,1',
    '类型不对,A-5,,99',
    '又是它,A-1,,1',
    '科学记数,5.11602E+14,,1',
    '太多,A-7,,1,多出来的',
    '="好的","=""0012""",10日,20',
  ].join('\n');
  const { items, rejected } = await read(list);
  expect(items.map(({ line, fields }) => [line, fields.code])).toEqual([
    [2, 'A-1'],
    [11, '0012'],
  ]);
  expect(rejected.map(({ line, column, reason }) => `${line} ${column}: ${reason}`)).toEqual([
    '4 名称: the name is empty',
    '5 实施编码: the code is empty',
    '6 承诺期限: "很快" is no limit of time such as 20个工作日',
    '7 事项类型: "99" is no kind of item',
    '8 实施编码: the code is on line 2 already',
    '9 实施编码: the code "5.11602E+14" was turned into a number by a spreadsheet and lost its digits: export the column as text',
    '10 : the row has more cells than the header: "多出来的"',
  ]);
});

test('what is no list is said in a sentence', async () => {
  for (const [bytes, words] of [
    [Buffer.alloc(0), 'empty'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]), 'old Excel'],
    [Buffer.from('PK\u0003\u0004 nothing'), 'workbook'],
    ['name,code\n"never closed,1', 'not closed'],
    ['a\0b', 'null bytes'],
  ] as const)
    await expect(readSheets(Buffer.from(bytes))).rejects.toThrow(words);
  expect(UnreadableList).toBeDefined();
  expect(findHeader((await readSheets(Buffer.from('foo,bar\n1,2')))[0]!.rows)).toBeUndefined();
});

test('codes stay as they came: long, with hyphens, in full-width letters, like a formula', async () => {
  const codes = [
    '511Z07001006-511602000000-000-11511301008778183N-1-00',
    'Ａ１－２',
    '=1+1',
    '+86',
    '000012',
    'a b',
    '11330199MB000-'.repeat(8),
  ];
  const list = `code,name\n${codes.map((code, i) => `"${code}",n${i}`).join('\n')}`;
  expect((await fieldsOf(list)).map(({ code }) => code)).toEqual(codes);
});

test('XLSX: titles, merged cells, numbers, dates, formulas, rich text, lost digits', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('说明').addRow(['请填写第二张表']);
  const sheet = book.addWorksheet('事项');
  sheet.addRow(['云溪区事项名称一览']);
  sheet.mergeCells('A1:D1');
  sheet.addRow(['部门', '事项名称', '实施编码', '咨询电话']);
  sheet.addRow(['区民政局', { richText: [{ text: '结婚' }, { text: '登记' }] }, 330111001000, 88001041]);
  sheet.addRow([null, { formula: 'B3', result: '离婚登记' }, { formula: 'C3+1', result: 330111001001 }]);
  sheet.mergeCells('A3:A4');
  sheet.addRow(['区民政局', '收养登记', 5.11602e20]);
  sheet.addRow(['区民政局', '社团登记', 42]);
  sheet.getCell('C6').numFmt = '000000';
  sheet.addRow([]);
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  const sheets = await readSheets(bytes);
  const { items, rejected } = readItems([findHeader(sheets[1]!.rows)!]);
  expect(items.map(({ fields }) => [fields.department, fields.name, fields.code])).toEqual([
    ['区民政局', '结婚登记', '330111001000'],
    ['区民政局', '离婚登记', '330111001001'],
    ['区民政局', '社团登记', '000042'],
  ]);
  expect(rejected).toMatchObject([{ line: 5, column: '实施编码' }]);
});

test('limits as people write them', () => {
  const said = (text: string) => {
    const limit = readLimit(text);
    return limit && `${limit.value} ${limit.unit}`;
  };
  expect(
    [
      '20个工作日',
      '二十个工作日',
      '20',
      '15日',
      '1个月',
      '3-5个工作日',
      '即时办结',
      '自受理之日起１０个工作日内',
      '48小时',
    ].map(said),
  ).toEqual([
    '20 workingDay',
    '20 workingDay',
    '20 workingDay',
    '15 workingDay',
    '30 calendarDay',
    '5 workingDay',
    '0 workingDay',
    '10 workingDay',
    '6 workingDay',
  ]);
  expect(['10 working days', '2 weeks', 'Within 30 days', '4 to 6 weeks'].map(said)).toEqual([
    '10 workingDay',
    '14 calendarDay',
    '30 workingDay',
    '42 calendarDay',
  ]);
  expect(['很快', '依据第20条', '视情况而定', '99999'].map(said)).toEqual([undefined, undefined, undefined, undefined]);
  expect(['十', '十五', '二十', '一百二十', '三'].map(readNumber)).toEqual([10, 15, 20, 120, 3]);
});

test('only what the source changed is changed: the work of the office stays', async () => {
  const list = (limit: string, phone: string) =>
    read(`名称,编码,承诺期限,咨询电话\n食品经营许可,A,${limit},${phone}\n另一项,B,,\n`);
  const first = await list('10', '1111111');
  const before = new Map(first.items.map(({ fields }) => [fields.code, fields]));
  const added = planImport(first, new Map(), new Map()).added;
  const present = new Map(
    added.map(({ fields, body }): [string, Present] => [
      fields.code,
      { itemId: fields.code, code: fields.code, baseCode: '', departmentId: 'd', departmentName: '未注明部门', body },
    ]),
  );
  expect(planImport(first, present, before)).toMatchObject({ added: [], changed: [], unchanged: 2, vanished: [] });

  present.get('A')!.body!.telephone = '2222222';
  present.get('A')!.body!.plainName = '开饭店';
  const second = planImport(await list('8', '1111111'), present, before);
  expect(second.changed).toMatchObject([
    {
      fields: { code: 'A' },
      changes: [{ path: 'promisedLimit', before: { value: 10 }, after: { value: 8 } }],
      body: { telephone: '2222222', plainName: '开饭店' },
    },
  ]);
  const third = planImport(await read('名称,编码\n食品经营许可,A\n'), present, before);
  expect(third).toMatchObject({ changed: [], unchanged: 1, vanished: [{ code: 'B', name: '另一项' }] });
  // What the office withdrew is not brought back by a list.
  delete present.get('A')!.body;
  expect(planImport(first, present, before)).toMatchObject({ added: [], withdrawn: ['A'], unchanged: 2 });
});

test('an item with nothing but name and code can be taken in, and is not verified', async () => {
  const [planned] = planImport(await read('name,code\nAnything,1\n'), new Map(), new Map()).added;
  expect(planned!.body).toMatchObject({ verified: false, form: { required: ['applicantName', 'phone', 'request'] } });
});

test('lists of other places: headings and encodings that nobody foresaw', async () => {
  // Canada's inventory, with names in two languages; Open Referral; a list of Taiwan in Big5.
  const canada =
    'fiscal_yr,service_id,service_name_en,service_name_fr,department_name_en\n2023,669,Passports,Passeports,IRCC\n';
  expect(await fieldsOf(canada)).toEqual([{ code: '669', name: 'Passports', department: 'IRCC' }]);
  expect(await fieldsOf('Permit Number;Permit Name;Issuing Authority\nP-1;Street trading;Harbour Board')).toEqual([
    { code: 'P-1', name: 'Street trading', department: 'Harbour Board' },
  ]);
  expect(await fieldsOf('服務項目名稱,項目編號,主辦機關單位\n結婚登記,T-1,戶政所\n')).toEqual([
    { name: '結婚登記', code: 'T-1', department: '戶政所' },
  ]);
  const big5 = Buffer.from('b6b5a5d8a657bad92cbd73b8b90ab5b2b142b56eb04f2c542d310a', 'hex');
  expect(await fieldsOf(big5)).toEqual([{ name: '結婚登記', code: 'T-1' }]);
  const unmarked = Buffer.from('事项名称,实施编码\n食品经营许可,A-1', 'utf16le');
  expect(await fieldsOf(unmarked)).toEqual([{ name: '食品经营许可', code: 'A-1' }]);
});

test('one broken letter does not spoil the others, and its row is told', async () => {
  const good = Array.from({ length: 40 }, (_, i) => `第${i}件普通事项,N-${i}`).join('\n');
  const bytes = Buffer.concat([
    Buffer.from(`事项名称,实施编码\n${good}\n坏的`),
    Buffer.from([0xe5, 0x93]),
    Buffer.from(',X-1\n'),
  ]);
  const { items, rejected } = await read(bytes);
  expect(items).toHaveLength(40);
  expect(rejected).toMatchObject([{ line: 42, column: '事项名称', reason: expect.stringContaining('cannot be read') }]);
});

test('a unit in a column of its own or in the heading belongs to the number', async () => {
  const own = await fieldsOf(
    '名称,编码,法定办结时限,法定办结时限单位,承诺办结时限,承诺办结时限单位\n甲,1,20,自然日,3,个月\n乙,2,,,五,工作日\n',
  );
  expect(own).toMatchObject([
    { statutoryLimit: { value: 20, unit: 'calendarDay' }, promisedLimit: { value: 90, unit: 'calendarDay' } },
    { statutoryLimit: null, promisedLimit: { value: 5, unit: 'workingDay' } },
  ]);
  expect(await fieldsOf('名称,编码,承诺时限（自然日）\n甲,1,20\n乙,2,3个工作日\n')).toMatchObject([
    { promisedLimit: { value: 20, unit: 'calendarDay' } },
    { promisedLimit: { value: 3, unit: 'workingDay' } },
  ]);
  const open = await read(
    '名称,编码,法定期限\n甲,1,无法定期限\n乙,2,法律法规未作规定\n丙,3,视情况而定\n丁,4,半年\n戊,5,30分钟\n己,6,很快\n',
  );
  expect(open.items.map(({ fields }) => fields.statutoryLimit)).toEqual([
    null,
    null,
    null,
    { value: 180, unit: 'calendarDay' },
    { value: 1, unit: 'workingDay' },
  ]);
  expect(open.rejected).toMatchObject([{ line: 7, column: '法定期限' }]);
});

test('an item that contradicts itself is told at the column that does', async () => {
  const list = await read('名称,编码,法定期限,承诺期限\n甲,1,5个工作日,20个工作日\n');
  expect(planImport(list, new Map(), new Map()).rejected).toMatchObject([{ line: 2, column: '承诺期限', code: '1' }]);
});
