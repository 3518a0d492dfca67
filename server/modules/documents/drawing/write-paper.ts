/** From a frozen document to its words, by the version of the templates that it was frozen with. No I/O. */
import { shanghaiDay } from '#platform/clock';
import type { DataOf, Matter } from '../data.ts';
import type { DocumentKind } from '../kinds.ts';
import { titleOf } from '../title.ts';
import * as decisions from './decision-papers.ts';
import * as fees from './fee-papers.ts';
import * as joint from './joint-papers.ts';
import * as hearings from './hearing-papers.ts';
import * as intake from './intake-papers.ts';
import type { Block, Paper } from './paper.ts';
import * as undertakings from './undertaking-papers.ts';

/** What is drawn: the row, and the address of the page that proves it. */
export interface Drawable {
  kind: DocumentKind;
  number: string;
  data: Record<string, unknown>;
  templateVersion: number;
  hash: string;
  verifyCode: string;
  issuedAt: Date;
  publicUrl: string;
}

const writers: { [K in DocumentKind]: (data: DataOf<K>) => Block[] } = {
  receipt: intake.receipt,
  acceptanceNotice: intake.acceptanceNotice,
  supplementNotice: intake.supplementNotice,
  nonAcceptance: intake.nonAcceptance,
  noLicenceNeeded: intake.noLicenceNeeded,
  referral: intake.referral,
  decisionGrant: decisions.decisionGrant,
  decisionRefuse: decisions.decisionRefuse,
  withdrawal: decisions.withdrawal,
  correction: decisions.correction,
  extensionNotice: decisions.extensionNotice,
  specialProcedureNotice: decisions.specialProcedureNotice,
  deliveryReceipt: decisions.deliveryReceipt,
  feeNotice: fees.feeNotice,
  feeReceipt: fees.feeReceipt,
  resultProof: decisions.resultProof,
  consultation: joint.consultation,
  consultationReply: joint.consultationReply,
  jointOutcome: joint.jointOutcome,
  simulatedOpinion: joint.simulatedOpinion,
  hearingOffer: hearings.hearingOffer,
  hearingNotice: hearings.hearingNotice,
  hearingRecord: hearings.hearingRecord,
  undertaking: undertakings.undertaking,
  undertakingNotice: undertakings.undertakingNotice,
  promiseCheck: undertakings.promiseCheck,
  revocation: undertakings.revocation,
};

/** Forms are filled in about somebody; letters are addressed to them. */
const forms: ReadonlySet<DocumentKind> = new Set([
  'deliveryReceipt',
  'feeReceipt',
  'resultProof',
  'hearingRecord',
  'undertaking',
]);

/** Throws an Error for a version of the templates that this version of the product does not have. */
export function writePaper(doc: Drawable): Paper {
  if (doc.templateVersion !== 1) throw new Error(`There are no templates of version ${doc.templateVersion}`);
  const matter = doc.data as unknown as Matter;
  const title = titleOf(doc.kind, doc.data);
  return {
    kind: doc.kind,
    title: title.zh,
    titleEn: title.en,
    number: doc.number,
    ...(forms.has(doc.kind) ? {} : { to: matter.recipientName }),
    blocks: writers[doc.kind](doc.data as never),
    issuer: matter.departmentName,
    issuedOn: shanghaiDay(doc.issuedAt),
    sealName: matter.sealName ?? `${matter.departmentName}行政审批专用章`,
    contact: [
      ...(matter.departmentAddress ? [`地址：${matter.departmentAddress}`] : []),
      ...(matter.telephone ? [`联系电话：${matter.telephone}`] : []),
    ],
    copies: '本文书一式两份，一份送达，一份存档。',
    verifyUrl: `${doc.publicUrl}/verify/${doc.verifyCode}`,
    verifyCode: doc.verifyCode,
  };
}
