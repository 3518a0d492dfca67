/** Which column of a list is what: by the words that districts, provinces and other countries put above them. Pure. */
import { normalise as plainText } from '../search/text.ts';
import { guesses } from './guesses.ts';
import type { Row } from './read-table.ts';

/** What a column can hold. */
export const columnFields = [
  'code',
  'baseCode',
  'name',
  'mainName',
  'nameEn',
  'plainName',
  'synonyms',
  'department',
  'departmentCode',
  'kind',
  'level',
  'statutoryLimit',
  'promisedLimit',
  'statutoryUnit',
  'promisedUnit',
  'immediate',
  'visits',
  'applicants',
  'conditions',
  'materials',
  'procedure',
  'fees',
  'basis',
  'result',
  'telephone',
  'complaintTelephone',
  'topics',
] as const;
export type ColumnField = (typeof columnFields)[number];

/**
 * Words above columns, as `normalise` leaves them. The first words are plain names of the field: a value that makes no sense there
 * is an error of the row. After `weak` come words that may mean something else: a value that makes no sense is left out.
 */
const words: Record<ColumnField, { sure: string; weak?: string }> = {
  code: {
    sure: '实施编码 实施清单编码 事项编码 事项编号 事项代码 权力编码 职权编码 业务办理项编码 办理项编码 实施事项编码 实施清单代码 服务编码 implementingcode itemcode servicecode serviceid serviceidentifier code código codigo leistungsschlüssel leistungsschluessel',
    weak: '编码 代码 编号 id identifier uid ref reference key number no serviceno 目录编码',
  },
  baseCode: { sure: '基本编码 基本代码 事项基本编码 国家基本编码 目录基本编码 basecode basiccode' },
  name: {
    sure: '事项名称 业务办理项名称 办理项名称 实施清单名称 实施事项名称 权力名称 职权名称 服务事项名称 服务名称 政务服务事项名称 许可事项名称 审批事项名称 办理事项 子项名称 子项 事项 itemname servicename nameofservice nameoftheservice title name nomedoserviço nomedoservico leistungsbezeichnung nombredeltrámite nombredeltramite teenusenimi',
    weak: '名称 service item 项目名称 服务 procedurename servicetitle label',
  },
  mainName: { sure: '主项 主项名称 大项 大项名称 mainitem mainname parentname' },
  nameEn: { sure: '英文名称 事项英文名称 nameen englishname nameinenglish titleen' },
  plainName: { sure: '通俗名 通俗名称 事项简称 便民名称 plainname commonname', weak: '简称 shortname' },
  synonyms: { sure: '别名 同义词 关键词 关键字 synonyms aliases alias keywords tags 搜索词' },
  department: {
    sure: '部门 部门名称 实施主体 实施主体名称 实施机构 实施部门 实施单位 责任部门 责任单位 主管部门 所属部门 办理部门 办理单位 行使主体 受理部门 受理机构 牵头部门 单位名称 主管机关 department departmentname agency agencyname authority organisation organization organisationname organizationname ministry bureau responsibledepartment responsibleagency responsibleauthority órgão orgao zuständigebehörde zustaendigebehoerde',
    weak: '单位 机构 机构名称 provider owner ownerorg office council dept org municipality institution publisher unit',
  },
  departmentCode: {
    sure: '部门编码 部门代码 实施主体编码 实施主体代码 机构编码 机构代码 departmentcode agencycode organisationcode departmentid agencyid',
  },
  kind: {
    sure: '事项类型 权力类型 职权类型 事项类别 权力类别 行政权力类型 tasktype itemkind kind itemtype',
    weak: '类型 类别 type servicetype category',
  },
  level: { sure: '行使层级 实施层级 权限层级 事项层级 办理层级', weak: '层级 级别 level governmentlevel' },
  statutoryLimit: {
    sure: '法定期限 法定时限 法定办结时限 法定办结期限 法定办理时限 法定办理期限 statutorylimit legallimit statutorytimelimit statutorydeadline',
  },
  promisedLimit: {
    sure: '承诺期限 承诺时限 承诺办结时限 承诺办结期限 承诺办理时限 办结时限 办理时限 办理期限 办结期限 处理期限 promisedlimit',
    weak: 'processingtime timelimit turnaround turnaroundtime servicetime sla duration deadline timetocomplete maximumtime',
  },
  statutoryUnit: {
    sure: '法定期限单位 法定时限单位 法定办结时限单位 法定办结期限单位 法定办理时限单位 statutorylimitunit',
  },
  promisedUnit: {
    sure: '承诺期限单位 承诺时限单位 承诺办结时限单位 承诺办结期限单位 办理时限单位 办结时限单位 promisedlimitunit',
    weak: '时限单位 期限单位 timeunit unitoftime',
  },
  immediate: { sure: '办件类型 办理类型 是否即办 即办件 immediate handlingtype', weak: 'processingtype' },
  visits: { sure: '到现场次数 到办事现场次数 跑动次数 最多跑次数 现场次数 visits numberofvisits' },
  applicants: {
    sure: '服务对象 办理对象 申请对象 申请主体 面向对象 applicants',
    weak: 'applicant audience targetgroup customer customertype target',
  },
  conditions: {
    sure: '受理条件 申请条件 办理条件 审批条件 准予条件 conditions',
    weak: 'eligibility requirements eligibilitycriteria whocanapply 条件',
  },
  materials: {
    sure: '申请材料 申报材料 所需材料 办理材料 材料清单 申请材料名称 应备文件 materials',
    weak: '材料 documents requireddocuments documentsrequired supportingdocuments',
  },
  procedure: { sure: '办理流程 办理程序 审批流程 办事流程 procedure', weak: '流程 process steps howtoapply' },
  fees: {
    sure: '是否收费 收费标准 收费情况 收费依据及标准 收费项目 规费',
    weak: '收费 费用 fee fees cost costs price charge charges licencefee licensefee',
  },
  basis: {
    sure: '设定依据 实施依据 法律依据 法定依据 办理依据 basis legalbasis',
    weak: '依据 law legislation legalreference',
  },
  result: { sure: '结果名称 审批结果 办理结果 审批结果名称 办理结果名称 结果样本名称 result', weak: 'output outcome' },
  telephone: {
    sure: '咨询电话 咨询方式 联系电话 办公电话 telephone',
    weak: '电话 phone contact tel phonenumber contactnumber contactphone',
  },
  complaintTelephone: {
    sure: '投诉电话 监督电话 监督投诉电话 监督投诉方式 投诉方式 complainttelephone complaintsphone',
  },
  topics: {
    sure: '主题 主题分类 面向自然人事项主题分类 面向法人事项主题分类 生命周期 topics topic lifeevent',
    weak: 'theme subject',
  },
};

/** Header words without blanks, brackets' contents, punctuation and letter case; full-width and traditional characters become plain ones. */
export const normalise = (header: string): string =>
  plainText(header)
    .replace(/[(（[【〔].*?[)）\]】〕]/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

const meanings = new Map<string, { field: ColumnField; weak: boolean }>();
for (const [field, { sure, weak }] of Object.entries(words) as [ColumnField, { sure: string; weak?: string }][]) {
  for (const word of sure.split(' ')) meanings.set(word, { field, weak: false });
  for (const word of (weak ?? '').split(' ').filter(Boolean)) meanings.set(word, { field, weak: true });
}

export interface Column {
  index: number;
  header: string;
  field: ColumnField;
  weak: boolean;
}
export interface Header {
  line: number;
  columns: Column[];
  /** Headers that mean nothing to us, or something that another column says better. */
  ignored: string[];
  width: number;
}

/** Header words as they were given by hand, `header=field`; a field of `-` leaves the column out. */
export type GivenColumns = ReadonlyMap<string, ColumnField | '-'>;

/** What was said by hand, each as `HEADER=FIELD`; `wrong` is the first that says nothing. */
export function readGiven(said: readonly string[]): { columns: GivenColumns; wrong?: string } {
  const columns = new Map<string, ColumnField | '-'>();
  for (const one of said) {
    const at = one.lastIndexOf('=');
    const [header, word] = [one.slice(0, at).trim(), one.slice(at + 1).trim()];
    const field = word === '-' ? word : columnFields.find((name) => name === word);
    if (at < 1 || header === '' || !field) return { columns, wrong: one };
    columns.set(header, field);
    columns.set(normalise(header), field);
  }
  return { columns };
}

/** The columns of a row taken as header. Of two columns for one field the surer and then the former wins. */
export function readHeader(row: Row, given: GivenColumns = new Map()): Header {
  const candidates = row.cells.flatMap(({ text }, index): (Column & { rank: number })[] => {
    const byHand = given.get(text) ?? given.get(normalise(text));
    if (byHand === '-') return [];
    if (byHand) return [{ index, header: text, field: byHand, weak: false, rank: 0 }];
    const plain = normalise(text);
    // "Name (EN)" and name_en stand beside their French or Welsh sisters.
    const meaning = meanings.get(plain) ?? meanings.get(plain.replace(/(english|eng|en)$/, ''));
    if (meaning) return [{ index, header: text, ...meaning, rank: meaning.weak ? 2 : 1 }];
    const guessed = guesses.find(({ pattern }) => pattern.test(plain));
    return guessed ? [{ index, header: text, field: guessed.field, weak: true, rank: 3 }] : [];
  });
  const best = new Map<ColumnField, Column & { rank: number }>();
  for (const candidate of candidates) {
    const other = best.get(candidate.field);
    if (!other || candidate.rank < other.rank) best.set(candidate.field, candidate);
  }
  const columns = [...best.values()].map(({ rank: _, ...column }) => column);
  const used = new Set(columns.map(({ index }) => index));
  return {
    line: row.line,
    columns: columns.sort((a, b) => a.index - b.index),
    ignored: row.cells.flatMap(({ text }, index) => (text !== '' && !used.has(index) ? [text] : [])),
    width: row.cells.reduce((last, { text }, index) => (text === '' ? last : index + 1), 0),
  };
}

/** The header is the row, among the first ones, in which most columns mean something; it must name the items. */
export function findHeader(
  rows: readonly Row[],
  given: GivenColumns = new Map(),
): { header: Header; body: Row[] } | undefined {
  const found = rows
    .slice(0, 30)
    .map((row, index) => ({ header: readHeader(row, given), index }))
    .filter(({ header }) => header.columns.some(({ field }) => field === 'name' || field === 'mainName'))
    .sort((a, b) => b.header.columns.length - a.header.columns.length || a.index - b.index)[0];
  return found && { header: found.header, body: rows.slice(found.index + 1) };
}
