/** Words of the documents of a hearing (行政许可法 art. 46 to 48). No I/O. */
import type { DataOf } from '../data.ts';
import { sayDate, sayTime, type Block } from './paper.ts';
import { byLaw, endSentence, matterOf } from './words.ts';

const ofParties = (parties: readonly string[]): Block[] =>
  parties.length > 0 ? [{ p: `本通知同时送达利害关系人：${parties.join('、')}。` }] : [];

/** Art. 47: the right to a hearing is told before the decision. */
export const hearingOffer = (data: DataOf<'hearingOffer'>): Block[] => [
  {
    p: `你（单位）提出的${matterOf(data)}申请（办件编号：${data.caseNumber}），本机关已于${sayDate(data.acceptedOn)}受理。${endSentence(data.reason)}`,
  },
  {
    p: `${byLaw(data, '第四十七条')}你（单位）和利害关系人享有要求听证的权利。要求听证的，应当自收到本告知书之日起五个工作日内（${sayDate(data.askBy)}前）向本机关提出；逾期未提出的，视为放弃听证。组织听证不收取任何费用。`,
  },
  ...ofParties(data.parties),
];

/** Art. 48 (1): time and place, seven days before; who presides may be challenged. */
export const hearingNotice = (data: DataOf<'hearingNotice'>): Block[] => [
  {
    p: `${data.called ? `${data.reason ? endSentence(data.reason) : ''}${byLaw(data, '第四十六条')}` : `根据听证申请，${byLaw(data, '第四十八条')}`}本机关就${matterOf(data)}申请（办件编号：${data.caseNumber}）举行听证。${!data.called && data.reason ? `原定时间变更，原因：${endSentence(data.reason)}` : ''}`,
  },
  {
    pairs: [
      ['听证时间', sayTime(data.heldAt)],
      ['听证地点', data.where],
      ['听证主持人', data.presiding],
    ],
  },
  {
    p: '申请人、利害关系人可以亲自参加听证，也可以委托一至二人代理；认为主持人与本事项有直接利害关系的，有权申请回避。审查人员应当提供审查意见的证据、理由，申请人、利害关系人可以提出证据，并进行申辩和质证。无正当理由不参加听证的，视为放弃听证。',
  },
  ...ofParties(data.parties),
];

/** Art. 48 (5): the record, checked and signed by who took part. */
export const hearingRecord = (data: DataOf<'hearingRecord'>): Block[] => [
  {
    pairs: [
      ['事项名称', data.itemName],
      ['办件编号', data.caseNumber],
      ['申请人', data.recipientName],
      ['听证时间', sayTime(data.heldAt)],
      ['听证地点', data.where],
      ['听证主持人', data.presiding],
      ['到场人员', data.present.length > 0 ? data.present.join('、') : '无'],
    ],
  },
  ...(data.held
    ? [{ heading: '听证记录' }, { p: data.record }]
    : [{ p: `申请听证的人没有到场，视为放弃听证。${endSentence(data.record)}` }]),
  { heading: '主持人意见' },
  { p: endSentence(data.outcome) },
  ...(data.held ? [{ sign: ['申请人（签名或盖章）', '利害关系人（签名或盖章）', '听证主持人（签名）'] }] : []),
  { note: '听证笔录应当交听证参加人确认无误后签字或者盖章；本机关根据听证笔录作出决定。' },
];
