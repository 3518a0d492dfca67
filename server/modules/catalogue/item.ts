/**
 * The shape of a service item (事项): everything that a guide page, an intake form and a clock need to know.
 *
 * What a guide holds follows DB33/T 2036.1-2017 appendix A; codes follow GB/T 39554.1-2020 but are validated softly,
 * because implementing codes in use have 29 to 55 characters with hyphens and must be kept exactly as they came.
 */
import { Type, type Static } from 'typebox';
import { closed, oneOf } from '#platform/contract';
import { certificates, trustLevels } from './certificates.ts';

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength });

/** Kinds of items (事项类型). `publicService` and `otherPower` are the ones without a licensing procedure. */
export const itemKinds = [
  'licence', // 行政许可
  'confirmation', // 行政确认
  'payment', // 行政给付
  'reward', // 行政奖励
  'ruling', // 行政裁决
  'levy', // 行政征收
  'penalty', // 行政处罚
  'otherPower', // 其他行政权力
  'publicService', // 公共服务
] as const;

/** Levels of government at which an item is exercised (行使层级). */
export const itemLevels = ['state', 'province', 'city', 'district', 'town', 'village'] as const;

/** A limit of time. `workingDay` leaves out days off (行政许可法 art. 82); `calendarDay` counts each day. */
export const Limit = Type.Object(
  {
    value: Type.Integer({ minimum: 0, maximum: 400 }),
    unit: Type.Union([Type.Literal('workingDay'), Type.Literal('calendarDay')]),
  },
  { additionalProperties: false },
);

/**
 * When a material or a field is asked for: every named situation or field must have one of the listed answers.
 * Absent means always. Keys are ids of situations, or names of form fields.
 */
export const When = Type.Record(
  Type.String({ maxLength: 64 }),
  Type.Array(Type.String({ maxLength: 64 }), { minItems: 1, maxItems: 30 }),
);

/** 情形: a question whose answer chooses materials and fields. */
export const Situation = Type.Object(
  {
    id: words(64),
    question: words(200),
    questionEn: Type.Optional(words(300)),
    options: Type.Array(
      Type.Object(
        { id: words(64), label: words(100), labelEn: Type.Optional(words(200)) },
        { additionalProperties: false },
      ),
      { minItems: 2, maxItems: 20 },
    ),
    /** Asked only in these situations. */
    when: Type.Optional(When),
  },
  { additionalProperties: false },
);

/** What of the applicant's locker meets a material (免提交): certificates of these kinds, or results of these items. */
export const MetBy = closed({
  kinds: Type.Array(oneOf(...certificates), { maxItems: 12, uniqueItems: true }),
  /** Codes of items, their own or the base code, whose results meet it. */
  resultsOf: Type.Optional(Type.Array(words(80), { maxItems: 12, uniqueItems: true })),
  /** What is trusted less does not serve. */
  leastTrust: oneOf(...trustLevels),
});

/** 申请材料: one thing that the applicant hands in, or that the office fetches itself. */
export const Material = Type.Object(
  {
    id: words(64),
    name: words(200),
    nameEn: Type.Optional(words(300)),
    /** original 原件, copy 复印件, electronic 电子件, originalAndCopy 原件核验并留复印件. */
    form: oneOf('original', 'copy', 'electronic', 'originalAndCopy'),
    copies: Type.Integer({ minimum: 0, maximum: 20 }),
    /** Where it comes from: applicant 申请人自备, government 政府部门核发, thirdParty 中介或其他机构出具, shared 数据共享免提交. */
    source: oneOf('applicant', 'government', 'thirdParty', 'shared'),
    sourceNote: Type.Optional(words(200)),
    /** must 必须, tolerable 可容缺, byPromise 可告知承诺, optional 可选. */
    requirement: oneOf('must', 'tolerable', 'byPromise', 'optional'),
    /** What must be on it or how it is to be filled in. */
    note: Type.Optional(words(500)),
    /** A filled-in example (样本): where it lies, as an address, or what it says. */
    sample: Type.Optional(words(500)),
    /**
     * What is read out of its photo: the kind of document, and which field of the form is filled from which field of the document. Kinds and
     * fields that the reader does not know are passed over.
     */
    reads: Type.Optional(
      Type.Object(
        {
          kind: words(40),
          fills: Type.Optional(Type.Record(Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9]{0,39}$' }), words(40))),
        },
        { additionalProperties: false },
      ),
    ),
    metBy: Type.Optional(MetBy),
    when: Type.Optional(When),
  },
  { additionalProperties: false },
);

/** What a field is drawn as, where its JSON type alone does not say it. */
export const widgets = [
  'text',
  'textarea',
  'date',
  'select',
  'radio',
  'checkboxes',
  'idNumber',
  'creditCode',
  'phone',
  'address',
  'money',
  'area',
  'email',
] as const;

/** One field of the application form; a part of a JSON Schema (2020-12). Money is in fen, areas in whole square metres. */
export const Field = Type.Object(
  {
    type: oneOf('string', 'integer', 'boolean', 'array'),
    title: words(100),
    titleEn: Type.Optional(words(200)),
    description: Type.Optional(words(300)),
    descriptionEn: Type.Optional(words(400)),
    'x-widget': Type.Optional(oneOf(...widgets)),
    'x-when': Type.Optional(When),
    /** Filled in from the applicant's own record: name, idNumber, phone, address, organisationName, creditCode. */
    'x-from': Type.Optional(words(40)),
    enum: Type.Optional(Type.Array(words(100), { minItems: 1, maxItems: 200 })),
    'x-enumEn': Type.Optional(Type.Array(words(200), { minItems: 1, maxItems: 200 })),
    items: Type.Optional(
      Type.Object(
        { type: Type.Literal('string'), enum: Type.Array(words(100), { minItems: 1, maxItems: 200 }) },
        { additionalProperties: false },
      ),
    ),
    format: Type.Optional(Type.Union([Type.Literal('date'), Type.Literal('email')])),
    pattern: Type.Optional(words(200)),
    minLength: Type.Optional(Type.Integer({ minimum: 0 })),
    maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000 })),
    minimum: Type.Optional(Type.Integer()),
    maximum: Type.Optional(Type.Integer()),
    minItems: Type.Optional(Type.Integer({ minimum: 0 })),
    maxItems: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  { additionalProperties: false },
);

/** The application form: a flat JSON Schema object whose properties are drawn in their order. */
export const Form = Type.Object(
  {
    type: Type.Literal('object'),
    properties: Type.Record(Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9]{0,39}$' }), Field),
    required: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 200 })),
  },
  { additionalProperties: false },
);

/** A fee (收费). Amounts in fen; `amountFen` absent means that it is worked out case by case. */
export const Fee = Type.Object(
  {
    name: words(100),
    nameEn: Type.Optional(words(300)),
    amountFen: Type.Optional(Type.Integer({ minimum: 0 })),
    basis: words(300),
    note: Type.Optional(words(300)),
  },
  { additionalProperties: false },
);

/** A legal basis (设定依据、实施依据): the law by its name, the article by its number, and its words if they were looked up. */
export const Basis = Type.Object(
  { law: words(200), article: Type.Optional(words(60)), text: Type.Optional(words(2000)) },
  { additionalProperties: false },
);

/** Everything of an item that may change from version to version. */
export const ItemBody = Type.Object(
  {
    /** Legal name (事项名称). */
    name: words(300),
    /** What a resident would say (通俗名): 孩子上户口. */
    plainName: Type.Optional(words(100)),
    nameEn: Type.Optional(words(300)),
    plainNameEn: Type.Optional(words(200)),
    synonyms: Type.Array(words(60), { maxItems: 60 }),
    kind: oneOf(...itemKinds),
    level: oneOf(...itemLevels),
    /** 一件事 and life events that this item is a step of, in citizens' words: 出生, 开店, 买房. */
    topics: Type.Array(words(30), { maxItems: 20 }),
    /** 即办件: decided at once, on one screen. Otherwise 承诺件, with a promised limit. */
    immediate: Type.Boolean(),
    statutoryLimit: Type.Optional(Limit),
    promisedLimit: Type.Optional(Limit),
    /** How often the applicant has to come (到现场次数). */
    visits: Type.Integer({ minimum: 0, maximum: 9 }),
    applicants: Type.Array(Type.Union([Type.Literal('person'), Type.Literal('organisation')]), {
      minItems: 1,
      maxItems: 2,
    }),
    conditions: Type.Array(words(500), { maxItems: 40 }),
    situations: Type.Array(Situation, { maxItems: 20 }),
    materials: Type.Array(Material, { maxItems: 60 }),
    form: Form,
    fees: Type.Array(Fee, { maxItems: 20 }),
    basis: Type.Array(Basis, { maxItems: 40 }),
    /** What the applicant gets in the end, and how. */
    result: Type.Optional(
      Type.Object(
        {
          name: words(200),
          nameEn: Type.Optional(words(300)),
          /** certificate 证照, approval 批文, proof 证明, record 备案/登记, none 无. */
          kind: oneOf('certificate', 'approval', 'proof', 'record', 'none'),
          /** The certificate that it is, in the coded list; without it the result serves by the code of its item alone. */
          certificate: Type.Optional(oneOf(...certificates)),
          validMonths: Type.Optional(Type.Integer({ minimum: 1 })),
          deliveries: Type.Array(oneOf('collected', 'posted', 'electronic'), { minItems: 1, maxItems: 3 }),
        },
        { additionalProperties: false },
      ),
    ),
    /** 延续: what is asked for is that a licence goes on (行政许可法 art. 50). */
    renewal: Type.Optional(
      Type.Object(
        {
          /** The field of the form that holds the last day of the licence: without a decision by then it counts as granted. */
          expiryField: words(40),
          /** How long before that day it is asked for, where a special rule says otherwise than the law's 30 days. */
          askBefore: Type.Optional(Limit),
        },
        { additionalProperties: false },
      ),
    ),
    /** 容缺受理: until when a tolerable material follows, and what follows if it does not. */
    tolerance: Type.Optional(
      Type.Object(
        {
          cureWithin: Limit,
          /** withhold 补齐前不颁发, revoke 逾期撤销, record 记入承诺记录. */
          consequences: Type.Array(oneOf('withhold', 'revoke', 'record'), { minItems: 1, maxItems: 3 }),
          /** For so many months no new undertaking is taken from whoever broke one; 0: none is barred. */
          barMonths: Type.Integer({ minimum: 0, maximum: 60 }),
        },
        { additionalProperties: false },
      ),
    ),
    /** 告知承诺: which share of the promises is checked afterwards, and until when. */
    promise: Type.Optional(
      Type.Object(
        {
          /** Of a hundred. */
          checkShare: Type.Integer({ minimum: 0, maximum: 100 }),
          checkWithin: Limit,
          consequences: Type.Array(oneOf('revoke', 'record'), { minItems: 1, maxItems: 2 }),
          barMonths: Type.Integer({ minimum: 0, maximum: 60 }),
        },
        { additionalProperties: false },
      ),
    ),
    /** 自助机可办: few questions that a finger answers, and nothing to bring that is not in the locker; see `kioskFaults`. */
    atKiosk: Type.Optional(Type.Boolean()),
    procedure: Type.Array(words(300), { maxItems: 20 }),
    telephone: Type.Optional(words(60)),
    complaintTelephone: Type.Optional(words(60)),
    /** False for an item of which only name and code are known: it can be taken in, and is shown as not verified (未核实). */
    verified: Type.Boolean(),
  },
  { additionalProperties: false },
);

export type Limit = Static<typeof Limit>;
export type When = Static<typeof When>;
export type Situation = Static<typeof Situation>;
export type MetBy = Static<typeof MetBy>;
export type Material = Static<typeof Material>;
export type Field = Static<typeof Field>;
export type Form = Static<typeof Form>;
export type ItemBody = Static<typeof ItemBody>;
