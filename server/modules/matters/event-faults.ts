/** What is wrong with a life event beyond its shape. Pure. An event is published only without faults. */
import type { ItemBody, When } from '#modules/catalogue/contract';
import type { BodyOf } from './merge.ts';
import { mergeFields } from './merge.ts';
import type { LifeEventBody } from './life-event.ts';
import { allBefore, findCircle } from './order.ts';
import { likeness, likenessOfOptions } from './propose.ts';

export const faultKinds = [
  'itemTwice', // one item as two members
  'tooFewMembers', // one item is no life event
  'circle', // members wait for each other
  'memberTwice',
  'unknownMember', // something names a member that is not there
  'unknownItem', // the item has no version in force
  'unknownDepartment',
  'consultedUnknown', // a consulted department that is not there
  'consultedTwice', // one department asked twice about one part
  'unknownQuestion', // a condition names no question of the event, or an answer that cannot be given
  'unknownName', // a member's item has no such question or material
  'keyTwice', // two questions or materials under one key
  'mappedTwice', // one question or material of a member in two places
  'unmappedRequired', // a required question of a member that nobody is asked
  'unmappedMaterial',
  'conflictingTypes', // one answer cannot serve both
  'conflictingRange', // no value satisfies both
  'conflictingOptions',
  'noCommonApplicant',
  'resultNotBefore', // a result of a member that is not granted before
  'resultNotShareable', // the item takes this material from the applicant only
  'limitTooLong', // longer than the law allows for joint handling (行政许可法 art. 42)
] as const;
export type FaultKind = (typeof faultKinds)[number];
export interface EventFault {
  why: FaultKind;
  /** Where, as a pointer into the body. */
  path: string;
  /** The names that are meant: the circle in its order, the member and its question. */
  names: string[];
}

interface Known {
  bodyOf: BodyOf;
  /** The longest that the law allows for the whole, in working days. */
  atMost: number;
  isDepartment: (id: string) => boolean;
}

/** All faults; an empty list means that the event can be published. */
export function eventFaults(event: LifeEventBody, known: Known): EventFault[] {
  const faults: EventFault[] = [];
  const fault = (why: FaultKind, path: string, ...names: string[]): void => void faults.push({ why, path, names });
  if (event.members.length < 2) fault('tooFewMembers', '/members');
  for (const [at, { itemId, key }] of event.members.entries())
    if (event.members.findIndex((one) => one.itemId === itemId) !== at) fault('itemTwice', `/members/${at}`, key);
  const circle = findCircle(event.members);
  if (circle) fault('circle', '/members', ...circle);
  if (!known.isDepartment(event.leadDepartmentId)) fault('unknownDepartment', '/leadDepartmentId');
  for (const [at, { member, departmentId }] of (event.consulted ?? []).entries()) {
    const path = `/consulted/${at}`;
    if (!event.members.some(({ key }) => key === member)) fault('unknownMember', path, member);
    if (!known.isDepartment(departmentId)) fault('consultedUnknown', path, member);
    const twin = event.consulted!.findIndex((one) => one.member === member && one.departmentId === departmentId);
    if (twin !== at) fault('consultedTwice', path, member);
  }
  if (event.promisedLimit && event.promisedLimit.value > known.atMost)
    fault('limitTooLong', '/promisedLimit', String(known.atMost));
  memberFaults(event, known, fault);
  mappingFaults(event, known.bodyOf, fault);
  if (!circle) resultFaults(event, known.bodyOf, fault);
  return faults;
}

type Tell = (why: FaultKind, path: string, ...names: string[]) => void;

function memberFaults(event: LifeEventBody, { bodyOf }: Known, fault: Tell): void {
  const keys = event.members.map(({ key }) => key);
  const bodies: ItemBody[] = [];
  for (const [at, { key, after, when }] of event.members.entries()) {
    const path = `/members/${at}`;
    if (keys.indexOf(key) !== at) fault('memberTwice', path, key);
    for (const before of after) if (!keys.includes(before)) fault('unknownMember', `${path}/after`, before);
    const body = bodyOf(key);
    if (body) bodies.push(body);
    else fault('unknownItem', path, key);
    questionFaults(event, when, `${path}/when`, fault);
  }
  for (const [at, { when }] of event.questions.entries()) questionFaults(event, when, `/questions/${at}/when`, fault);
  const common = (['person', 'organisation'] as const).some((kind) =>
    bodies.every((body) => body.applicants.includes(kind)),
  );
  if (!common) fault('noCommonApplicant', '/members');
}

function questionFaults(event: LifeEventBody, when: When | undefined, path: string, fault: Tell): void {
  for (const [id, wanted] of Object.entries(when ?? {})) {
    const options = event.questions.find((question) => question.id === id)?.options.map((option) => option.id);
    for (const one of wanted) if (!options?.includes(one)) fault('unknownQuestion', path, id, one);
  }
}

const twice = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
];

function mappingFaults(event: LifeEventBody, bodyOf: BodyOf, fault: Tell): void {
  const isMember = new Set(event.members.map(({ key }) => key));
  for (const key of twice(event.asks.map((ask) => ask.key))) fault('keyTwice', '/asks', key);
  for (const key of twice(event.materials.map((one) => one.key))) fault('keyTwice', '/materials', key);
  const names = [...event.asks.flatMap(({ of }) => of), ...event.fixed].map(({ member, name }) => `${member}.${name}`);
  for (const name of twice(names)) fault('mappedTwice', '/asks', name);
  const materials = [...event.materials.flatMap(({ of }) => of), ...event.results].map(
    ({ member, material }) => `${member}.${material}`,
  );
  for (const name of twice(materials)) fault('mappedTwice', '/materials', name);
  for (const [at, ask] of event.asks.entries()) {
    const path = `/asks/${at}`;
    for (const { member, name } of ask.of)
      if (!hasName(bodyOf(member), name) && (bodyOf(member) || !isMember.has(member)))
        fault(isMember.has(member) ? 'unknownName' : 'unknownMember', path, member, name);
    askConflicts(event, bodyOf, at, fault);
  }
  for (const [at, { of }] of event.materials.entries())
    for (const { member, material } of of)
      if (!bodyOf(member)?.materials.some(({ id }) => id === material))
        fault(isMember.has(member) ? 'unknownName' : 'unknownMember', `/materials/${at}`, member, material);
  for (const [at, { member, name, value }] of event.fixed.entries()) {
    const body = bodyOf(member);
    if (!hasName(body, name))
      fault(isMember.has(member) ? 'unknownName' : 'unknownMember', `/fixed/${at}`, member, name);
    const options =
      body?.situations.find(({ id }) => id === name)?.options.map(({ id }) => id) ?? body?.form.properties[name]?.enum;
    if (options && !options.includes(String(value)))
      fault('conflictingOptions', `/fixed/${at}`, member, name, String(value));
  }
  unmapped(event, bodyOf, new Set(names), new Set(materials), fault);
}

const hasName = (body: ItemBody | undefined, name: string): boolean =>
  body !== undefined && (Object.hasOwn(body.form.properties, name) || body.situations.some(({ id }) => id === name));

/** Whether one answer can serve all questions of an ask. */
function askConflicts(event: LifeEventBody, bodyOf: BodyOf, at: number, fault: Tell): void {
  const ask = event.asks[at]!;
  const path = `/asks/${at}`;
  const called = ask.of.map(({ member, name }) => `${member}.${name}`);
  const situations = ask.of.flatMap(
    ({ member, name }) => bodyOf(member)?.situations.find(({ id }) => id === name) ?? [],
  );
  const fields = ask.of.flatMap(({ member, name }) => {
    const properties = bodyOf(member)?.form.properties ?? {};
    return Object.hasOwn(properties, name) ? properties[name]! : [];
  });
  if (situations.length > 0 && fields.length > 0) fault('conflictingTypes', path, ask.key, ...called);
  if (new Set(situations.map(({ options }) => likenessOfOptions(options))).size > 1)
    fault('conflictingOptions', path, ask.key, ...called);
  if (new Set(fields.map(likeness)).size > 1) fault('conflictingTypes', path, ask.key, ...called);
  else if (fields.length > 1) {
    const one = mergeFields(fields, ask);
    const empty = (least: number | undefined, most: number | undefined): boolean =>
      least !== undefined && most !== undefined && least > most;
    if (empty(one.minLength, one.maxLength) || empty(one.minimum, one.maximum) || empty(one.minItems, one.maxItems))
      fault('conflictingRange', path, ask.key, ...called);
  }
}

/** Required questions and materials of members that the one form leaves out. */
function unmapped(
  event: LifeEventBody,
  bodyOf: BodyOf,
  names: ReadonlySet<string>,
  materials: ReadonlySet<string>,
  fault: Tell,
): void {
  const canComeUp = (member: string, when: When | undefined): boolean =>
    Object.entries(when ?? {}).every(([name, wanted]) => {
      const fixed = event.fixed.find((one) => one.member === member && one.name === name);
      return fixed === undefined || wanted.includes(String(fixed.value));
    });
  for (const [at, { key: member }] of event.members.entries()) {
    const body = bodyOf(member);
    if (!body) continue;
    for (const { id, question, when } of body.situations)
      if (!names.has(`${member}.${id}`) && canComeUp(member, when))
        fault('unmappedRequired', `/members/${at}`, member, id, question);
    for (const [name, field] of Object.entries(body.form.properties))
      if (body.form.required?.includes(name) && !names.has(`${member}.${name}`) && canComeUp(member, field['x-when']))
        fault('unmappedRequired', `/members/${at}`, member, name, field.title);
    for (const { id, name, source, requirement, when } of body.materials) {
      const comes = id === 'form' || source === 'shared' || requirement === 'optional';
      if (!comes && !materials.has(`${member}.${id}`) && canComeUp(member, when))
        fault('unmappedMaterial', `/members/${at}`, member, id, name);
    }
  }
}

function resultFaults(event: LifeEventBody, bodyOf: BodyOf, fault: Tell): void {
  for (const [at, { member, material, from }] of event.results.entries()) {
    const path = `/results/${at}`;
    const found = bodyOf(member)?.materials.find(({ id }) => id === material);
    if (!found) fault('unknownName', path, member, material);
    else if (found.source !== 'shared' && found.source !== 'government')
      fault('resultNotShareable', path, member, material, found.name);
    if (!allBefore(event.members, member).has(from)) fault('resultNotBefore', path, member, from);
  }
}
