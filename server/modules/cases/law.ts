/** The articles that the steps of a case rest on, as data: shown in timelines and printed on documents. */

export interface Article {
  law: string;
  article: string;
  summary: string;
  summaryEn: string;
}

const licensing = (article: string, summary: string, summaryEn: string): Article => ({
  law: '中华人民共和国行政许可法',
  article,
  summary,
  summaryEn,
});

export const articles = {
  tellAll: licensing(
    '第三十二条第一款第（四）项',
    '申请材料不齐全或者不符合法定形式的，当场或者五个工作日内一次告知需要补正的全部内容',
    'Everything missing is told at once, on the spot or within five working days',
  ),
  accept: licensing(
    '第三十二条第一款第（五）项',
    '属于本机关职权范围、材料齐全、符合法定形式的，应当受理',
    'What is complete and within the office’s powers is accepted',
  ),
  deemedAccepted: licensing(
    '第三十二条第一款第（四）项',
    '逾期不告知的，自收到申请材料之日起即为受理',
    'Without notice in time the case counts as accepted from the day of receipt',
  ),
  refuseAcceptance: licensing(
    '第三十二条第二款',
    '不予受理的，出具加盖专用印章和注明日期的书面凭证',
    'Non-acceptance is given in writing, sealed and dated',
  ),
  notNeeded: licensing(
    '第三十二条第一款第（一）项',
    '依法不需要取得行政许可的，即时告知申请人不受理',
    'Where no licence is needed, the applicant is told at once',
  ),
  notOurs: licensing(
    '第三十二条第一款第（二）项',
    '不属于本机关职权范围的，即时作出不予受理的决定，并告知向有关行政机关申请',
    'Where another office is competent, the applicant is told at once which one',
  ),
  correct: licensing(
    '第三十二条第一款第（三）项',
    '材料存在可以当场更正的错误的，应当允许当场更正',
    'Mistakes that can be put right on the spot are put right on the spot',
  ),
  examine: licensing('第三十四条', '对申请材料进行审查', 'The materials are examined'),
  grant: licensing(
    '第三十八条第一款',
    '符合法定条件、标准的，作出准予行政许可的书面决定',
    'Whoever meets the conditions is granted the licence in writing',
  ),
  refuse: licensing(
    '第三十八条第二款',
    '不予许可的，说明理由并告知复议、诉讼权利',
    'A refusal gives its reasons and the rights of review and action',
  ),
  issue: licensing(
    '第四十四条',
    '自作出决定之日起十个工作日内颁发、送达',
    'Issued and delivered within ten working days of the decision',
  ),
  extend: licensing(
    '第四十二条第一款',
    '二十日内不能作出决定的，经本行政机关负责人批准，可以延长十日，并将延长期限的理由告知申请人',
    'With the approval of the head of the office ten working days more; the applicant is told why',
  ),
  specialProcedure: licensing(
    '第四十五条',
    '听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审所需时间不计算在期限内，并书面告知申请人',
    'Hearing, tender, auction, inspection, testing, quarantine, appraisal and expert review do not count; told in writing',
  ),
  recount: licensing(
    '第八十二条',
    '规定的期限以工作日计算，不含法定节假日；放假安排公布或者调整的，重新计算',
    'Periods are working days without public holidays; counted again when the holidays are published or changed',
  ),
  fee: licensing(
    '第五十八条、第五十九条',
    '收费须有法律、行政法规依据，按公布的项目和标准收取',
    'Fees need a basis in law and are charged at the published rate',
  ),
  offerHearing: licensing(
    '第四十七条',
    '直接涉及申请人与他人之间重大利益关系的，在作出决定前告知享有要求听证的权利；五日内提出申请的，二十日内组织听证',
    'Where major interests between the applicant and others are at stake, they are told of their right to a hearing; asked for within five working days, it is held within twenty',
  ),
  holdHearing: licensing(
    '第四十八条第一款第（一）项',
    '于举行听证的七日前将时间、地点通知申请人、利害关系人；由审查该申请的工作人员以外的人员主持',
    'Time and place are told seven working days before; nobody presides who examines the case',
  ),
  hearingRecord: licensing(
    '第四十八条第一款第（五）项、第二款',
    '听证应当制作笔录，行政机关应当根据听证笔录作出行政许可决定',
    'A record is kept, and the decision is made by it',
  ),
  deemedGranted: licensing(
    '第五十条第二款',
    '应当在该行政许可有效期届满前作出是否准予延续的决定；逾期未作决定的，视为准予延续',
    'Renewal is decided before the licence expires; without a decision it counts as granted',
  ),
  revoke: licensing(
    '第六十九条',
    '被许可人以欺骗等不正当手段取得许可的，或者准予不符合法定条件的申请人许可的，可以或者应当撤销',
    'What was obtained by deceit, or granted to somebody who does not meet the conditions, is revoked',
  ),
  undertaking: {
    law: '一窗受理工作规则',
    article: '容缺受理',
    summary: '主件齐全、次要材料欠缺的，申请人书面承诺在约定日期前补齐后先予受理；逾期未补的按事项公布的后果处理',
    summaryEn:
      'What is tolerable may follow by an agreed day, undertaken in writing; otherwise the consequences that the item names follow',
  },
  promise: {
    law: '国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见（国办发〔2020〕42号）',
    article: '告知承诺',
    summary: '以书面承诺代替证明，当场办理，事后核查；承诺不实的，终止办理、撤销决定并记入信用记录',
    summaryEn:
      'A written promise takes the place of a proof, and is checked afterwards; a false one ends in revocation and an entry in the record',
  },
  withdraw: {
    law: '一窗受理工作规则',
    article: '申请人撤回',
    summary: '作出决定前，申请人可以撤回申请',
    summaryEn: 'The applicant may withdraw at any time before the decision',
  },
} as const satisfies Record<string, Article>;
