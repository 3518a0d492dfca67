/** Words of the documents of intake: receipt, acceptance, supplement, refusals to accept, referral. No I/O. */
import type { DataOf, ListedMaterial } from '../data.ts';
import { sayDate, sayTime, type Block } from './paper.ts';
import { aboutMatter, byLaw, cite, endSentence, matterOf, provisionalNote, reasons, remedies } from './words.ts';

/** 申请材料清单 */
const materialsTable = (materials: readonly ListedMaterial[]): Block[] =>
  materials.length === 0
    ? []
    : [
        {
          table: {
            head: ['序号', '材料名称', '形式', '份数', '备注'],
            widths: [8, 50, 14, 9, 19],
            rows: materials.map(({ name, form, copies, note }, at) => [
              String(at + 1),
              name,
              form ?? '',
              copies === undefined ? '' : String(copies),
              note ?? '',
            ]),
          },
        },
      ];

/** 联办事项清单: the departments that handle one matter together. */
const partsTable = (parts: NonNullable<DataOf<'receipt'>['parts']>): Block[] =>
  parts.length === 0
    ? []
    : [
        { heading: '联办事项' },
        {
          table: {
            head: ['序号', '事项', '办理部门', '办件编号'],
            widths: [8, 40, 28, 24],
            rows: parts.map(({ itemName, departmentName, caseNumber, after }, at) => [
              String(at + 1),
              itemName,
              departmentName,
              caseNumber ?? (after ? `${after}办成后自动办理` : ''),
            ]),
          },
        },
      ];

/** 行政许可法 art. 32: what came in, and when; from this day the five working days run. */
export const receipt = (data: DataOf<'receipt'>): Block[] => [
  { p: `你（单位）提交的${matterOf(data)}申请材料已收到，现出具收件凭证。` },
  {
    pairs: [
      ...aboutMatter(data),
      ['收件时间', sayTime(data.submittedAt)],
      ...(data.channel ? ([['收件方式', data.channel]] as [string, string][]) : []),
      ...(data.place ? ([['收件地点', data.place]] as [string, string][]) : []),
      ...(data.limitText ? ([['办理期限', data.limitText]] as [string, string][]) : []),
    ],
  },
  ...(data.materials.length > 0 ? [{ heading: '收到的材料' }, ...materialsTable(data.materials)] : []),
  ...partsTable(data.parts ?? []),
  {
    p:
      data.licensing === false
        ? `本凭证证明上述材料已经收到。${data.dueOn ? `本机关将在${sayDate(data.dueOn)}前告知是否受理，或者一次性告知需要补正的全部内容。` : ''}`
        : `本凭证证明上述材料已经收到。${byLaw(data, '第三十二条')}本机关将当场或者在五个工作日内${data.dueOn ? `（${sayDate(data.dueOn)}前）` : ''}告知是否受理，或者一次性告知需要补正的全部内容；逾期不告知的，自收到申请材料之日起即为受理。`,
  },
  { note: '请妥善保管本凭证。凭办件编号和申请人姓名，或者扫描二维码，可以查询办理进度。' },
];

/** 行政许可法 art. 32(1)(5) and (2). */
export const acceptanceNotice = (data: DataOf<'acceptanceNotice'>): Block[] => [
  {
    p: data.deemed
      ? `你（单位）于${sayDate(data.acceptedOn)}提交了${matterOf(data)}申请的材料（办件编号：${data.caseNumber}），本机关没有在五个工作日内告知需要补正的内容。${byLaw(data, '第三十二条第一款第四项')}该申请自${sayDate(data.acceptedOn)}起即为受理。`
      : `你（单位）提出的${matterOf(data)}申请（办件编号：${data.caseNumber}），申请材料齐全、符合法定形式，属于本机关职权范围。${byLaw(data, '第三十二条第一款第五项')}本机关自${sayDate(data.acceptedOn)}起予以受理。`,
  },
  ...(data.dueOn || data.promisedOn
    ? [
        {
          p: `${data.limitText ? `办理期限为${data.limitText}。` : ''}${data.dueOn ? `法定办结日期为${sayDate(data.dueOn)}` : ''}${data.dueOn && data.promisedOn ? '，' : ''}${data.promisedOn ? `本机关承诺于${sayDate(data.promisedOn)}前办结` : ''}。${
            data.licensing === false
              ? ''
              : '依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，所需时间不计算在上述期限内，本机关将另行书面告知（《中华人民共和国行政许可法》第四十五条）。'
          }`,
        },
      ]
    : []),
  ...provisionalNote(data.provisional),
  ...(data.materials && data.materials.length > 0
    ? [{ heading: '受理的材料' }, ...materialsTable(data.materials)]
    : []),
  ...(data.feeText ? [{ p: `收费：${endSentence(data.feeText)}` }] : []),
];

/** 行政许可法 art. 32(1)(4): everything, once. */
export const supplementNotice = (data: DataOf<'supplementNotice'>): Block[] => [
  {
    p: `你（单位）于${sayDate(data.submittedOn)}提出的${matterOf(data)}申请（办件编号：${data.caseNumber}），申请材料不齐全或者不符合法定形式。${byLaw(data, '第三十二条第一款第四项')}现将需要补正的全部内容一次性告知如下：`,
  },
  {
    table: {
      head: ['序号', '材料', '需要补正的内容'],
      widths: [8, 32, 60],
      rows: data.items.map(({ material, what }, at) => [String(at + 1), material || '其他', what]),
    },
  },
  {
    p: `请${data.until ? `于${sayDate(data.until)}前` : '及时'}通过原提交渠道补正。补正后的材料齐全、符合法定形式的，本机关即予受理；逾期未补正的，本机关可以终止办理，你（单位）可以重新提出申请。`,
  },
  ...provisionalNote(data.provisional),
];

const notAccepted = (matter: DataOf<'nonAcceptance'>): string =>
  `你（单位）于${sayDate(matter.submittedOn)}提出的${matterOf(matter)}申请（办件编号：${matter.caseNumber}）收悉。`;

export const nonAcceptance = (data: DataOf<'nonAcceptance'>): Block[] => [
  ...reasons(data.reasons, `${notAccepted(data)}经审查，`),
  {
    p: `${byLaw(data, '第三十二条')}${data.basis.length > 0 ? `并根据${cite(data.basis)}，` : ''}本机关决定不予受理。`,
  },
  ...remedies(data, '本决定'),
];

/** 行政许可法 art. 32(1)(1): said at once. */
export const noLicenceNeeded = (data: DataOf<'noLicenceNeeded'>): Block[] => [
  ...reasons(data.reasons, `${notAccepted(data)}经审查，`),
  {
    p: `${data.basis.length > 0 ? `根据${cite(data.basis)}，` : ''}${byLaw(data, '第三十二条第一款第一项')}现告知你（单位）：该申请事项依法不需要${data.licensing === false ? '办理' : '取得行政许可'}，本机关不受理。`,
  },
  ...remedies(data, '本告知'),
];

/** 行政许可法 art. 32(1)(2): not within the powers of this office; the right one is named. */
export const referral = (data: DataOf<'referral'>): Block[] => [
  ...reasons(data.reasons, `${notAccepted(data)}经审查，该申请事项依法不属于本机关职权范围。`),
  {
    p: `${byLaw(data, '第三十二条第一款第二项')}${data.basis.length > 0 ? `并根据${cite(data.basis)}，` : ''}${
      data.sentOn
        ? `本机关已将申请材料移送下列机关办理，你（单位）无需重新提交：`
        : `本机关决定不予受理，请向下列机关申请：`
    }`,
  },
  {
    pairs: [
      ['主管机关', data.toName],
      ...(data.toAddress ? ([['地址', data.toAddress]] as [string, string][]) : []),
      ...(data.toTelephone ? ([['电话', data.toTelephone]] as [string, string][]) : []),
    ],
  },
  ...(data.sentOn ? [] : remedies(data, '本决定')),
];
