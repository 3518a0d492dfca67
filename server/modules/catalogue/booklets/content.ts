/** What a booklet says, as data: drawn in a thread of its own, which knows no database. */
import type { ItemBody } from '../item.ts';

export interface BookletGuide {
  code: string;
  body: ItemBody;
  departmentName: string;
  departmentTelephone: string;
  places: string;
}
export interface BookletSection {
  title: string;
  guides: BookletGuide[];
}
/** One unit of the directory with its items. */
export interface DirectoryUnit {
  name: string;
  telephone: string;
  entries: { name: string; legalName: string; places: string; telephone: string }[];
}
export interface DirectoryPlace {
  name: string;
  kind: string;
  address: string;
  telephone: string;
  /** The week of its opening hours; empty when nobody has entered them. */
  hours: string;
  /** What can be done there, or that it is everything. */
  items: string;
}
export interface Booklet {
  districtName: string;
  title: string;
  subtitle: string;
  /** Day of the state that it shows. */
  day: string;
  sections: BookletSection[];
  units: DirectoryUnit[];
  places: DirectoryPlace[];
}

/** About how large the PDF becomes: glyphs of the type first, then so much for a guide, for a line of the directory, for a place. */
export function expectedBytes({ sections, units, places }: Booklet): number {
  const guides = sections.reduce((sum, section) => sum + section.guides.length, 0);
  const lines = units.reduce((sum, unit) => sum + unit.entries.length, 0);
  return 70_000 + guides * 1_800 + lines * 120 + places.length * 350;
}

const kindNames: Record<ItemBody['kind'], string> = {
  licence: '行政许可',
  confirmation: '行政确认',
  payment: '行政给付',
  reward: '行政奖励',
  ruling: '行政裁决',
  levy: '行政征收',
  penalty: '行政处罚',
  otherPower: '其他行政权力',
  publicService: '公共服务',
};
const levelNames: Record<ItemBody['level'], string> = {
  state: '国家级',
  province: '省级',
  city: '市级',
  district: '区（县）级',
  town: '乡镇（街道）级',
  village: '村（社区）级',
};
export const kindName = (kind: ItemBody['kind']): string => kindNames[kind];
export const levelName = (level: ItemBody['level']): string => levelNames[level];

export const sayLimit = (limit: ItemBody['promisedLimit']): string =>
  limit ? `${limit.value}个${limit.unit === 'workingDay' ? '工作日' : '自然日'}` : '';

const sourceNames = {
  applicant: '申请人自备',
  government: '政府部门核发',
  thirdParty: '其他机构出具',
  shared: '数据共享，免提交',
};
const formNames = { original: '原件', copy: '复印件', electronic: '电子件', originalAndCopy: '原件核验，留复印件' };
const needNames = { must: '必要', tolerable: '可容缺', byPromise: '可告知承诺', optional: '可选' };

/** The materials as rows of a table: number, name with its remarks, form and copies, source, whether it is needed. */
export function materialRows(body: ItemBody): string[][] {
  return body.materials.map((material, i) => {
    const when = sayWhen(body, material.when);
    const remarks = [when && `（${when}）`, material.note, material.sample && `样本：${material.sample}`]
      .filter(Boolean)
      .join('');
    const copies = material.copies > 0 ? ` ${material.copies}份` : '';
    return [
      String(i + 1),
      remarks ? `${material.name}${remarks.startsWith('（') ? '' : '。'}${remarks}` : material.name,
      `${formNames[material.form]}${copies}`,
      material.sourceNote ? `${sourceNames[material.source]}（${material.sourceNote}）` : sourceNames[material.source],
      needNames[material.requirement],
    ];
  });
}

/** In which situations it is asked for, in the words of the questions. */
function sayWhen(body: ItemBody, when: ItemBody['materials'][number]['when']): string {
  return Object.entries(when ?? {})
    .map(([key, ids]) => {
      const situation = body.situations.find(({ id }) => id === key);
      if (!situation) return `${body.form.properties[key]?.title ?? key}：${ids.join('、')}`;
      const labels = ids.map((id) => situation.options.find((option) => option.id === id)?.label ?? id);
      return `${situation.question.replace(/[?？]$/, '')}：${labels.join('、')}`;
    })
    .join('；');
}

const applicantNames = { person: '个人', organisation: '法人和其他组织' };
const yuan = (fen: number): string => `${(fen / 100).toFixed(fen % 100 === 0 ? 0 : 2)}元`;

/** The paragraphs of a guide beside its materials, in the order of DB33/T 2036.1-2017 appendix A; empty ones are left out. */
export function guideParagraphs({ body, places, departmentName, departmentTelephone }: BookletGuide): {
  before: [string, string[]][];
  after: [string, string[]][];
} {
  const limits = body.immediate
    ? ['即办件：材料齐全、符合条件的当场办结。']
    : [
        ...(body.statutoryLimit ? [`法定办结时限：${sayLimit(body.statutoryLimit)}。`] : []),
        ...(body.promisedLimit ? [`承诺办结时限：${sayLimit(body.promisedLimit)}。`] : []),
      ];
  const fees = body.fees.map(
    ({ name, amountFen, basis, note }) =>
      `${name}${amountFen === undefined ? '' : `：${yuan(amountFen)}`}。依据：${basis}${note ? `。${note}` : ''}`,
  );
  const telephone = body.telephone ?? departmentTelephone;
  const filled = (paragraphs: [string, string[]][]): [string, string[]][] =>
    paragraphs.filter(([, lines]) => lines.length > 0);
  return {
    before: filled([
      ['申请对象', [body.applicants.map((who) => applicantNames[who]).join('、')]],
      ['办理条件', numbered(body.conditions)],
    ]),
    after: filled([
      ['办理流程', numbered(body.procedure)],
      ['办理时限', limits],
      // Of an item that nobody has verified it is not known that it costs nothing.
      ['收费', fees.length > 0 ? fees : body.verified ? ['不收费。'] : []],
      ['到现场次数', body.verified ? [`${body.visits}次`] : []],
      ['办理地点', [places || departmentName]],
      ['咨询电话', telephone ? [telephone] : []],
      [
        '办理结果',
        body.result
          ? [`${body.result.name}${body.result.validMonths ? `（有效期${sayMonths(body.result.validMonths)}）` : ''}`]
          : [],
      ],
      [
        '法律依据',
        numbered(body.basis.map(({ law, article }) => `《${law.replace(/^《|》$/g, '')}》${article ?? ''}`)),
      ],
      ['监督投诉', [body.complaintTelephone ?? '12345']],
    ]),
  };
}

const numbered = (lines: readonly string[]): string[] =>
  lines.length > 1 ? lines.map((line, i) => `${i + 1}. ${line.replace(/^\d+[.、．]\s*/, '')}`) : [...lines];
const sayMonths = (months: number): string => (months % 12 === 0 ? `${months / 12}年` : `${months}个月`);
