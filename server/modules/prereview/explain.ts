/**
 * An automatic decision says why (个人信息保护法 art. 24): each rule with its article and what it looked at, in the words of the item's
 * form and not in those of the table. Pure.
 */
import type { ItemVersion } from '#modules/catalogue';
import { fieldOfKind, isReadKind, sayKind } from '#modules/reading';
import { knownFields, type Judgement, type KnownField } from '#modules/rules';

export interface Looked {
  label: string;
  labelEn: string;
  value: string;
  valueEn: string;
  /** Where it came from. */
  source: Judgement['fields'][number]['source'];
}
export interface Explained {
  title: string;
  titleEn: string;
  reason: string;
  reasonEn: string;
  article: string;
  looked: Looked[];
}

const words: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  true: ['是', 'yes'],
  false: ['否', 'no'],
  person: ['个人', 'a person'],
  organisation: ['单位', 'an organisation'],
};

type Used = Judgement['fields'][number];

function sayValue({ value }: Used, field: KnownField | undefined, body: ItemVersion['body']): [string, string] {
  if (value === null) return ['没有', 'none'];
  if (Array.isArray(value)) return [value.join('、'), value.join(', ')];
  const said = String(value);
  if (field?.source === 'situation') {
    const chosen = body.situations.find(({ id }) => id === field.name)?.options.find(({ id }) => id === said);
    if (chosen) return [chosen.label, chosen.labelEn ?? chosen.label];
  }
  const plain = typeof value === 'boolean' || field?.source === 'fact' ? words[said] : undefined;
  return plain ? [...plain] : [said, said];
}

/** What the tables of a review said, for whom the decision is about. */
export function explain(judgements: readonly Judgement[], body: ItemVersion['body']): Explained[] {
  const known = new Map(knownFields(body).map((field) => [field.name, field]));
  return judgements.map(({ tableId, title, titleEn, reason, reasonEn, article, fields }) => ({
    title,
    titleEn,
    reason,
    reasonEn,
    article,
    looked: fields.map((used): Looked => {
      const { name, source } = used;
      // The tables that compare a document with the form name its fields, and what was filled in for them with `Said`.
      const ofPaper = isReadKind(tableId) ? fieldOfKind(tableId, name.replace(/Said$/, '')) : undefined;
      const field = ofPaper ? undefined : known.get(name);
      const [value, valueEn] = sayValue(used, field, body);
      if (ofPaper && isReadKind(tableId)) {
        const kind = sayKind(tableId);
        return source === 'document'
          ? { label: `${kind.zh}上的${ofPaper.zh}`, labelEn: `${ofPaper.en} on the ${kind.en.toLowerCase()}`, value, valueEn, source }
          : { label: `填写的${ofPaper.zh}`, labelEn: `${ofPaper.en} as filled in`, value, valueEn, source };
      } // prettier-ignore
      const own = name === 'until' ? { label: '有效期至', labelEn: 'Valid until' } : { label: name, labelEn: name };
      return { label: field?.label ?? own.label, labelEn: field?.labelEn ?? own.labelEn, value, valueEn, source };
    }),
  }));
}

/** What the columns of a table came to, with the words of the form in place of its codes: 到期换证 for `expired`, 是 for `true`. */
export function columnsInWords({ columns, fields }: Judgement, body: ItemVersion['body']) {
  const known = new Map(knownFields(body).map((field) => [field.name, field]));
  return columns.map(({ label, labelEn, value }) => {
    const used = fields.find((one) => value !== null && String(one.value) === value);
    const [zh, en] = used ? sayValue(used, known.get(used.name), body) : (words[value ?? ''] ?? [value, value]);
    return { label, labelEn, value: zh, valueEn: en };
  });
}
