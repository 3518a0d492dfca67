/**
 * What documents say beside what the applicant says: for each material that is read, a table of its own, made from what the item says of the
 * material (which field of the form its fields fill) and not written by anybody. Pure.
 */
import { askedMaterials, type ItemVersion } from '#modules/catalogue';
import {
  comparable,
  comparableReading,
  fieldOfKind,
  isReadKind,
  lastDayOf,
  sayKind,
  type FieldReading,
  type PictureReading,
  type ReadKind,
} from '#modules/reading';
import { judge, readRuleSet, type FieldValue, type Judgement, type KnownField, type RuleSet } from '#modules/rules';
import type { MergedReading } from './merge-readings.ts';

type RuleTable = RuleSet['tables'][number];

/** A document that was handed in, in one file or several, and what it was read as; null where nothing could be read. */
export interface ReadDocument {
  materialId: string;
  kind: ReadKind;
  /** Fields of the form, each with the field of the document from which it is filled; as the catalogue has it. */
  fills: Readonly<Record<string, string>>;
  /** The first of its files. */
  fileId: string;
  reading: PictureReading | null;
  /** On which file each field stands, and what other files say instead. */
  fileOf?: MergedReading['fileOf'];
  others?: MergedReading['others'];
}

/** The materials of an item that are read, with the fields of the form that they fill, if any. */
export function readMaterials(
  item: Pick<ItemVersion, 'body'>,
  given: Record<string, unknown>,
): { materialId: string; kind: ReadKind; fills: Record<string, string> }[] {
  return askedMaterials(item.body, given).flatMap(({ id, reads }) =>
    reads && isReadKind(reads.kind) ? [{ materialId: id, kind: reads.kind, fills: reads.fills ?? {} }] : [],
  );
}

/** The smallest upright box around a polygon, as rules keep it. */
function boxOf(reading: PictureReading, name: string): FieldValue['box'] {
  const field = reading.fields.find((one) => one.name === name);
  if (!field?.box || field.page === null) return undefined;
  const [xs, ys] = [field.box.map(([x]) => x), field.box.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { page: field.page, x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Below `sureFrom` of the rules for everything that the reader does not vouch for. */
const confidenceOf = ({ state, confidence }: { state: string; confidence: number }): number =>
  state === 'sure' ? Math.max(0.9, confidence) : Math.min(0.89, confidence);

/** A field of the document as a value; one that was not read is missing. */
export function readValue(document: ReadDocument, name: string, today: string): FieldValue {
  const { reading, kind } = document;
  const field = reading?.fields.find((one) => one.name === name);
  if (!reading || !field || field.value === null) return { value: null, source: 'document', fileId: document.fileId };
  return {
    value: comparableReading(kind, field, today),
    source: 'document',
    ...placeOf(document, field),
  };
}

/** How sure a field is, on which file it stands and where, and what another file says instead. */
function placeOf({ reading, kind, fileId, fileOf, others }: ReadDocument, field: FieldReading) {
  const box = boxOf(reading!, field.name);
  const different = others?.get(field.name);
  return {
    // Another kind of document than was asked for vouches for nothing.
    confidence: reading!.kind === kind ? confidenceOf(field) : 0,
    fileId: fileOf?.get(field.name) ?? fileId,
    ...(box ? { box } : {}),
    ...(different ? { others: different } : {}),
  };
}

const article = '行政许可法 第三十一条、第三十四条';

/** The table of one document, its fields and their values. */
function tableOf(document: ReadDocument, answers: Record<string, unknown>, today: string) {
  const { kind, fills, reading } = document;
  const { zh, en } = sayKind(kind);
  const fields: KnownField[] = [];
  const values = new Map<string, FieldValue>();
  const columns: RuleTable['columns'] = [];
  const wrongs: { reason: string; reasonEn: string }[] = [];
  for (const name of new Set(Object.values(fills))) {
    const called = fieldOfKind(kind, name);
    // What nobody filled in is not compared; the form itself says what is needed.
    const filled = Object.keys(fills).filter((answer) => fills[answer] === name).map((answer) => answers[answer]); // prettier-ignore
    const said = filled.flatMap((one) =>
      typeof one === 'string' && one !== '' ? [comparable(kind, name, one, today)] : [],
    );
    if (!called || said.length === 0) continue;
    fields.push({ name, source: 'document', type: 'string', label: called.zh, labelEn: called.en });
    fields.push({ name: `${name}Said`, source: 'answer', type: 'string', label: called.zh, labelEn: called.en });
    values.set(name, readValue(document, name, today));
    // Two answers that should both stand on the paper and differ from each other cannot both be what it says.
    values.set(`${name}Said`, { value: said.includes(null) ? null : [...new Set(said)].join('；'), source: 'answer' });
    columns.push({
      label: called.zh,
      labelEn: called.en,
      expression: `${name} = ${name}Said`,
      type: 'boolean',
      values: '',
    });
    wrongs.push({ reason: `${called.zh}和填写的不一致`, reasonEn: `${called.en} is not what was filled in` });
  }
  const last = reading ? lastDayOf(reading) : undefined;
  if (last) {
    fields.push({ name: 'until', source: 'document', type: 'date', label: '有效期至', labelEn: 'Valid until' });
    fields.push({ name: 'day', source: 'fact', type: 'date', label: '提交日期', labelEn: 'Day of submission' });
    values.set('until', { value: last.until, source: 'document', ...placeOf(document, last.field) });
    values.set('day', { value: today, source: 'fact' });
    columns.push({
      label: '在有效期内',
      labelEn: 'Still valid',
      expression: 'until >= day',
      type: 'boolean',
      values: '',
    });
    wrongs.push({ reason: '已经过了有效期', reasonEn: 'It has run out' });
  }
  const table: RuleTable = {
    id: kind,
    title: `${zh}和填写内容一致`,
    titleEn: `${en}: as filled in`,
    hitPolicy: 'P',
    columns,
    rules: [
      ...wrongs.map(({ reason, reasonEn }, at) => ({
        cells: columns.map((_, column) => (column === at ? 'false' : '-')),
        verdict: 'fail' as const,
        reason: `${zh}：${reason}`,
        reasonEn: `${en}: ${reasonEn}`,
        article,
      })),
      {
        cells: columns.map(() => 'true'),
        verdict: 'pass',
        reason: `${zh}上的内容和填写的一致`,
        reasonEn: `${en}: what is printed is what was filled in`,
        article,
      },
    ],
    tests: [],
  };
  return { table, fields, values };
}

/**
 * Compares each document with the answers. A document of which nothing can be compared says nothing, and then its table is not there; one
 * that could not be read is "can't tell".
 */
export function judgeDocuments(
  documents: readonly ReadDocument[],
  answers: Record<string, unknown>,
  today: string,
  now: Date,
): Judgement[] {
  return documents.flatMap((document) => {
    // What fills nothing is there for the tables that people write.
    if (Object.keys(document.fills).length === 0) return [];
    const { table, fields, values } = tableOf(document, answers, today);
    if (table.columns.length === 0) return [];
    return readRuleSet({ tables: [table] }, fields).tables.map((read) => judge(read, values, fields, now));
  });
}
