/**
 * A life event (一件事): several items as one form and one set of materials. What the service office edits and publishes; versions are
 * never changed, and a matter keeps the one that it was applied for by.
 */
import { Type, type Static } from 'typebox';
import { Limit, Situation, When } from '#modules/catalogue/contract';
import { closed, Id, oneOf } from '#platform/contract';

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const MemberKey = Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,19}$' });
const FieldKey = Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9]{0,39}$' });

/** What a refusal does to the others (联办规则). Shown wherever it counts; see `matter.ts` for what each one means. */
export const policies = [
  'allMustAgree', // 全部同意
  'firstRefusalStops', // 一项不予即停
  'collectAll', // 各自办理、汇总意见
] as const;
export type Policy = (typeof policies)[number];

/** One item of the event. */
export const Member = closed({
  key: MemberKey,
  itemId: Id,
  /** Members whose results this one needs: it is opened when all of them are granted. */
  after: Type.Array(MemberKey, { maxItems: 19, uniqueItems: true }),
  /** Asked for only with these answers to the event's questions. */
  when: Type.Optional(When),
});

/** One question of the one form, and which questions of the members it answers: fields of their forms, or situations. */
export const Ask = closed({
  key: FieldKey,
  title: Type.Optional(words(100)),
  titleEn: Type.Optional(words(200)),
  of: Type.Array(closed({ member: MemberKey, name: words(64) }), { minItems: 1, maxItems: 20 }),
});

/** One material that is handed in once, and which materials of the members it is. */
export const OneMaterial = closed({
  key: words(64),
  of: Type.Array(closed({ member: MemberKey, material: words(64) }), { minItems: 1, maxItems: 20 }),
});

/** What the event answers by itself: starting a company is never a change of one. */
export const FixedAnswer = closed({
  member: MemberKey,
  name: words(64),
  value: Type.Union([words(200), Type.Boolean(), Type.Integer()]),
});

/** A material that is the result of another member: nobody brings it. */
export const ResultAsMaterial = closed({ member: MemberKey, material: words(64), from: MemberKey });

/** A department whose opinion a part needs (征求意见), with the working days that it has. */
export const Consulted = closed({
  member: MemberKey,
  departmentId: Id,
  days: Type.Integer({ minimum: 1, maximum: 60 }),
  /** Whether its silence is consent, where that differs from the event. */
  silenceIsConsent: Type.Optional(Type.Boolean()),
});

export const LifeEventBody = closed({
  /** What a resident would say: 开办企业. */
  name: words(100),
  nameEn: Type.Optional(words(200)),
  synonyms: Type.Array(words(60), { maxItems: 60 }),
  about: Type.Optional(words(500)),
  aboutEn: Type.Optional(words(800)),
  topics: Type.Array(words(30), { maxItems: 10 }),
  /** Answers for the whole (牵头部门). */
  leadDepartmentId: Id,
  policy: oneOf(...policies),
  /** Whether a consulted department that says nothing in its time has agreed (逾期未答复视为同意). */
  silenceIsConsent: Type.Boolean(),
  /** What is promised for the whole; at most what the law allows for joint handling. */
  promisedLimit: Type.Optional(Limit),
  questions: Type.Array(Situation, { maxItems: 10 }),
  members: Type.Array(Member, { minItems: 1, maxItems: 20 }),
  asks: Type.Array(Ask, { maxItems: 200 }),
  materials: Type.Array(OneMaterial, { maxItems: 80 }),
  fixed: Type.Array(FixedAnswer, { maxItems: 100 }),
  results: Type.Array(ResultAsMaterial, { maxItems: 60 }),
  /** Departments that are asked about a part before it is granted. */
  consulted: Type.Optional(Type.Array(Consulted, { maxItems: 40 })),
});
export type LifeEventBody = Static<typeof LifeEventBody>;
export type Member = Static<typeof Member>;
export type Ask = Static<typeof Ask>;
