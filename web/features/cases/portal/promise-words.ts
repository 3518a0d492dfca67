/** Words of hearings, renewals and of what is undertaken, on the portal. */
import { words } from '#web/words/words.ts';

export const promiseWords = words({
  'zh-CN': {
    undertakeTitle: '请阅读并签署承诺',
    undertakeSigned: '承诺书签名',
    undertakeLater: (names: string, limit: string) =>
      `我承诺在受理后${limit}内补交：${names}，并保证补交的材料真实有效。逾期没有补齐的，接受下列处理：`,
    undertakePromise: (names: string) =>
      `我已知晓应当符合的条件，承诺已经符合，以本承诺代替：${names}，愿意接受核查。承诺不实的，接受下列处理：`,
    consequences: { withhold: '补齐以前不颁发办理结果', revoke: '撤销已经作出的决定' },
    consequenceRecord: (months: number) =>
      months > 0 ? `记入承诺记录，${months} 个月内不能再用容缺受理和告知承诺` : '记入承诺记录',
    limitOf: (value: number, unit: 'workingDay' | 'calendarDay') =>
      `${value}${unit === 'workingDay' ? '个工作日' : '日'}`,
    undertakenBy: (name: string, day: string) => `${name}（${day}前）`,
    undertakings: '您的承诺',
    undertakingStates: {
      open: '待补交',
      cured: '已补交',
      lapsed: '逾期没有补交',
      kept: '核查属实',
      broken: '核查不实',
      ended: '不再需要',
    },
    promiseOpen: '可能会核查',
    cureNow: '现在补交',
    cureSend: '提交材料',
    withheld: (names: string) => `补交${names}以后才能颁发结果。`,
    hearingOffered: (day: string) => `这件事涉及他人重大利益，您可以要求听证，${day}前提出，不收费。`,
    hearingAsked: (day: string) => `已申请听证，应在${day}前举行；听证的时间不计入办理期限。`,
    hearingSet: (at: string, place: string, who: string) =>
      `听证：${at}，${place}，主持人${who}。认为主持人有利害关系的，可以申请回避。`,
    hearingHeld: (day: string) => `听证已于${day}举行，将根据听证笔录作出决定。`,
    hearingAsk: '要求听证',
    hearingWaive: '不要听证',
    hearingBack: '撤回听证申请',
    hearingReason: '您的理由',
    renewalBy: (day: string) => `原许可${day}到期；到期前没有决定的，视为准予延续。`,
  },
  en: {
    undertakeTitle: 'Read and sign your undertaking',
    undertakeSigned: 'Signature of the undertaking',
    undertakeLater: (names, limit) =>
      `I undertake to hand in within ${limit} of acceptance: ${names}, and that it is genuine and valid. If I do not, I accept that`,
    undertakePromise: (names) =>
      `I know the conditions and promise that I meet them; this takes the place of: ${names}. I accept to be checked. If it is not true, I accept that`,
    consequences: {
      withhold: 'the result is held back until then',
      revoke: 'what was granted is revoked',
    },
    consequenceRecord: (months) =>
      months > 0 ? `it goes on record, and for ${months} months I can undertake nothing more` : 'it goes on record',
    limitOf: (value, unit) => `${value} ${unit === 'workingDay' ? 'working days' : 'days'}`,
    undertakenBy: (name, day) => `${name} (by ${day})`,
    undertakings: 'What you undertook',
    undertakingStates: {
      open: 'to be handed in',
      cured: 'handed in',
      lapsed: 'not handed in in time',
      kept: 'checked: true',
      broken: 'checked: not true',
      ended: 'no longer needed',
    },
    promiseOpen: 'may be checked',
    cureNow: 'Hand it in now',
    cureSend: 'Hand it in',
    withheld: (names) => `The result can be given once you have handed in: ${names}.`,
    hearingOffered: (day) =>
      `Major interests of others are at stake: you may ask for a hearing until ${day}, free of charge.`,
    hearingAsked: (day) => `A hearing was asked for and is held by ${day}; its time does not count.`,
    hearingSet: (at, place, who) =>
      `Hearing: ${at}, ${place}, presided over by ${who}. If they have an interest in the matter, you may ask for somebody else.`,
    hearingHeld: (day) => `The hearing was held on ${day}; the decision follows its record.`,
    hearingAsk: 'Ask for a hearing',
    hearingWaive: 'I want no hearing',
    hearingBack: 'Take the request back',
    hearingReason: 'Your reasons',
    renewalBy: (day) => `The licence ends on ${day}: without a decision by then it counts as renewed.`,
  },
});
