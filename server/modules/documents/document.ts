/** A legal document (文书): its kinds, what each one says, and the hash over all of it. No I/O. */
import { canonical } from '#platform/canonical';
import { hashOf } from '#platform/ids';
import type { DocumentKind } from './kinds.ts';

export { documentKinds, type DocumentKind } from './kinds.ts';

/** What a kind is called, the word in its number, and the article that asks for it. */
export interface KindOfDocument {
  zh: string;
  en: string;
  /** 文号 word between the department's short name and the year. */
  word: string;
  law: string;
  /** True for acts against which review and action are open, so that their service starts those periods. */
  remedies: boolean;
}

/** All kinds. Numbers are unique by department, word and year, so no two kinds share a word. */
export const kindsOfDocument: Record<DocumentKind, KindOfDocument> = {
  receipt: {
    zh: '收件凭证',
    en: 'Receipt',
    word: '收',
    law: '《中华人民共和国行政许可法》第三十二条',
    remedies: false,
  },
  acceptanceNotice: {
    zh: '受理通知书',
    en: 'Notice of Acceptance',
    word: '受',
    law: '《中华人民共和国行政许可法》第三十二条',
    remedies: false,
  },
  supplementNotice: {
    zh: '补正材料一次性告知书',
    en: 'Notice of Materials to Be Supplemented',
    word: '补',
    law: '《中华人民共和国行政许可法》第三十二条第一款第四项',
    remedies: false,
  },
  nonAcceptance: {
    zh: '不予受理决定书',
    en: 'Decision of Non-acceptance',
    word: '不受',
    law: '《中华人民共和国行政许可法》第三十二条',
    remedies: true,
  },
  noLicenceNeeded: {
    zh: '无需办理告知书',
    en: 'Notice That No Licence Is Needed',
    word: '免',
    law: '《中华人民共和国行政许可法》第三十二条第一款第一项',
    remedies: true,
  },
  referral: {
    zh: '不属于本机关职权范围告知书',
    en: 'Notice of the Competent Authority',
    word: '移',
    law: '《中华人民共和国行政许可法》第三十二条第一款第二项',
    remedies: true,
  },
  decisionGrant: {
    zh: '准予行政许可决定书',
    en: 'Decision to Grant',
    word: '准',
    law: '《中华人民共和国行政许可法》第三十八条第一款',
    remedies: true,
  },
  decisionRefuse: {
    zh: '不予行政许可决定书',
    en: 'Decision to Refuse',
    word: '不准',
    law: '《中华人民共和国行政许可法》第三十八条第二款',
    remedies: true,
  },
  withdrawal: {
    zh: '终止办理通知书',
    en: 'Notice of Termination',
    word: '终',
    law: '《中华人民共和国行政许可法》第二十九条',
    remedies: true,
  },
  correction: {
    zh: '更正通知书',
    en: 'Notice of Correction',
    word: '更',
    law: '《中华人民共和国行政许可法》第三十二条第一款第三项',
    remedies: false,
  },
  extensionNotice: {
    zh: '延长办理期限告知书',
    en: 'Notice of Extension',
    word: '延',
    law: '《中华人民共和国行政许可法》第四十二条',
    remedies: false,
  },
  specialProcedureNotice: {
    zh: '特别程序告知书',
    en: 'Notice of Special Procedure',
    word: '特',
    law: '《中华人民共和国行政许可法》第四十五条',
    remedies: false,
  },
  deliveryReceipt: {
    zh: '送达回证',
    en: 'Acknowledgement of Service',
    word: '送',
    law: '《中华人民共和国行政许可法》第四十四条',
    remedies: false,
  },
  feeNotice: {
    zh: '缴费通知书',
    en: 'Notice of Fees',
    word: '费',
    law: '《中华人民共和国行政许可法》第五十九条',
    remedies: false,
  },
  feeReceipt: {
    zh: '收款收据',
    en: 'Receipt of Payment',
    word: '据',
    law: '《中华人民共和国行政许可法》第五十九条',
    remedies: false,
  },
  resultProof: {
    zh: '办理结果证明',
    en: 'Certificate of Result',
    word: '证',
    law: '《中华人民共和国行政许可法》第三十九条',
    remedies: true,
  },
  consultation: {
    zh: '征求意见函',
    en: 'Request for an Opinion',
    word: '征',
    law: '《中华人民共和国行政许可法》第二十六条',
    remedies: false,
  },
  consultationReply: {
    zh: '意见回复函',
    en: 'Opinion of a Consulted Department',
    word: '复',
    law: '《中华人民共和国行政许可法》第二十六条',
    remedies: false,
  },
  jointOutcome: {
    zh: '联办结果告知书',
    en: 'Outcome of Joint Handling',
    word: '联',
    law: '《中华人民共和国行政许可法》第二十六条',
    remedies: false,
  },
  simulatedOpinion: {
    zh: '模拟审批意见书',
    en: 'Opinion of a Simulated Approval',
    word: '模',
    law: '国办发〔2019〕11号',
    remedies: false,
  },
  hearingOffer: {
    zh: '听证告知书',
    en: 'Notice of the Right to a Hearing',
    word: '听告',
    law: '《中华人民共和国行政许可法》第四十七条',
    remedies: false,
  },
  hearingNotice: {
    zh: '听证通知书',
    en: 'Notice of Hearing',
    word: '听通',
    law: '《中华人民共和国行政许可法》第四十八条第一款第一项',
    remedies: false,
  },
  hearingRecord: {
    zh: '听证笔录',
    en: 'Record of Hearing',
    word: '听录',
    law: '《中华人民共和国行政许可法》第四十八条第一款第五项',
    remedies: false,
  },
  undertaking: {
    zh: '承诺书',
    en: 'Undertaking',
    word: '诺',
    law: '国办发〔2020〕42号',
    remedies: false,
  },
  undertakingNotice: {
    zh: '承诺逾期告知书',
    en: 'Notice of a Lapsed Undertaking',
    word: '逾',
    law: '国办发〔2020〕42号',
    remedies: true,
  },
  promiseCheck: {
    zh: '承诺核查结果告知书',
    en: 'Result of the Check of a Promise',
    word: '核',
    law: '国办发〔2020〕42号',
    remedies: true,
  },
  revocation: {
    zh: '撤销决定书',
    en: 'Decision of Revocation',
    word: '撤',
    law: '《中华人民共和国行政许可法》第六十九条',
    remedies: true,
  },
};

/** Version of the templates with which new documents are frozen; an old document keeps the one it was made with. */
export const templateVersion = 1;

/** The start of the display number of a kind at a department in a year: 云溪市监受〔2026〕. */
export const numberPrefix = (kind: DocumentKind, shortName: string, year: number): string =>
  `${shortName}${kindsOfDocument[kind].word}〔${year}〕`;

/** 云溪市监受〔2026〕第000123号 */
export const displayNumber = (prefix: string, serial: number): string =>
  `${prefix}第${String(serial).padStart(6, '0')}号`;

/** What of a document decides whether a later notice puts it right. */
interface Correctable {
  id: string;
  kind: string;
  number: string;
  data: Record<string, unknown>;
  issuedAt: Date;
}

/** As what a notice of correction names the applicant. */
const applicantsName: ReadonlySet<unknown> = new Set(['申请人', '申请人名称', '申请人姓名']);

/**
 * The notices of correction (更正通知书) among the documents of the same subject that concern this one: those that name its number, and
 * those that came after it and put the applicant's name right, which every document bears.
 */
export function correctionsOf<D extends Correctable>(doc: Correctable, ofSubject: readonly D[]): D[] {
  const putsNameRight = ({ data }: D): boolean =>
    ((data.changes ?? []) as { what: unknown; was: unknown }[]).some(
      ({ what, was }) => applicantsName.has(what) || (was !== '' && was === doc.data.recipientName),
    );
  return ofSubject.filter(
    (other) =>
      other.kind === 'correction' &&
      other.id !== doc.id &&
      (other.data.ofNumber === doc.number || (other.issuedAt >= doc.issuedAt && putsNameRight(other))),
  );
}

/** What was granted and its result no longer hold after a decision of revocation (撤销决定书) on the same subject. */
export const revocationOf = <D extends Correctable>(doc: Correctable, ofSubject: readonly D[]): D | undefined =>
  doc.kind === 'resultProof' || doc.kind === 'decisionGrant'
    ? ofSubject.find((other) => other.kind === 'revocation' && other.issuedAt >= doc.issuedAt)
    : undefined;

/** What the hash of a document covers. */
export interface Hashed {
  id: string;
  kind: string;
  number: string;
  departmentId: string | null;
  subjectKind: string;
  subjectId: string;
  recipientId: string | null;
  data: unknown;
  templateVersion: number;
  issuedAt: Date;
}

/** SHA-256 as hex over the canonical JSON of all that the document says. */
export const hashOfDocument = (doc: Hashed): string =>
  hashOf(
    canonical({
      id: doc.id,
      kind: doc.kind,
      number: doc.number,
      departmentId: doc.departmentId,
      subjectKind: doc.subjectKind,
      subjectId: doc.subjectId,
      recipientId: doc.recipientId,
      data: doc.data,
      templateVersion: doc.templateVersion,
      issuedAt: doc.issuedAt.toISOString(),
    }),
  );
