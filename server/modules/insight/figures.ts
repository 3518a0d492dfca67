/**
 * What the dashboard shows and exactly what it means. Every figure is made of sets of cases: the number that is shown and the
 * list behind it are the same set, counted and listed. Pure; the browser has it from the contract.
 */

/** Sets of cases. All but the last two lie in the period that is asked for; those are as of now. */
export const sets = [
  'received',
  'online',
  'inPerson',
  'atSharedCounter',
  'accepted',
  'decided',
  'inTime',
  'late',
  'inPromise',
  'closed',
  'rated',
  'withMaterials',
  'open',
  'overdue',
] as const;
export type SetId = (typeof sets)[number];

/** Doors at which nobody has to go anywhere. A kiosk and the telephone are served on the spot or by a person. */
export const onlineDoors = ['portal', 'exchange'] as const;
/** Doors to which somebody goes. */
export const counterDoors = ['window', 'outlet', 'kiosk'] as const;

/** What is summed over the cases of a set: working days over the decided ones, materials over those that needed any. */
export const sums = [
  'promisedDays',
  'usedDays',
  'statutoryDays',
  'savedDays',
  'requiredMaterials',
  'sparedMaterials',
  'visits',
] as const;
export type Sum = (typeof sums)[number];

export interface Figure {
  id: string;
  kind: 'count' | 'share' | 'average';
  /** A set, or something summed over cases. */
  numerator: SetId | Sum;
  denominator: SetId | Sum | null;
  /** Where the numbers are no cases: the cases over which they are summed. */
  behind?: SetId;
  /** What an average counts; working days unless it is said. */
  unit?: 'visit';
  /** As of now, whatever the period. */
  now: boolean;
  name: { 'zh-CN': string; en: string };
  definition: { 'zh-CN': string; en: string };
}

export const figures = [
  {
    id: 'received',
    kind: 'count',
    numerator: 'received',
    denominator: null,
    now: false,
    name: { 'zh-CN': '收件数', en: 'Received' },
    definition: {
      'zh-CN': '期间内提交的办件，不论渠道和后来的结果。',
      en: 'Cases handed in within the period, by any channel and whatever became of them.',
    },
  },
  {
    id: 'accepted',
    kind: 'count',
    numerator: 'accepted',
    denominator: null,
    now: false,
    name: { 'zh-CN': '受理数', en: 'Accepted' },
    definition: { 'zh-CN': '期间内决定受理的办件。', en: 'Cases accepted within the period.' },
  },
  {
    id: 'closed',
    kind: 'count',
    numerator: 'closed',
    denominator: null,
    now: false,
    name: { 'zh-CN': '办结数', en: 'Closed' },
    definition: {
      'zh-CN': '期间内结束的办件：已送达办结、不予受理、无需办理、转外、撤回、逾期未补正视为放弃。',
      en: 'Cases that ended within the period in any way: delivered and closed, not accepted, not needed, referred out, withdrawn, lapsed.',
    },
  },
  {
    id: 'onTime',
    kind: 'share',
    numerator: 'inTime',
    denominator: 'decided',
    now: false,
    name: { 'zh-CN': '法定时限内办结率', en: 'Decided in time' },
    definition: {
      'zh-CN': '期间内作出决定（准予或不予）的办件中，决定之日不晚于法定期限最后一日的占比。自受理之日起算。',
      en: 'Of the cases decided (granted or refused) within the period, those decided no later than the last day that the law allows, counted from acceptance.',
    },
  },
  {
    id: 'late',
    kind: 'count',
    numerator: 'late',
    denominator: 'decided',
    now: false,
    name: { 'zh-CN': '超法定期限办结数', en: 'Decided past the legal limit' },
    definition: {
      'zh-CN': '期间内作出决定、但晚于法定期限最后一日的办件。',
      en: 'Cases decided within the period, but after the last day that the law allows.',
    },
  },
  {
    id: 'keptPromise',
    kind: 'share',
    numerator: 'inPromise',
    denominator: 'decided',
    now: false,
    name: { 'zh-CN': '承诺时限内办结率', en: 'Decided as promised' },
    definition: {
      'zh-CN': '期间内作出决定的办件中，决定之日不晚于承诺期限最后一日的占比。',
      en: 'Of the cases decided within the period, those decided no later than the day that was promised.',
    },
  },
  {
    id: 'promisedDays',
    kind: 'average',
    numerator: 'promisedDays',
    denominator: 'decided',
    now: false,
    name: { 'zh-CN': '平均承诺工作日', en: 'Average working days promised' },
    definition: {
      'zh-CN': '期间内作出决定的办件，自受理之日到承诺期限最后一日的工作日数之和，除以件数。',
      en: 'Over the cases decided within the period: working days from acceptance to the promised day, summed, by the number of cases.',
    },
  },
  {
    id: 'usedDays',
    kind: 'average',
    numerator: 'usedDays',
    denominator: 'decided',
    now: false,
    name: { 'zh-CN': '平均用时工作日', en: 'Average working days used' },
    definition: {
      'zh-CN': '期间内作出决定的办件，自受理之日到决定之日的工作日数之和，除以件数。当日作出决定记 0。',
      en: 'Over the cases decided within the period: working days from acceptance to decision, summed, by the number of cases. Decided on the same day counts 0.',
    },
  },
  {
    id: 'online',
    kind: 'share',
    numerator: 'online',
    denominator: 'received',
    now: false,
    name: { 'zh-CN': '网办率', en: 'Online share' },
    definition: {
      'zh-CN': '期间内收到的办件中，由网上门户或平台交换提交的占比。自助机、电话、窗口和网点不计入。',
      en: 'Of the cases received within the period, those handed in through the portal or another platform. Kiosk, telephone, windows and outlets do not count.',
    },
  },
  {
    id: 'sparedMaterials',
    kind: 'share',
    numerator: 'sparedMaterials',
    denominator: 'requiredMaterials',
    behind: 'withMaterials',
    now: false,
    name: { 'zh-CN': '材料免提交率', en: 'Materials nobody had to bring' },
    definition: {
      'zh-CN':
        '期间内提交的办件所需的材料（按申请人情形应交的，不含选交材料和在线生成的申请表）中，由部门共享取得或从申请人材料柜取用、无需申请人提交的份数占比。按提交时计算，补正不改变。',
      en: 'Of the materials that the cases handed in within the period needed (in the applicant’s circumstances, without optional ones and the form that is drawn from the answers), those that came from other offices or out of the applicant’s locker. As handed in; a supplement does not change it.',
    },
  },
  {
    id: 'intake',
    kind: 'share',
    numerator: 'atSharedCounter',
    denominator: 'inPerson',
    now: false,
    name: { 'zh-CN': '综窗收件率', en: 'Taken at shared counters' },
    definition: {
      'zh-CN':
        '期间内现场收到的办件（窗口、网点、自助机）中，由政务服务大厅、镇街、村社和合作网点的综合窗口收下的占比。部门自设窗口收下的只计入分母。',
      en: 'Of the cases received in person within the period (windows, outlets, kiosks), those taken at the shared counters of the hall, towns, villages and partners. What a department takes at a counter of its own is in the denominator only.',
    },
  },
  {
    id: 'compression',
    kind: 'share',
    numerator: 'savedDays',
    denominator: 'statutoryDays',
    behind: 'decided',
    now: false,
    name: { 'zh-CN': '承诺时限压缩比', en: 'Time promised away' },
    definition: {
      'zh-CN':
        '期间内作出决定的办件，法定期限工作日数之和减去承诺期限工作日数之和，除以法定期限工作日数之和。均自受理之日起算，不含特别程序和延期。',
      en: 'Over the cases decided within the period: working days that the law allows less working days promised, by working days that the law allows, each summed. Counted from acceptance, without special procedures and extensions.',
    },
  },
  {
    id: 'usedOfPromise',
    kind: 'share',
    numerator: 'usedDays',
    denominator: 'promisedDays',
    behind: 'decided',
    now: false,
    name: { 'zh-CN': '实际用时占承诺比', en: 'Time used of time promised' },
    definition: {
      'zh-CN': '期间内作出决定的办件，实际用时工作日数之和，除以承诺期限工作日数之和。低于 100% 即比承诺提前。',
      en: 'Over the cases decided within the period: working days used by working days promised, each summed. Below 100% is faster than promised.',
    },
  },
  {
    id: 'visits',
    kind: 'average',
    numerator: 'visits',
    denominator: 'closed',
    unit: 'visit',
    now: false,
    name: { 'zh-CN': '平均跑动次数', en: 'Average visits' },
    definition: {
      'zh-CN':
        '期间内结束的办件，申请人到现场提交、补正、补交容缺材料和领取结果的次数之和，除以件数。同一天办的算一次；网上办理、邮寄送达、上门服务不计。',
      en: 'Over the cases that ended within the period: visits to hand in, to supplement, to bring a tolerated material and to collect the result, summed, by the number of cases. Errands of one day are one visit; online, by post and at home is none.',
    },
  },
  {
    id: 'rated',
    kind: 'share',
    numerator: 'rated',
    denominator: 'closed',
    now: false,
    name: { 'zh-CN': '主动评价率', en: 'Rated' },
    definition: {
      'zh-CN': '期间内结束的办件中，申请人主动评价过的占比。未评价的不视为满意。',
      en: 'Of the cases that ended within the period, those that their applicants rated. Silence is not counted as satisfied.',
    },
  },
  {
    id: 'open',
    kind: 'count',
    numerator: 'open',
    denominator: null,
    now: true,
    name: { 'zh-CN': '在办数', en: 'Open now' },
    definition: {
      'zh-CN': '此刻尚未结束的办件，不论何时提交。',
      en: 'Cases that have not ended as of now, whenever they were handed in.',
    },
  },
  {
    id: 'overdue',
    kind: 'count',
    numerator: 'overdue',
    denominator: 'open',
    now: true,
    name: { 'zh-CN': '超法定期限在办数', en: 'Past the legal limit now' },
    definition: {
      'zh-CN':
        '此刻尚未结束、且本机关正在计算的法定期限（补正告知、决定、送达）最后一日已过的办件。等待申请人补正的不计入。只过了承诺期限、没过法定期限的不在其中，那些见“今日”和“办件”的“逾期”。',
      en: 'Open cases whose running legal limit of the office (to tell what is missing, to decide, to deliver) ended before today. Waiting for the applicant’s supplement does not count. Cases past the promised day alone are not in it: “Today” and “Cases” have them as “Overdue”.',
    },
  },
] as const satisfies readonly Figure[];
export type FigureId = (typeof figures)[number]['id'];

/** What there is to count: each set, and each sum. */
export type Totals = Record<SetId | Sum, number>;

/** A figure with its value. Null when there is nothing to divide by: no case is no 100 per cent. */
export function valueOf(figure: Figure, totals: Totals) {
  const numerator = totals[figure.numerator];
  const denominator = figure.denominator === null ? null : totals[figure.denominator];
  const value = figure.kind === 'count' ? numerator : denominator ? numerator / denominator : null;
  return { value, numerator, denominator };
}

export const isSet = (id: string): id is SetId => (sets as readonly string[]).includes(id);
