/** Words of the documents of examination and decision. No I/O. */
import type { DataOf } from '../data.ts';
import { sayDate, type Block } from './paper.ts';
import { aboutMatter, byLaw, cite, endSentence, matterOf, provisionalNote, reasons, remedies } from './words.ts';

const opening = (data: DataOf<'decisionGrant'> | DataOf<'decisionRefuse'>): string =>
  `你（单位）提出的${matterOf(data)}申请（办件编号：${data.caseNumber}），本机关已于${sayDate(data.acceptedOn)}受理${data.hearingOn ? `，并于${sayDate(data.hearingOn)}举行听证。本机关根据听证笔录审查` : ''}。`;

/** 行政许可法 art. 38(1); delivery within ten working days by art. 44. */
export const decisionGrant = (data: DataOf<'decisionGrant'>): Block[] => [
  {
    p: data.deemedOn
      ? `${opening(data)}原许可有效期至${sayDate(data.deemedOn)}届满，届满前本机关没有作出决定。${byLaw(data, '第五十条第二款')}该申请视为准予延续。`
      : `${opening(data)}经审查，该申请符合${data.basis.length > 0 ? `${cite(data.basis)}规定的` : '法定'}条件、标准。${byLaw(data, '第三十八条第一款')}本机关决定准予${data.licensing === false ? '办理' : '行政许可'}。`,
  },
  ...(data.content ? [{ p: endSentence(data.content) }] : []),
  ...(data.resultName || data.validFrom || data.validUntil
    ? [
        {
          pairs: [
            ...(data.resultName ? ([['证照（批文）', data.resultName]] as [string, string][]) : []),
            ...(data.resultNumber ? ([['证照编号', data.resultNumber]] as [string, string][]) : []),
            ...(data.validFrom || data.validUntil
              ? ([
                  [
                    '有效期',
                    `${data.validFrom ? `自${sayDate(data.validFrom)}` : ''}${data.validUntil ? `至${sayDate(data.validUntil)}` : '起长期有效'}`,
                  ],
                ] as [string, string][])
              : []),
          ],
        },
      ]
    : []),
  ...(data.conditions && data.conditions.length > 0
    ? [{ p: '本决定附有下列要求，请遵照执行：' }, { list: data.conditions.map(endSentence) }]
    : []),
  ...(data.deliverBy
    ? [
        {
          p: `本机关将于${sayDate(data.deliverBy)}前向你（单位）颁发、送达证件${data.licensing === false ? '' : '（《中华人民共和国行政许可法》第四十四条）'}。`,
        },
      ]
    : []),
  ...(data.waitsFor
    ? [
        {
          p: `你（单位）承诺后补的材料尚未补齐：${data.waitsFor.join('、')}。补齐以前，证件暂不颁发、送达；自补齐之日起，本机关颁发、送达证件的期限开始计算。`,
        },
      ]
    : []),
  ...remedies(data, '本决定'),
];

/** 行政许可法 art. 38(2): reasons, and the right of review and of action. */
export const decisionRefuse = (data: DataOf<'decisionRefuse'>): Block[] => [
  ...reasons(data.reasons, `${opening(data)}经审查，该申请不符合法定条件、标准，理由如下：`),
  {
    p: `${data.basis.length > 0 ? `根据${cite(data.basis)}，` : ''}${byLaw(data, '第三十八条第二款')}本机关决定不予${data.licensing === false ? '办理' : '行政许可'}。`,
  },
  ...remedies(data, '本决定'),
];

const causes: Record<DataOf<'withdrawal'>['cause'], (data: DataOf<'withdrawal'>) => string> = {
  withdrawn: (data) => `你（单位）于${sayDate(data.endedOn)}撤回申请，系真实意思表示。`,
  notSupplemented: () => '本机关已一次性告知需要补正的全部内容，你（单位）在期限内未予补正。',
  other: (data) => endSentence(data.reason ?? '因故无法继续办理'),
};

export const withdrawal = (data: DataOf<'withdrawal'>): Block[] => [
  {
    p: `你（单位）于${sayDate(data.submittedOn)}提出的${matterOf(data)}申请（办件编号：${data.caseNumber}），${causes[data.cause](data)}${data.cause !== 'other' && data.reason ? `原因：${endSentence(data.reason)}` : ''}`,
  },
  {
    p: `本机关自${sayDate(data.endedOn)}起终止办理该申请。已提交的材料原件可凭本通知书领回。你（单位）以后可以重新提出申请。`,
  },
  ...(data.cause === 'withdrawn' ? [] : remedies(data, '本通知')),
];

export const correction = (data: DataOf<'correction'>): Block[] => [
  {
    p: `办理${matterOf(data)}（办件编号：${data.caseNumber}）${data.ofNumber ? `所作的${data.ofNumber}文书` : '的登记信息'}有误，现更正如下：`,
  },
  {
    table: {
      head: ['项目', '原记载', '更正为'],
      widths: [24, 38, 38],
      rows: data.changes.map(({ what, was, is }) => [what, was, is]),
    },
  },
  ...(data.reason ? [{ p: `更正原因：${endSentence(data.reason)}` }] : []),
  { p: '更正自原文书作出之日起有效，其他内容不变。' },
];

/** 行政许可法 art. 42: ten working days more, with the head's approval, and the reason told. */
export const extensionNotice = (data: DataOf<'extensionNotice'>): Block[] => [
  {
    p: `你（单位）提出的${matterOf(data)}申请（办件编号：${data.caseNumber}），本机关于${sayDate(data.acceptedOn)}受理，原定于${sayDate(data.wasDueOn)}前作出决定。`,
  },
  { p: `因${data.reason.replace(/^因/, '').replace(/[。.]$/, '')}，在上述期限内不能作出决定。` },
  {
    p: `${byLaw(data, data.joint ? '第四十二条第二款' : '第四十二条')}经${data.joint ? `本级人民政府负责人${data.approvedBy ?? ''}` : `本机关负责人${data.approvedBy ?? ''}`}批准，办理期限延长${data.workingDays}个工作日，至${sayDate(data.dueOn)}止。特此告知。`,
  },
  ...provisionalNote(data.provisional),
];

/** 行政许可法 art. 45: its time does not count, and is told in writing. */
export const specialProcedureNotice = (data: DataOf<'specialProcedureNotice'>): Block[] => [
  {
    p: `你（单位）提出的${matterOf(data)}申请（办件编号：${data.caseNumber}），本机关于${sayDate(data.acceptedOn)}受理。${endSentence(data.reason)}`,
  },
  {
    p: `${byLaw(data, '第四十五条')}本机关自${sayDate(data.startsOn)}起进行${data.procedure}，所需时间预计${data.plannedWorkingDays}个工作日，不计算在作出决定的期限内。特此告知。`,
  },
];

const ways = {
  collected: '直接领取',
  posted: '邮寄送达',
  electronic: '电子送达',
  onSite: '当场送达',
  left: '留置送达',
};

/** 民事诉讼法 art. 87: who serves keeps a receipt with date and signature. */
export const deliveryReceipt = (data: DataOf<'deliveryReceipt'>): Block[] => [
  {
    pairs: [
      ['受送达人', data.recipientName],
      ['事项名称', data.itemName],
      ['办件编号', data.caseNumber],
      ['送达方式', ways[data.way]],
      ...(data.servedAt ? ([['送达地点', data.servedAt]] as [string, string][]) : []),
      ...(data.servedOn ? ([['送达日期', sayDate(data.servedOn)]] as [string, string][]) : []),
      ...(data.receivedBy ? ([['签收人', data.receivedBy]] as [string, string][]) : []),
      ...(data.serverName ? ([['送达人', data.serverName]] as [string, string][]) : []),
      ...(data.note ? ([['备注', data.note]] as [string, string][]) : []),
    ],
  },
  {
    table: {
      head: ['序号', '送达文书', '文号'],
      widths: [8, 44, 48],
      rows: data.documents.map(({ name, number }, at) => [String(at + 1), name, number]),
    },
  },
  ...(data.way === 'electronic' ? [] : [{ sign: ['受送达人（签名或盖章）', '代收人及代收理由', '送达人（签名）'] }]),
  {
    note: '受送达人拒绝接收的，送达人应当记明拒收事由和日期，由见证人签名或者盖章，将文书留在受送达人的住所，即视为送达。',
  },
];

export const resultProof = (data: DataOf<'resultProof'>): Block[] => [
  { p: endSentence(data.statement) },
  {
    pairs: [
      ...(data.lines.length > 0
        ? data.lines.map(({ label, value }) => [label, value] as [string, string])
        : aboutMatter(data)),
      ...(data.validUntil ? ([['有效期至', sayDate(data.validUntil)]] as [string, string][]) : []),
    ],
  },
  { p: '特此证明。' },
  ...remedies(data, '本行政行为'),
];
