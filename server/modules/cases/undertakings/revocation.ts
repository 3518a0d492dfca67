/**
 * Why what was granted is taken back, and what follows for whoever held it (行政许可法 art. 69). Data with its items; where the matter
 * is no licence they hold by the house's rules, and the decision cites no article.
 */
export const revocationGrounds = {
  abuse: {
    article: '第六十九条第一款第（一）项',
    text: '行政机关工作人员滥用职权、玩忽职守作出准予决定',
    textEn: 'Granted by abuse of power or neglect of duty',
    deceit: false,
  },
  beyondPowers: {
    article: '第六十九条第一款第（二）项',
    text: '超越法定职权作出准予决定',
    textEn: 'Granted beyond the powers of the office',
    deceit: false,
  },
  againstProcedure: {
    article: '第六十九条第一款第（三）项',
    text: '违反法定程序作出准予决定',
    textEn: 'Granted against the procedure that the law prescribes',
    deceit: false,
  },
  notQualified: {
    article: '第六十九条第一款第（四）项',
    text: '对不具备申请资格或者不符合法定条件的申请人准予',
    textEn: 'Granted to somebody who may not apply, or who does not meet the conditions',
    deceit: false,
  },
  otherwise: {
    article: '第六十九条第一款第（五）项',
    text: '依法可以撤销的其他情形，包括承诺后补的材料逾期未补',
    textEn: 'Another case in which the law allows it, such as what was undertaken and never came',
    deceit: false,
  },
  deceit: {
    article: '第六十九条第二款',
    text: '以欺骗、贿赂等不正当手段取得，包括以不实承诺取得',
    textEn: 'Obtained by deceit, bribery or other improper means, a false promise among them',
    deceit: true,
  },
} as const satisfies Record<string, { article: string; text: string; textEn: string; deceit: boolean }>;

export type RevocationGround = keyof typeof revocationGrounds;
export const revocationGroundNames = Object.keys(revocationGrounds) as RevocationGround[];
