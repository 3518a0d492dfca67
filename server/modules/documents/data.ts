/**
 * What the documents say, kind by kind: plain facts that are frozen with the document, with nothing that has to be looked up
 * again when it is drawn. Days are YYYY-MM-DD of Asia/Shanghai, money is in fen.
 */

/** What every document says. */
export interface Matter {
  /** The department in whose name it is issued, by its full name: 云溪区市场监督管理局. */
  departmentName: string;
  departmentNameEn?: string;
  /** What the seal says: 云溪区市场监督管理局行政审批专用章 (行政许可法 art. 32: the office's special seal). */
  sealName?: string;
  departmentAddress?: string;
  telephone?: string;
  /** Where it was issued: 云溪区政务服务中心 3 号窗口. */
  place?: string;
  /** The case as people know it. */
  caseNumber: string;
  itemName: string;
  itemNameEn?: string;
  itemCode?: string;
  /** False for items without a licensing procedure (确认, 给付, 公共服务): titles and citations then leave the licensing law out. */
  licensing?: boolean;
  /** The recipient's name as it was then. */
  recipientName: string;
  /** 身份证号 or 统一社会信用代码, masked by the caller where the document may be seen by others. */
  recipientIdText?: string;
  recipientIdKind?: string;
  /** Who acted for the recipient. */
  agentName?: string;
}

/** One material in a list. */
export interface ListedMaterial {
  name: string;
  /** 原件, 复印件, 电子件, ... */
  form?: string;
  copies?: number;
  note?: string;
}

/** A law with its article: 《食品安全法》第三十五条. */
export interface CitedLaw {
  law: string;
  article?: string;
}

/** Where one may turn against an act: review by the first, action at the second. */
export interface Remedies {
  reviewBody: string;
  court: string;
}

export interface FeeLine {
  name: string;
  amountFen: number;
  basis?: string;
}

/** The facts of each kind, beside those of every document. */
export interface FactsOf {
  receipt: {
    submittedAt: string;
    /** 网上, 窗口, 乡镇代办点, ... */
    channel?: string;
    materials: readonly ListedMaterial[];
    /** Of several departments that handle one matter together: whose part is which, and which one waits for another's result. */
    parts?: readonly { itemName: string; departmentName: string; caseNumber?: string; after?: string }[];
    /** What happens next and until when. */
    limitText?: string;
    dueOn?: string;
  };
  acceptanceNotice: {
    acceptedOn: string;
    /** Statutory date; `promisedOn` the earlier one that the office promised. */
    dueOn?: string;
    promisedOn?: string;
    limitText?: string;
    provisional?: boolean;
    materials?: readonly ListedMaterial[];
    feeText?: string;
    /** Nothing was told in time: accepted by the law itself, from the day on which the materials came in. */
    deemed?: boolean;
  };
  supplementNotice: {
    submittedOn: string;
    /** Everything at once (一次性告知): what is missing or wrong, and what to do about it. */
    items: readonly { material: string; what: string }[];
    until?: string;
    provisional?: boolean;
  };
  nonAcceptance: { submittedOn: string; reasons: readonly string[]; basis: readonly CitedLaw[] } & Remedies;
  noLicenceNeeded: { submittedOn: string; reasons: readonly string[]; basis: readonly CitedLaw[] } & Remedies;
  referral: {
    submittedOn: string;
    /** The office that is in charge. */
    toName: string;
    toAddress?: string;
    toTelephone?: string;
    reasons: readonly string[];
    basis: readonly CitedLaw[];
    /** The materials were handed on to it (移送), so that the applicant need not go there. */
    sentOn: boolean;
  } & Remedies;
  decisionGrant: {
    acceptedOn: string;
    basis: readonly CitedLaw[];
    /** What is granted, in a sentence. */
    content?: string;
    resultName?: string;
    resultNumber?: string;
    validFrom?: string;
    validUntil?: string;
    conditions?: readonly string[];
    /** Within how many working days the certificate is issued (art. 44), said as a date. */
    deliverBy?: string;
    /** Materials that the applicant undertook to hand in later, for which the certificate waits. */
    waitsFor?: readonly string[];
    /** By whose record it was decided (art. 48). */
    hearingOn?: string;
    /** Nothing was decided before the licence expired on this day: granted by the law itself (art. 50). */
    deemedOn?: string;
  } & Partial<Remedies>;
  decisionRefuse: {
    acceptedOn: string;
    /** By whose record it was decided (art. 48). */
    hearingOn?: string;
    reasons: readonly string[];
    basis: readonly CitedLaw[];
  } & Remedies;
  withdrawal: {
    submittedOn: string;
    /** `withdrawn` at the applicant's wish, `notSupplemented` nothing came in time, `other` as the reason says. */
    cause: 'withdrawn' | 'notSupplemented' | 'other';
    reason?: string;
    endedOn: string;
  } & Partial<Remedies>;
  correction: {
    /** The document or entry that is corrected. */
    ofNumber?: string;
    changes: readonly { what: string; was: string; is: string }[];
    reason?: string;
  };
  extensionNotice: {
    acceptedOn: string;
    wasDueOn: string;
    dueOn: string;
    workingDays: number;
    reason: string;
    approvedBy?: string;
    provisional?: boolean;
    /** Joint handling (art. 42 (2)): approved by the government and not by the head of the office. */
    joint?: boolean;
  };
  specialProcedureNotice: {
    acceptedOn: string;
    /** 听证, 检验, 检测, 检疫, 鉴定, 专家评审, 招标, 拍卖. */
    procedure: string;
    reason: string;
    startsOn: string;
    /** Time that it takes, which does not count towards the decision (art. 45). */
    plannedWorkingDays: number;
  };
  deliveryReceipt: {
    documents: readonly { name: string; number: string }[];
    way: ServiceWay;
    servedOn?: string;
    servedAt?: string;
    receivedBy?: string;
    serverName?: string;
    note?: string;
  };
  feeNotice: { items: readonly FeeLine[]; totalFen: number; payUntil?: string; howToPay?: string };
  feeReceipt: {
    items: readonly FeeLine[];
    totalFen: number;
    paidOn: string;
    /** 网上支付, 现金, 刷卡, ... */
    method: string;
    providerRef?: string;
    payerName?: string;
  };
  resultProof: {
    /** The title over the document instead of the kind's own: 户口登记证明. */
    title?: string;
    titleEn?: string;
    lines: readonly { label: string; value: string }[];
    statement: string;
    validUntil?: string;
  } & Partial<Remedies>;
  consultation: {
    question: string;
    answerBy: string;
    provisional?: boolean;
    /** Whether no answer in time counts as consent. */
    silenceIsConsent: boolean;
    /** What is sent along, by name. */
    given: readonly string[];
    askedBy?: string;
  };
  consultationReply: {
    /** The department that asked. */
    askedByDepartment: string;
    ofNumber: string;
    question: string;
    answer: 'agreed' | 'disagreed' | 'conditional' | 'silent';
    text?: string;
  };
  jointOutcome: {
    submittedOn: string;
    outcome: 'granted' | 'partlyGranted' | 'refused' | 'withdrawn';
    /** What the rule of the matter is, in a sentence. */
    policy: string;
    parts: readonly { itemName: string; departmentName: string; caseNumber?: string; what: string }[];
    decidedOn: string;
  };
  /** Of no legal effect: the paper says so before anything else. */
  simulatedOpinion: {
    projectName: string;
    begunOn: string;
    /** What is missing, in words. */
    missing: readonly string[];
    opinion: string;
    proposal: 'grant' | 'refuse';
    conditions?: string;
    /** The last day on which it can be made formal. */
    metBy: string;
  };
  hearingOffer: { acceptedOn: string; reason: string; parties: readonly string[]; askBy: string };
  hearingNotice: {
    /** An instant. */
    heldAt: string;
    /** Where it is held. */
    where: string;
    presiding: string;
    parties: readonly string[];
    /** Why it is moved, or why the office itself calls it. */
    reason?: string;
    /** Called by the office itself (依职权, art. 46) instead of asked for. */
    called: boolean;
  };
  hearingRecord: {
    heldAt: string;
    /** Where it is held. */
    where: string;
    presiding: string;
    /** False: nobody came. */
    held: boolean;
    present: readonly string[];
    record: string;
    outcome: string;
  };
  undertaking: {
    way: 'tolerance' | 'promise';
    materials: readonly ListedMaterial[];
    madeOn: string;
    /** Last day on which what is missing is handed in. */
    cureBy?: string;
    consequences: readonly string[];
    signedBy: string;
    /** The signature as a path of an SVG, or how it was given at the counter. */
    signedHow: string;
  };
  undertakingNotice: {
    madeOn: string;
    dueOn: string;
    materials: readonly string[];
    consequences: readonly string[];
  } & Remedies;
  promiseCheck: {
    checkedOn: string;
    materials: readonly string[];
    kept: boolean;
    finding: string;
    consequences: readonly string[];
  } & Remedies;
  revocation: {
    decidedOn: string;
    /** The item of art. 69 that it rests on; decisions from before it was asked for have none. */
    ground?: { article: string; text: string; deceit: boolean; rule?: string };
    reasons: readonly string[];
    /** When and how the holder was told before, and what they said. */
    heardOn?: string;
    heard?: string;
    basis: readonly CitedLaw[];
    /** The number of the result that holds no longer. */
    resultNumber?: string;
  } & Remedies;
}

/** How a document was served. `onSite` 当场送达, `left` 留置送达. */
export const serviceWays = ['collected', 'posted', 'electronic', 'onSite', 'left'] as const;
export type ServiceWay = (typeof serviceWays)[number];

/** All that a document of a kind says. */
export type DataOf<K extends keyof FactsOf> = Matter & FactsOf[K];
