/** The kinds of documents. */
export const documentKinds = [
  'receipt',
  'acceptanceNotice',
  'supplementNotice',
  'nonAcceptance',
  'noLicenceNeeded',
  'referral',
  'decisionGrant',
  'decisionRefuse',
  'withdrawal',
  'correction',
  'extensionNotice',
  'specialProcedureNotice',
  'deliveryReceipt',
  'feeNotice',
  'feeReceipt',
  'resultProof',
  'consultation',
  'consultationReply',
  'jointOutcome',
] as const;
export type DocumentKind = (typeof documentKinds)[number];
