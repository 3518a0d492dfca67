/** Reasons that are given often, to begin with: one on each line. Part of `step-words.ts`. */
import { words } from '#web/words/words.ts';

export const usualReasons = words({
  'zh-CN': {
    refuseAcceptance: [
      '申请人不具备申请资格',
      '申请事项不属于本机关职权范围',
      '补正期限内没有补齐材料',
      '提供的材料不真实',
    ].join('\n'),
    revoke: ['承诺后补的材料逾期没有补齐', '承诺不实', '以欺骗、贿赂等不正当手段取得', '不符合法定条件'].join('\n'),
    refuse: ['不符合法定条件', '场所不符合要求', '提供虚假材料', '涉及他人重大利益且听证后认定不宜许可'].join('\n'),
    sayNotNeeded: ['此类活动依法不需要许可', '已由其他许可涵盖，无需另行办理', '本项许可已依法取消'].join('\n'),
    sendOn: ['事项由该部门办理', '辖区由该部门管理', '职权已划转至该部门'].join('\n'),
    referOut: ['应向上一级机关申请', '应向住所地机关申请', '应向登记机关申请'].join('\n'),
    withdraw: ['申请人不再需要办理', '申请人要重新准备材料', '申请人选错了事项'].join('\n'),
    waiveFee: ['低收入家庭减免', '小微企业减免', '政策性免收'].join('\n'),
    refundFee: ['重复缴费', '申请撤回，未提供服务', '收费金额有误'].join('\n'),
  },
  en: {
    refuseAcceptance: [
      'The applicant is not entitled to apply',
      'The matter is not within this office’s powers',
      'The supplement did not come in time',
      'The materials are not genuine',
    ].join('\n'),
    revoke: [
      'What was undertaken did not come',
      'The promise was false',
      'It was obtained by deceit',
      'The legal conditions are not met',
    ].join('\n'),
    refuse: [
      'The legal conditions are not met',
      'The premises do not meet the requirements',
      'False materials were handed in',
      'After a hearing, the interests of others weigh more',
    ].join('\n'),
    sayNotNeeded: [
      'This activity needs no licence by law',
      'Another licence covers it already',
      'This licence was abolished',
    ].join('\n'),
    sendOn: ['That department is in charge', 'The place lies in its area', 'The power was moved there'].join('\n'),
    referOut: ['The next higher office is in charge', 'The office of the domicile', 'The registering office'].join(
      '\n',
    ),
    withdraw: ['Not needed any more', 'The materials are to be prepared anew', 'The wrong item was chosen'].join('\n'),
    waiveFee: ['Low income', 'Small business', 'By policy'].join('\n'),
    refundFee: ['Paid twice', 'Withdrawn before the service', 'The amount was wrong'].join('\n'),
  },
});
