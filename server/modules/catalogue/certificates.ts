/**
 * Kinds of certificates that people and companies have (证照), and how far what lies in a locker can be trusted. Data that items refer
 * to: a material says which kinds meet it. Pure; the browser has it from the contract.
 */

/** Whose certificate it can be. */
type Holder = 'person' | 'organisation';

interface CertificateKind {
  zh: string;
  en: string;
  holders: readonly Holder[];
}

const people = ['person'] as const;
const companies = ['organisation'] as const;
const both = ['person', 'organisation'] as const;

/** The coded list; a code that was used is never given another meaning. */
export const certificateKinds = {
  idCard: { zh: '居民身份证', en: 'Identity card', holders: people },
  householdRegister: { zh: '居民户口簿', en: 'Household register', holders: people },
  residencePermit: { zh: '浙江省居住证', en: 'Residence permit', holders: people },
  passport: { zh: '护照', en: 'Passport', holders: people },
  marriageCertificate: { zh: '结婚证', en: 'Marriage certificate', holders: people },
  divorceCertificate: { zh: '离婚证', en: 'Divorce certificate', holders: people },
  birthCertificate: { zh: '出生医学证明', en: 'Medical certificate of birth', holders: people },
  disabilityCertificate: { zh: '残疾人证', en: 'Disability certificate', holders: people },
  veteranCertificate: { zh: '退役军人证件', en: 'Veteran’s certificate', holders: people },
  socialCard: { zh: '社会保障卡', en: 'Social security card', holders: people },
  drivingLicence: { zh: '机动车驾驶证', en: 'Driving licence', holders: people },
  diploma: { zh: '学历学位证书', en: 'Diploma', holders: people },
  qualification: { zh: '职业（执业）资格证书', en: 'Professional qualification', holders: people },
  healthCertificate: { zh: '健康证明', en: 'Health certificate', holders: people },
  incomeProof: { zh: '收入证明', en: 'Proof of income', holders: people },
  labourContract: { zh: '劳动合同', en: 'Employment contract', holders: both },
  businessLicence: { zh: '营业执照', en: 'Business licence', holders: both },
  institutionCertificate: { zh: '事业单位、社会组织法人登记证书', en: 'Certificate of a public institution or social organisation', holders: companies }, // prettier-ignore
  articlesOfAssociation: { zh: '章程', en: 'Articles of association', holders: companies },
  propertyCertificate: { zh: '不动产权证书', en: 'Real estate certificate', holders: both },
  lease: { zh: '房屋租赁合同', en: 'Lease', holders: both },
  vehicleLicence: { zh: '机动车行驶证', en: 'Vehicle licence', holders: both },
  foodLicence: { zh: '食品经营许可证', en: 'Food business licence', holders: both },
  hygieneLicence: { zh: '公共场所卫生许可证', en: 'Hygiene licence of public places', holders: both },
  fireCertificate: { zh: '消防安全检查意见', en: 'Fire safety certificate', holders: both },
  environmentApproval: { zh: '环境影响评价批复', en: 'Approval of the environmental assessment', holders: both },
  planningPermit: { zh: '规划许可证', en: 'Planning permit', holders: both },
  constructionPermit: { zh: '建筑工程施工许可证', en: 'Construction permit', holders: both },
  schoolLicence: { zh: '办学许可证', en: 'School licence', holders: companies },
  medicalLicence: { zh: '医疗机构执业许可证', en: 'Medical institution licence', holders: both },
  floorPlan: { zh: '场所平面图', en: 'Floor plan', holders: both },
  bankAccount: { zh: '银行账户信息', en: 'Bank account', holders: both },
  photo: { zh: '证件照片', en: 'Passport photo', holders: people },
  other: { zh: '其他材料', en: 'Other paper', holders: both },
} as const satisfies Record<string, CertificateKind>;
export type Certificate = keyof typeof certificateKinds;
export const certificates = Object.keys(certificateKinds) as Certificate[];

/** How far something can be trusted, the strongest first. */
export const trustLevels = ['issued', 'verified', 'accepted', 'declared'] as const;
export type Trust = (typeof trustLevels)[number];

/** What each level means: who has seen what. */
export const trustMeanings = {
  issued: {
    zh: '本区机关制发，或由主管部门的数据取得：内容与机关留底一致。',
    en: 'Made out by an office of this district, or fetched from the department in charge: it says what the office’s own record says.',
  },
  verified: {
    zh: '窗口人员核对过原件，与上传的电子件一致。',
    en: 'A member of staff saw the original at a window and found the file the same.',
  },
  accepted: {
    zh: '曾在一件已准予的办件中提交，经审查未提出异议；没有单独核对原件。',
    en: 'Handed in with an earlier application that was granted; examined there without objection, the original was not compared.',
  },
  declared: {
    zh: '本人自行上传，没有人核对过。',
    en: 'Uploaded by the owner; nobody has looked at it yet.',
  },
} as const satisfies Record<Trust, { zh: string; en: string }>;

/** Whether a level is at least as strong as another. */
export const isTrustedAs = (trust: Trust, least: Trust): boolean =>
  trustLevels.indexOf(trust) <= trustLevels.indexOf(least);
