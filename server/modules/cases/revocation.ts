/**
 * On what grounds a granted licence is revoked (行政许可法 art. 69), as data: the head names one, the decision cites its item, and what
 * becomes of the licensee's interests follows from its paragraph. Pure.
 */

/** What paragraph 4 makes of the licensee's interests: harm is made good by the office, nothing is protected, or it does not say. */
export type Interests = 'compensated' | 'unprotected' | 'unsaid';

interface Ground {
  /** Its place in article 69; empty for what the applicant undertook. */
  place: string;
  text: string;
  textEn: string;
  interests: Interests;
}

export const revocationGrounds = {
  abuse: {
    place: '第一款第（一）项',
    text: '行政机关工作人员滥用职权、玩忽职守作出准予行政许可决定的',
    textEn: 'The staff granted it by abuse of power or neglect of duty',
    interests: 'compensated',
  },
  beyondPowers: {
    place: '第一款第（二）项',
    text: '超越法定职权作出准予行政许可决定的',
    textEn: 'It was granted beyond the powers of the office',
    interests: 'compensated',
  },
  procedure: {
    place: '第一款第（三）项',
    text: '违反法定程序作出准予行政许可决定的',
    textEn: 'It was granted against the procedure that the law prescribes',
    interests: 'compensated',
  },
  ineligible: {
    place: '第一款第（四）项',
    text: '对不具备申请资格或者不符合法定条件的申请人准予行政许可的',
    textEn: 'It was granted to an applicant who is not entitled or does not meet the conditions',
    interests: 'compensated',
  },
  otherByLaw: {
    place: '第一款第（五）项',
    text: '依法可以撤销行政许可的其他情形',
    textEn: 'Another case in which a law allows the revocation: the reasons name it',
    interests: 'compensated',
  },
  deceit: {
    place: '第二款',
    text: '被许可人以欺骗、贿赂等不正当手段取得行政许可的',
    textEn: 'The licensee got it by deceit, bribery or other improper means',
    interests: 'unprotected',
  },
  undertaking: {
    place: '',
    text: '申请人没有履行容缺后补的承诺或者承诺不实，事项公布的后果包括撤销决定的',
    textEn: 'What the applicant undertook was not kept or was false, and the item names revocation as its consequence',
    interests: 'unsaid',
  },
} as const satisfies Record<string, Ground>;

export type RevocationGround = keyof typeof revocationGrounds;
export const groundsOfRevocation = Object.keys(revocationGrounds) as RevocationGround[];

/** Whether something that was undertaken in the case lapsed or turned out false, with revocation as the consequence that the item names. */
export const brokeUndertaking = (
  undertakings: readonly { state: string; consequences: readonly string[] }[],
): boolean =>
  undertakings.some(
    ({ state, consequences }) => (state === 'lapsed' || state === 'broken') && consequences.includes('revoke'),
  );

/** The grounds that can be named in a case. */
export const groundsFor = (undertakings: Parameters<typeof brokeUndertaking>[0]): RevocationGround[] =>
  groundsOfRevocation.filter((ground) => ground !== 'undertaking' || brokeUndertaking(undertakings));
