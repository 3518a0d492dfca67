/** What is wrong with the body of an item beyond its shape. Pure. An item is published only without faults. */
import { Compile } from 'typebox/compile';
import { ItemBody, type Field, type Limit, type When } from '../item.ts';
import { conditionsOf } from './asked.ts';
import { kioskFaults } from './at-kiosk.ts';
import { patternFault } from './safe-pattern.ts';

/** Where, as a JSON pointer into the body, and why. */
export interface BodyFault {
  path: string;
  why:
    | 'shape'
    | 'promisedLonger' // promised limit beyond the statutory one
    | 'twice' // the same id or name again
    | 'reserved'
    | 'whenUnknown' // a condition names no situation and no field
    | 'whenOption' // ... or an answer that cannot be given
    | 'whenCycle'
    | 'requiredUnknown'
    | 'pattern'
    | 'patternSlow'
    | 'options' // a choice without options, or with options where there can be none
    | 'range' // least above most
    | 'kioskApplicant' // marked for kiosks, where only persons come
    | 'kioskQuestions' // ... with more questions than fit on a page
    | 'kioskText' // ... with a text of several lines that has to be written
    | 'kioskMaterial'; // ... with something that has to be brought
  /** In words of the shape's checker, or the name that is meant. */
  detail?: string;
}

const shape = Compile(ItemBody);

/** All faults; an empty list means that the body can be published. */
export function bodyFaults(body: unknown): BodyFault[] {
  if (!shape.Check(body)) {
    return shape
      .Errors(body)
      .slice(0, 50)
      .map(({ instancePath, message }) => ({ path: instancePath, why: 'shape' as const, detail: message }));
  }
  return [...limitFaults(body), ...idFaults(body), ...fieldFaults(body), ...whenFaults(body), ...kioskFaults(body)];
}

/** A calendar day is at most as long as a working day, so 20 calendar days never break a promise of 20 working days. */
const longer = (promised: Limit, statutory: Limit): boolean =>
  promised.unit === statutory.unit
    ? promised.value > statutory.value
    : promised.unit === 'workingDay'
      ? // Five of seven days are worked: compared in calendar days, rounded down, so that only the certain is refused.
        Math.floor((promised.value * 7) / 5) > statutory.value
      : promised.value > Math.ceil((statutory.value * 7) / 5) + 10;

function limitFaults({ promisedLimit, statutoryLimit }: ItemBody): BodyFault[] {
  return promisedLimit && statutoryLimit && longer(promisedLimit, statutoryLimit)
    ? [{ path: '/promisedLimit', why: 'promisedLonger' }]
    : [];
}

function repeated(values: readonly string[], path: (index: number) => string): BodyFault[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    const again = seen.has(value);
    seen.add(value);
    return again ? [{ path: path(index), why: 'twice' as const, detail: value }] : [];
  });
}

function idFaults(body: ItemBody): BodyFault[] {
  const names = Object.keys(body.form.properties);
  return [
    ...repeated(
      body.materials.map(({ id }) => id),
      (i) => `/materials/${i}/id`,
    ),
    // Situations and fields are asked for under one roof: an id of one is no name of the other.
    ...repeated([...names, ...body.situations.map(({ id }) => id)], (i) => `/situations/${i - names.length}/id`),
    ...body.situations.flatMap(({ options }, i) =>
      repeated(
        options.map(({ id }) => id),
        (j) => `/situations/${i}/options/${j}/id`,
      ),
    ),
    ...[...names, ...body.situations.map(({ id }) => id)]
      .filter((name) => name in {})
      .map((name) => ({ path: `/form/properties/${name}`, why: 'reserved' as const, detail: name })),
    ...(body.form.required ?? [])
      .filter((name) => !Object.hasOwn(body.form.properties, name))
      .map((name) => ({ path: '/form/required', why: 'requiredUnknown' as const, detail: name })),
  ];
}

function fieldFaults(body: ItemBody): BodyFault[] {
  return Object.entries(body.form.properties).flatMap(([name, field]) => {
    const path = `/form/properties/${name}`;
    const faults: BodyFault[] = [];
    if (field.pattern !== undefined) {
      const fault = field.type === 'string' ? patternFault(field.pattern) : 'syntax';
      if (fault) faults.push({ path: `${path}/pattern`, why: fault === 'slow' ? 'patternSlow' : 'pattern' });
    }
    if (!optionsFit(field)) faults.push({ path, why: 'options' });
    for (const [least, most] of [
      [field.minimum, field.maximum],
      [field.minLength, field.maxLength],
      [field.minItems, field.maxItems],
    ])
      if (least !== undefined && most !== undefined && least > most) faults.push({ path, why: 'range' });
    return faults;
  });
}

/** A choice has options, each once, in as many languages as it says; a list is a list of choices. */
function optionsFit(field: Field): boolean {
  const options = field.type === 'array' ? field.items?.enum : field.enum;
  const isChoice = field.type === 'array' || ['select', 'radio', 'checkboxes'].includes(field['x-widget'] ?? '');
  if (isChoice && field.type !== 'boolean' && !options) return false;
  if (options && field.type !== 'array' && field.type !== 'string') return false;
  if (options && new Set(options).size !== options.length) return false;
  return field['x-enumEn'] === undefined || field['x-enumEn'].length === options?.length;
}

function whenFaults(body: ItemBody): BodyFault[] {
  const conditions = conditionsOf(body);
  const faults: BodyFault[] = [];
  const check = (when: When | undefined, path: string): void => {
    for (const [key, wanted] of Object.entries(when ?? {})) {
      if (!conditions.has(key)) faults.push({ path: `${path}/${key}`, why: 'whenUnknown', detail: key });
      else
        for (const one of wanted)
          if (!canBe(body, key, one)) faults.push({ path: `${path}/${key}`, why: 'whenOption', detail: one });
    }
  };
  body.situations.forEach(({ when }, i) => check(when, `/situations/${i}/when`));
  body.materials.forEach(({ when }, i) => check(when, `/materials/${i}/when`));
  for (const [name, field] of Object.entries(body.form.properties))
    check(field['x-when'], `/form/properties/${name}/x-when`);

  for (const key of conditions.keys())
    if (leadsTo(key, key, conditions, new Set())) faults.push({ path: '/form', why: 'whenCycle', detail: key });
  return faults;
}

/** Whether the answer to a situation or field can be this. Free texts can be anything. */
function canBe(body: ItemBody, key: string, answer: string): boolean {
  const situation = body.situations.find(({ id }) => id === key);
  if (situation) return situation.options.some(({ id }) => id === answer);
  const field = body.form.properties[key]!;
  if (field.type === 'boolean') return answer === 'true' || answer === 'false';
  const options = field.enum ?? field.items?.enum;
  return options === undefined || options.includes(answer);
}

/** Whether the condition of `from` hangs, over any number of steps, on the answer to `to`. */
function leadsTo(
  from: string,
  to: string,
  conditions: ReadonlyMap<string, When | undefined>,
  seen: Set<string>,
): boolean {
  for (const key of Object.keys(conditions.get(from) ?? {})) {
    if (key === to) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    if (leadsTo(key, to, conditions, seen)) return true;
  }
  return false;
}
