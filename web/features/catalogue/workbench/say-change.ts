/** What changed between two versions, in words: the place by its names, the values as people read them. Pure. */
import type { ItemBody } from '#modules/catalogue/contract';
import { sayMoney } from '#web/words/dates.ts';
import { generalWords } from '#web/words/general.ts';
import type { Language } from '#web/words/words.ts';
import { catalogueWords } from '../portal/words.ts';
import { sayLimit } from '../portal/say-item.ts';
import { editorWords } from './editor-words.ts';
import { kindOf } from './field-kinds.ts';
import { formWords } from './form-words.ts';
import { versionWords } from './version-words.ts';

export interface Change {
  path: string;
  before?: unknown;
  after?: unknown;
}

/** The two bodies that are compared: names of things are looked up in either. */
export type Bodies = readonly (ItemBody | undefined)[];

type Record_ = Record<string, unknown>;
const isRecord = (value: unknown): value is Record_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOfThing = (thing: unknown): string => {
  if (!isRecord(thing)) return '';
  const { name, question, title, label, law } = thing;
  return [name, question, title, label, law].find((one): one is string => typeof one === 'string' && one !== '') ?? '';
};

/** 申请材料 · 身份证明 · 份数. */
export function sayPlace(path: string, bodies: Bodies, language: Language): string {
  const edit = editorWords[language];
  const form = formWords[language];
  const parts = path.split('/');
  const [part = '', second, third, ...rest] = parts;
  const partName = (edit.fields as Record<string, unknown>)[part];
  const names: string[] = [typeof partName === 'string' ? partName : part];
  const fieldName = (key: string, list: Record_): string => (typeof list[key] === 'string' ? list[key] : key);
  if (part === 'form') {
    if (third) {
      names.push(found(bodies, (body) => nameOfThing(body.form.properties[third])) || third);
      if (rest[0])
        names.push(
          fieldName(
            {
              required: 'isRequired',
              'x-when': 'when',
              'x-from': 'from',
              enum: 'options',
              items: 'options',
              'x-enumEn': 'optionsEn',
              minimum: 'least',
              maximum: 'most',
              maxLength: 'longest',
              type: 'kind',
              'x-widget': 'kind',
            }[rest[0]] ?? rest[0],
            { ...form, when: edit.when.title },
          ),
        );
    }
  } else if (second !== undefined) {
    const list = found(bodies, (body) => {
      const value = (body as unknown as Record_)[part];
      if (!Array.isArray(value)) return '';
      return nameOfThing(value.find((one) => isRecord(one) && one.id === second) ?? value[Number(second)]);
    });
    const own = { situations: edit.situation, materials: edit.material, result: edit.outcome }[part] as unknown as
      | Record_
      | undefined;
    const words: Record_ = { ...own, when: edit.when.title };
    if (part === 'result') names.push(fieldName(second, words));
    else {
      names.push(list || second);
      if (third) names.push(third === 'options' ? form.options : fieldName(third, words));
    }
  }
  return names.filter(Boolean).join(' · ');
}

const found = (bodies: Bodies, read: (body: ItemBody) => string): string => {
  for (const body of bodies) {
    const name = body ? read(body) : '';
    if (name) return name;
  }
  return '';
};

/** A value as it is read; nothing is an empty text. */
export function sayValue(path: string, value: unknown, bodies: Bodies, language: Language): string {
  if (value === undefined || value === null || value === '') return '';
  const general = generalWords[language];
  const between = language === 'en' ? ', ' : '、';
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (typeof value === 'boolean') return value ? general.yes : general.no;
  if (typeof value === 'number') return last === 'amountFen' ? sayMoney(value, language) : String(value);
  if (typeof value === 'string') return sayWord(path, value, language);
  if (Array.isArray(value)) {
    if (path === 'form/properties')
      return value
        .map((name) => found(bodies, (body) => body.form.properties[String(name)]?.title ?? '') || String(name))
        .join(between);
    return value
      .map((one) =>
        isRecord(one) ? sayThing(one, language) : sayWord(path, idName(path, String(one), bodies), language),
      )
      .join(typeof value[0] === 'string' && value.some((one) => String(one).length > 15) ? '\n' : between);
  }
  if (isRecord(value)) {
    if (typeof value.value === 'number' && typeof value.unit === 'string')
      return sayLimit(value as unknown as NonNullable<ItemBody['promisedLimit']>, language);
    if (last === 'when' || last === 'x-when') return sayWhen(value as Record<string, string[]>, bodies, language);
    return sayThing(value, language);
  }
  return '';
}

/** When the order of things with ids changed, ids are given: their names are meant. */
function idName(path: string, id: string, bodies: Bodies): string {
  if (!['materials', 'situations'].includes(path)) return id;
  return (
    found(bodies, (body) =>
      nameOfThing((body[path as 'materials'] as { id: string }[]).find((one) => one.id === id)),
    ) || id
  );
}

function sayThing(thing: Record_, language: Language): string {
  const name = nameOfThing(thing);
  if (typeof thing.type === 'string' && typeof thing.title === 'string')
    return `${name} (${formWords[language].kinds[kindOf(thing as never)]})`;
  if (typeof thing.amountFen === 'number') return `${name} ${sayMoney(thing.amountFen, language)}`;
  if (typeof thing.article === 'string') return `${name} ${thing.article}`;
  return name || JSON.stringify(thing);
}

function sayWhen(when: Record<string, string[]>, bodies: Bodies, language: Language): string {
  return Object.entries(when)
    .map(([key, wanted]) => {
      const title = found(
        bodies,
        (body) => body.situations.find(({ id }) => id === key)?.question ?? body.form.properties[key]?.title ?? '',
      );
      const answers = wanted.map(
        (one) =>
          found(
            bodies,
            (body) => body.situations.find(({ id }) => id === key)?.options.find(({ id }) => id === one)?.label ?? '',
          ) || one,
      );
      return `${title || key}${language === 'en' ? ': ' : '：'}${answers.join(' / ')}`;
    })
    .join('\n');
}

/** Words that the body keeps as keys. */
function sayWord(path: string, value: string, language: Language): string {
  const edit = editorWords[language];
  const words = catalogueWords[language];
  const last = path.slice(path.lastIndexOf('/') + 1);
  const lists: Record<string, Record_> = {
    kind: path.startsWith('result') ? edit.outcome.kinds : words.kinds,
    level: words.levels,
    form: words.form,
    source: edit.material.sources,
    requirement: edit.material.requirements,
    deliveries: edit.outcome.ways,
    consequences: edit.promises.consequences,
    applicants: { person: edit.fields.person, organisation: edit.fields.organisation },
    'x-from': formWords[language].sources,
    'x-widget': formWords[language].kinds,
  };
  const said = lists[last]?.[value];
  return typeof said === 'string' && said !== '' ? said : value;
}

/**
 * The changes as a person would list them: which fields have to be filled in is said at each field that became so or ceased to
 * be, not as two lists of keys.
 */
export function asListed(changes: readonly Change[]): Change[] {
  return changes.flatMap((change) => {
    if (change.path !== 'form/required') return [change];
    const [before, after] = [change.before, change.after].map((list) =>
      Array.isArray(list) ? list.map(String) : [],
    ) as [string[], string[]];
    const gone = (name: string): boolean =>
      changes.some(({ path, after: now }) => path === `form/properties/${name}` && now === undefined);
    return [
      ...after.filter((name) => !before.includes(name)).map((name) => ({ name, now: true })),
      ...before.filter((name) => !after.includes(name) && !gone(name)).map((name) => ({ name, now: false })),
    ].map(({ name, now }) => ({ path: `form/properties/${name}/required`, before: !now, after: now }));
  });
}

/** Whether it was added, is gone, stands in another order, or says something else. */
export const kindOfChange = ({ path, before, after }: Change): 'added' | 'removed' | 'order' | 'changed' => {
  const isOrder =
    ['materials', 'situations', 'form/properties'].includes(path) &&
    Array.isArray(before) &&
    Array.isArray(after) &&
    before.every((one) => typeof one === 'string');
  if (isOrder) return 'order';
  return before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
};

export const sayKindOfChange = (change: Change, language: Language): string => {
  const kind = kindOfChange(change);
  return kind === 'changed' ? '' : versionWords[language][kind];
};
