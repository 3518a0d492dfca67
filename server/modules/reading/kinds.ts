/** The kinds of documents that are read, with their names. The browser knows them too. */
export const readKinds = {
  businessLicence: { zh: '营业执照', en: 'Business licence' },
  idCardFront: { zh: '居民身份证（人像面）', en: 'Identity card, front' },
  idCardBack: { zh: '居民身份证（国徽面）', en: 'Identity card, back' },
  propertyCertificate: { zh: '不动产权证书', en: 'Property certificate' },
  lease: { zh: '房屋租赁合同', en: 'Lease' },
  householdPage: { zh: '户口簿（常住人口登记卡）', en: 'Household register, page of a person' },
  marriageCertificate: { zh: '结婚证', en: 'Marriage certificate' },
  healthCertificate: { zh: '健康证明', en: 'Health certificate' },
  diploma: { zh: '毕业证书', en: 'Diploma' },
  birthCertificate: { zh: '出生医学证明', en: 'Medical certificate of birth' },
  foodPermit: { zh: '食品经营许可证', en: 'Food business permit' },
  bankAccount: { zh: '基本存款账户信息（开户许可证）', en: 'Bank account certificate' },
} as const;
export type ReadKind = keyof typeof readKinds;
export const readKindNames = Object.keys(readKinds) as [ReadKind, ...ReadKind[]];
