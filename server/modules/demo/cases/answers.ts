/**
 * What applicants answer: for each item the questions are looked through once, and each gets a way to draw an answer that its
 * form accepts, from the applicant's own record where the form says so.
 */
import { isAsked } from '#modules/catalogue';
import type { Field, ItemBody, Material, When } from '#modules/catalogue/contract';
import { addDays } from '#modules/deadlines';
import type { Company, People, Resident } from '../district/people.ts';
import { chineseName, names } from '../names.ts';
import { weighted, type Random } from '#platform/random';
import { readDemo } from '../read-demo.ts';

/** For whom an application is made and who acts. */
export interface Applicant {
  /** The natural person for whom it is made; null for a business. */
  person: Resident | null;
  company: Company | null;
  /** Who acts for another; null for oneself. */
  agent: Resident | null;
}
interface Asking extends Applicant {
  random: Random;
  day: string;
  people: People;
  /** Answers that are not drawn: those of a story. */
  given?: Record<string, unknown>;
}
type Draw = (asking: Asking) => unknown;

interface Asked {
  situations: {
    id: string;
    when: When | undefined;
    options: ItemBody['situations'][number]['options'];
    choose: (random: Random) => string;
    agent: boolean;
  }[];
  fields: { name: string; when: When | undefined; required: boolean; draw: Draw }[];
  materials: readonly Material[];
}
export interface Answered {
  answers: Record<string, unknown>;
  situations: Record<string, string>;
  materials: Material[];
}

const phrases = readDemo<{ title: string; from: string[] }[]>('answers.json').map(({ title, from }) => ({
  title: new RegExp(title, 'u'),
  from,
}));

/** Who speaks: the applicant, or for a business the one who acts. */
const speaker = ({ person, agent, company }: Asking): Resident => person ?? agent ?? company!.actors[0]!;

const fromRecord: Record<string, Draw> = {
  name: (asking) => speaker(asking).name,
  idNumber: (asking) => speaker(asking).idNumber,
  phone: (asking) => speaker(asking).phone,
  address: (asking) => asking.company?.address ?? speaker(asking).address,
  organisationName: ({ company }) => company?.name,
  creditCode: ({ company }) => company?.creditCode,
};

const sayings: Record<string, (asking: Asking, argument: string) => string> = {
  brand: ({ random }) => random.pick(names.brands),
  company: ({ random, people }) => random.pick(people.companies).name,
  person: ({ random }) => chineseName(random, random.chance(0.5) ? 'female' : 'male', random.whole(1960, 2002)),
  male: ({ random }) => chineseName(random, 'male', random.whole(1985, 2002)),
  female: ({ random }) => chineseName(random, 'female', random.whole(1985, 2002)),
  child: ({ random, person }) =>
    (person?.name.slice(0, 1) ?? '') + chineseName(random, random.chance(0.5) ? 'female' : 'male', 2020).slice(1),
  digits: ({ random }, count) => Array.from({ length: Number(count) }, () => random.whole(0, 9)).join(''),
};

const cut = (text: string, { maxLength }: Field): string =>
  maxLength === undefined ? text : Array.from(text).slice(0, maxLength).join('');

/** A text by what its title asks for. */
function textOf(field: Field): Draw {
  const { from } = phrases.find(({ title }) => title.test(field.title))!;
  return (asking) => {
    const said = asking.random
      .pick(from)
      .replace(/@([a-z]+)(?::(\d+))?/g, (_, name: string, argument: string) => sayings[name]!(asking, argument));
    return cut(said.padEnd(field.minLength ?? 0, '1'), field);
  };
}

const yearsAhead = /至$|截止|届满|有效期|期限至|结束|撤除|竣工|完工/;
const past = /出生|丢失|事故|离职|生育|免疫|入伍|退役|领证|开始居住|决议|公示|抢修|什么时候开始/;

function dateOf({ title }: Field): Draw {
  if (/预产期/.test(title)) return ({ random, day }) => addDays(day, random.whole(20, 200));
  // Whoever is old enough for an allowance gives their own; the young ones that of a child.
  if (/出生日期/.test(title))
    return (asking) => {
      const { bornOn } = speaker(asking);
      const drawn = addDays(asking.day, -asking.random.whole(3, 80) * 30);
      return bornOn && Number(asking.day.slice(0, 4)) - Number(bornOn.slice(0, 4)) >= 60 ? bornOn : drawn;
    };
  if (past.test(title)) return ({ random, day }) => addDays(day, -random.whole(3, 240));
  if (yearsAhead.test(title)) return ({ random, day }) => addDays(day, random.whole(60, 720));
  return ({ random, day }) => addDays(day, random.whole(5, 50));
}

/** Yuan by what is asked, drawn so that small amounts are more frequent than large ones. */
const amounts: [RegExp, least: number, most: number][] = [
  [/月收入|月租金/, 1_500, 9_000],
  [/年收入/, 20_000, 90_000],
  [/票价/, 80, 1_280],
  [/成交|担保|合同价格|总投资/, 600_000, 6_000_000],
  [/注册资本|资金/, 100_000, 5_000_000],
  [/./, 1_000, 90_000],
];
const quantities: [RegExp, least: number, most: number][] = [
  [/座|床位|牙椅/, 0, 80],
  [/观众|招生/, 60, 900],
  [/长度|千瓦/, 10, 400],
  [/井深|胸径/, 10, 60],
  [/取水量/, 500, 20_000],
  [/人口|家庭成员|人数|股东|个数|场次|车辆|数量|分支|排放口|随迁/, 1, 6],
  [/./, 1, 40],
];

function integerOf(field: Field): Draw {
  const widget = field['x-widget'];
  const within = (table: [RegExp, number, number][]) => table.find(([title]) => title.test(field.title))!;
  const [, least, most] = widget === 'area' ? [null, 15, 420] : within(widget === 'money' ? amounts : quantities);
  return ({ random }) => {
    const drawn = least * (most / Math.max(1, least)) ** random.next();
    const value = widget === 'money' ? Math.round(drawn / 100) * 100 * 100 || least * 100 : Math.round(drawn);
    return Math.min(field.maximum ?? Infinity, Math.max(field.minimum ?? -Infinity, value));
  };
}

function placeOf(field: Field): Draw {
  return (asking) => {
    const near = asking.company ?? speaker(asking);
    const { random } = asking;
    return cut(
      random.chance(0.4)
        ? near.address
        : `云溪区${near.town.name}${random.pick(near.town.streets)}${random.whole(1, 400)}号`,
      field,
    );
  };
}

function drawOf(field: Field): Draw {
  if (field.enum) {
    const choose = weighted(field.enum.map((word, i) => [word, 1 / (i + 1)] as const));
    return ({ random }) => choose(random);
  }
  if (field.type === 'boolean') return ({ random }) => random.chance(0.5);
  if (field.type === 'array') {
    const options = field.items!.enum;
    const least = Math.max(1, field.minItems ?? 1);
    return ({ random }) =>
      random.some(options, Math.min(options.length, field.maxItems ?? 9, least + random.whole(0, 2)));
  }
  if (field.type === 'integer') return integerOf(field);
  switch (field['x-widget']) {
    case 'date':
      return dateOf(field);
    case 'idNumber':
      return ({ random, people }) => random.pick(people.residents).idNumber;
    case 'creditCode':
      return ({ random, people }) => random.pick(people.companies).creditCode;
    case 'phone':
      return ({ random, people }) => random.pick(people.residents).phone;
    case 'email':
      return ({ random }) => `${random.code(8)}@example.cn`;
    case 'address':
      return placeOf(field);
    default:
      return field.format === 'date' ? dateOf(field) : textOf(field);
  }
}

/** What the record does not say (a business name of somebody who has none) is answered like any other field. */
function recorded(field: Field): Draw {
  const own = field['x-from'] ? fromRecord[field['x-from']] : undefined;
  const other = drawOf(field);
  if (!own) return other;
  return (asking) => {
    const said = own(asking);
    return typeof said === 'string' ? cut(said, field) : other(asking);
  };
}

/** When a licence ends whose renewal is asked for: a few weeks after the last day on which it can be; now and then somebody comes late. */
function expiryOf({ askBefore = { value: 30, unit: 'calendarDay' } }: NonNullable<ItemBody['renewal']>): Draw {
  const least = askBefore.unit === 'workingDay' ? Math.ceil((askBefore.value * 7) / 5) + 3 : askBefore.value;
  return ({ random, day }) =>
    addDays(day, random.chance(0.93) ? least + random.whole(1, 55) : random.whole(6, least - 3));
}

/** Whether somebody has reached sixteen is no matter of chance where their day of birth is known. */
const ofAge = (options: readonly { id: string }[], { bornOn }: Resident, day: string): string | undefined =>
  bornOn && ['adult', 'minor'].every((id) => options.some((option) => option.id === id))
    ? bornOn <= `${Number(day.slice(0, 4)) - 16}${day.slice(4)}` ? 'adult' : 'minor' // prettier-ignore
    : undefined;

/** Looks through an item once; the answer draws what somebody would say and hand in. */
export function askingOf(body: ItemBody): (asking: Asking) => Answered {
  const asked: Asked = {
    situations: body.situations.map(({ id, options, when }) => ({
      id,
      when,
      options,
      choose: weighted(options.map((option, i) => [option.id, 1 / (i + 1)] as const)),
      agent:
        id === 'agent' && options.some((option) => option.id === 'yes') && options.some((option) => option.id === 'no'),
    })),
    fields: Object.entries(body.form.properties).map(([name, field]) => ({
      name,
      when: field['x-when'],
      required: body.form.required?.includes(name) ?? false,
      draw: name === body.renewal?.expiryField ? expiryOf(body.renewal) : recorded(field),
    })),
    materials: body.materials,
  };
  return (asking) => {
    const { random, given: said } = asking;
    const given: Record<string, unknown> = {};
    const situations: Record<string, string> = {};
    const answers: Record<string, unknown> = {};
    for (const { id, when, options, choose, agent } of asked.situations) {
      if (!isAsked(when, given)) continue;
      const drawn = agent ? (asking.agent && asking.person ? 'yes' : 'no') : choose(random);
      given[id] = situations[id] =
        (said?.[id] as string | undefined) ??
        (asking.person ? ofAge(options, asking.person, asking.day) : undefined) ??
        drawn;
    }
    for (const { name, when, required, draw } of asked.fields) {
      if (!isAsked(when, given) || (!required && random.chance(0.45))) continue;
      given[name] = answers[name] = said?.[name] ?? draw(asking);
    }
    return { answers, situations, materials: asked.materials.filter(({ when }) => isAsked(when, given)) };
  };
}
