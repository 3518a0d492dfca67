/**
 * One form out of many: the forms of the members as the form of one item, and the answers and materials to it divided again. Pure and
 * without Node: the browser draws what the server checks. What is mapped is explicit; `propose.ts` makes the first suggestion.
 */
import {
  askedMaterials,
  isAsked,
  type Field,
  type ItemBody,
  type Material,
  type Situation,
  type When,
} from '#modules/catalogue/contract';
import type { HandedIn } from '#modules/cases/contract';
import type { Ask, LifeEventBody, Member } from './life-event.ts';

/** The bodies of the members' items by the members' keys. */
export type BodyOf = (member: string) => ItemBody | undefined;

/** The members that these answers to the event's questions ask for. */
export const chosenMembers = (event: LifeEventBody, answers: Record<string, string>): Member[] =>
  event.members.filter(({ when }) => isAsked(when, answers));

/** The questions of the event that are asked with these answers. */
export const askedQuestions = (event: LifeEventBody, answers: Record<string, string>): Situation[] =>
  event.questions.filter(({ when }) => isAsked(when, answers));

/** How a condition of a member reads in the one form: `never` when it cannot come up there, `always` when it always does. */
type Condition = When | 'always' | 'never';

/** Translates a condition of a member's item into the keys of the one form. */
function conditionIn(event: LifeEventBody, member: string, when: When | undefined): Condition {
  const translated: Record<string, string[]> = {};
  for (const [name, wanted] of Object.entries(when ?? {})) {
    const fixed = event.fixed.find((one) => one.member === member && one.name === name);
    if (fixed) {
      if (!wanted.includes(String(fixed.value))) return 'never';
      continue;
    }
    const ask = event.asks.find(({ of }) => of.some((one) => one.member === member && one.name === name));
    if (!ask) return 'never';
    translated[ask.key] = [...wanted];
  }
  return Object.keys(translated).length === 0 ? 'always' : translated;
}

/** One condition for several: the same one, or none at all, so that nobody's question is missed. */
function together(conditions: readonly Condition[]): Condition {
  const real = conditions.filter((condition) => condition !== 'never');
  if (real.length === 0) return 'never';
  const [first] = real;
  return real.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first! : 'always';
}

const largest = (numbers: readonly (number | undefined)[]): number | undefined => {
  const there = numbers.filter((number) => number !== undefined);
  return there.length > 0 ? Math.max(...there) : undefined;
};
const smallest = (numbers: readonly (number | undefined)[]): number | undefined => {
  const there = numbers.filter((number) => number !== undefined);
  return there.length > 0 ? Math.min(...there) : undefined;
};
const given = <T extends Record<string, unknown>>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** One field that satisfies all of these: what is narrowest in each of them. */
export function mergeFields(fields: readonly Field[], ask: Pick<Ask, 'title' | 'titleEn'>): Field {
  const { 'x-when': _, ...first } = fields[0]!;
  return {
    ...first,
    ...given({
      title: ask.title ?? first.title,
      titleEn: ask.titleEn ?? first.titleEn,
      'x-from': fields.find((field) => field['x-from'])?.['x-from'],
      'x-widget': fields.find((field) => field['x-widget'])?.['x-widget'],
      pattern: fields.find((field) => field.pattern)?.pattern,
      minLength: largest(fields.map((field) => field.minLength)),
      maxLength: smallest(fields.map((field) => field.maxLength)),
      minimum: largest(fields.map((field) => field.minimum)),
      maximum: smallest(fields.map((field) => field.maximum)),
      minItems: largest(fields.map((field) => field.minItems)),
      maxItems: smallest(fields.map((field) => field.maxItems)),
    }),
  } as Field;
}

const severity = ['optional', 'byPromise', 'tolerable', 'must'] as const;

/** One material for all of these: the strictest demand, the most copies. */
const mergeMaterials = (materials: readonly Material[], key: string): Material => {
  const { when: _, ...first } = materials[0]!;
  return {
    ...first,
    id: key,
    copies: Math.max(...materials.map(({ copies }) => copies)),
    // An office that takes it only as a file cannot be given paper; the others take a file as well.
    form:
      materials.find(({ form }) => form === 'electronic')?.form ??
      materials.find(({ form }) => form === 'original' || form === 'originalAndCopy')?.form ??
      first.form,
    requirement: severity[Math.max(...materials.map(({ requirement }) => severity.indexOf(requirement)))]!,
    // What one office fetches by itself and another does not has to come all the same.
    source: materials.find(({ source }) => source !== 'shared')?.source ?? 'shared',
  };
};

/** The one form as the body of an item, for the members that were chosen. */
export function mergedBody(event: LifeEventBody, bodyOf: BodyOf, chosen: readonly Pick<Member, 'key'>[]): ItemBody {
  const keys = new Set(chosen.map(({ key }) => key));
  const situations: Situation[] = [];
  const properties: Record<string, Field> = {};
  const required: string[] = [];
  for (const ask of event.asks) {
    const of = ask.of.filter(({ member }) => keys.has(member));
    const asSituation = of.flatMap(({ member, name }) => {
      const found = bodyOf(member)?.situations.find(({ id }) => id === name);
      return found ? [{ member, found }] : [];
    });
    if (asSituation.length > 0) {
      const when = together(asSituation.map(({ member, found }) => conditionIn(event, member, found.when)));
      if (when === 'never') continue;
      const { when: _, ...first } = asSituation[0]!.found;
      const said = {
        ...first,
        id: ask.key,
        ...given({ question: ask.title ?? first.question, questionEn: ask.titleEn ?? first.questionEn }),
      };
      situations.push({ ...said, ...(when === 'always' ? {} : { when }) } as Situation);
      continue;
    }
    const asField = of.flatMap(({ member, name }) => {
      const form = bodyOf(member)?.form;
      const field = form && Object.hasOwn(form.properties, name) ? form.properties[name] : undefined;
      const condition = field && conditionIn(event, member, field['x-when']);
      if (!form || !field || !condition || condition === 'never') return [];
      return [{ field, condition, required: form.required?.includes(name) ?? false }];
    });
    if (asField.length === 0) continue;
    const when = together(asField.map(({ condition }) => condition));
    const field = mergeFields(
      asField.map((one) => one.field),
      ask,
    );
    properties[ask.key] = when === 'always' || when === 'never' ? field : { ...field, 'x-when': when };
    if (asField.some((one) => one.required)) required.push(ask.key);
  }
  const materials = event.materials.flatMap(({ key, of }): Material[] => {
    const found = of
      .filter(({ member }) => keys.has(member))
      .flatMap(({ member, material }) => {
        const one = bodyOf(member)?.materials.find(({ id }) => id === material);
        const condition = one && conditionIn(event, member, one.when);
        return one && condition && condition !== 'never' ? [{ one, condition }] : [];
      });
    if (found.length === 0) return [];
    const when = together(found.map(({ condition }) => condition));
    const merged = mergeMaterials(
      found.map(({ one }) => one),
      key,
    );
    return [when === 'always' || when === 'never' ? merged : { ...merged, when }];
  });
  const bodies = chosen.flatMap(({ key }) => bodyOf(key) ?? []);
  const applicants = (['person', 'organisation'] as const).filter((kind) =>
    bodies.every((body) => body.applicants.includes(kind)),
  );
  const deliveries = (['electronic', 'collected', 'posted'] as const).filter((way) =>
    bodies.some((body) => body.result?.deliveries.includes(way)),
  );
  return {
    name: event.name,
    ...(event.nameEn ? { nameEn: event.nameEn, plainNameEn: event.nameEn } : {}),
    synonyms: [],
    kind: 'publicService',
    level: 'district',
    topics: event.topics,
    immediate: false,
    visits: Math.max(0, ...bodies.map(({ visits }) => visits)),
    applicants,
    conditions: [],
    situations,
    materials,
    form: { type: 'object', properties, required },
    fees: bodies.flatMap(({ fees }) => fees),
    basis: [],
    procedure: [],
    ...(deliveries.length > 0 ? { result: { name: event.name, kind: 'none' as const, deliveries } } : {}),
    verified: bodies.every(({ verified }) => verified),
  };
}

/** What was filled in and handed in for the whole. */
export interface WholeContent {
  answers: Record<string, unknown>;
  situations: Record<string, string>;
  materials: readonly { materialId: string; how: HandedIn['how']; fileIds: string[] }[];
}
export interface PartContent {
  answers: Record<string, unknown>;
  situations: Record<string, string>;
  materials: { materialId: string; how: HandedIn['how']; fileIds: string[] }[];
}

/** The part of one member: its own questions and materials, and nothing of the others. */
export function partOf(event: LifeEventBody, member: string, body: ItemBody, whole: WholeContent): PartContent {
  const part: PartContent = { answers: {}, situations: {}, materials: [] };
  const put = (name: string, value: unknown): void => {
    if (value === undefined) return;
    if (body.situations.some(({ id }) => id === name)) part.situations[name] = String(value);
    else part.answers[name] = value;
  };
  const at = (key: string): unknown =>
    Object.hasOwn(whole.answers, key)
      ? whole.answers[key]
      : Object.hasOwn(whole.situations, key)
        ? whole.situations[key]
        : undefined;
  for (const { key, of } of event.asks) for (const one of of) if (one.member === member) put(one.name, at(key));
  for (const { member: of, name, value } of event.fixed) if (of === member) put(name, value);
  const asked = new Set(askedMaterials(body, { ...part.answers, ...part.situations }).map(({ id }) => id));
  for (const { key, of } of event.materials) {
    const handed = whole.materials.find(({ materialId }) => materialId === key);
    for (const one of of) {
      if (!handed || one.member !== member || !asked.has(one.material)) continue;
      const own = body.materials.find(({ id }) => id === one.material);
      // What follows later for an office that needs it is simply not there for one that does not.
      const how =
        own?.requirement === 'optional' && handed.fileIds.length === 0 && handed.how !== 'paper'
          ? 'missing'
          : handed.how;
      part.materials.push({ how, materialId: one.material, fileIds: [...handed.fileIds] });
    }
  }
  for (const result of event.results)
    if (result.member === member && asked.has(result.material))
      part.materials.push({ materialId: result.material, how: 'shared', fileIds: [] });
  return part;
}

/** The key of the one form under which a member's question or material is asked. */
export const keyOfName = (event: LifeEventBody, member: string, name: string): string | undefined =>
  event.asks.find(({ of }) => of.some((one) => one.member === member && one.name === name))?.key;
export const keyOfMaterial = (event: LifeEventBody, member: string, material: string): string | undefined =>
  event.materials.find(({ of }) => of.some((one) => one.member === member && one.material === material))?.key;
