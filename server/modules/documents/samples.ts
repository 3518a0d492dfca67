/** Documents for tests and for looking at: invented people, real turns of phrase. */
import type { DataOf } from './data.ts';
import type { DocumentKind } from './kinds.ts';

const matter = {
  departmentName: '云溪区市场监督管理局',
  departmentNameEn: 'Yunxi District Administration for Market Regulation',
  departmentAddress: '云溪区文汇路 88 号政务服务中心二楼',
  telephone: '0570-8888 1234',
  caseNumber: '330100-20260610-000123',
  itemName: '食品经营许可（新办）',
  itemCode: '11330100MB12345678-331031012000-01',
  recipientName: '云溪区老张面馆',
  recipientIdKind: '统一社会信用代码',
  recipientIdText: '92330100MA2H****9X',
  agentName: '张伟',
  place: '云溪区政务服务中心 12 号窗口',
};
const remedies = { reviewBody: '云溪区人民政府', court: '云溪区人民法院' };
const basis = [
  { law: '中华人民共和国食品安全法', article: '35' },
  { law: '食品经营许可和备案管理办法', article: '12' },
];
const materials = [
  { name: '食品经营许可申请书', form: '原件', copies: 1 },
  { name: '营业执照或者其他主体资格证明文件复印件', form: '电子件', copies: 1, note: '数据共享免提交' },
  { name: '与食品经营相适应的主要设备设施布局、操作流程等文件', form: '复印件', copies: 2 },
  {
    name: '食品安全自查、从业人员健康管理、进货查验记录、食品安全事故处置等保证食品安全的规章制度',
    form: '复印件',
    copies: 1,
    note: '容缺，5个工作日内补交',
  },
];
/** One document of each kind. */
export const samples: { [K in DocumentKind]: DataOf<K> } = {
  receipt: { ...matter, submittedAt: '2026-06-10T01:32:00Z', channel: '网上', materials, dueOn: '2026-06-17' },
  acceptanceNotice: {
    ...matter,
    acceptedOn: '2026-06-11',
    dueOn: '2026-07-10',
    promisedOn: '2026-06-23',
    limitText: '20个工作日（承诺8个工作日）',
    materials,
    feeText: '不收费',
  },
  supplementNotice: {
    ...matter,
    submittedOn: '2026-06-10',
    items: [
      { material: '食品经营许可申请书', what: '第3页未加盖公章；经营场所面积与平面图不一致，请核对后重新填写。' },
      { material: '主要设备设施布局图', what: '缺少后厨排水、排烟设施的标注。' },
      { material: '', what: '请补充法定代表人联系电话。' },
    ],
    until: '2026-07-02',
  },
  nonAcceptance: {
    ...matter,
    submittedOn: '2026-06-10',
    reasons: [
      '经营场所位于《云溪区禁止开办餐饮服务场所目录》所列的住宅楼内，且未设置专用烟道',
      '申请人在一年内曾因隐瞒真实情况被不予受理',
    ],
    basis,
    ...remedies,
  },
  noLicenceNeeded: {
    ...matter,
    submittedOn: '2026-06-10',
    reasons: ['你单位仅销售预包装食品，依法办理备案即可'],
    basis,
    ...remedies,
  },
  referral: {
    ...matter,
    submittedOn: '2026-06-10',
    toName: '云溪区卫生健康局',
    toAddress: '云溪区健康路 6 号',
    toTelephone: '0570-8888 4321',
    reasons: ['公共场所卫生许可由卫生健康部门实施'],
    basis: [{ law: '公共场所卫生管理条例', article: '第四条' }],
    sentOn: false,
    ...remedies,
  },
  decisionGrant: {
    ...matter,
    acceptedOn: '2026-06-11',
    basis,
    content: '准予在云溪区文汇路 21 号从事热食类食品制售',
    resultName: '食品经营许可证',
    resultNumber: 'JY23301080012345',
    validFrom: '2026-06-23',
    validUntil: '2031-06-22',
    conditions: ['应当在经营场所显著位置悬挂许可证', '食品安全管理人员变动的，应当在十个工作日内报告'],
    deliverBy: '2026-07-07',
    ...remedies,
  },
  decisionRefuse: {
    ...matter,
    acceptedOn: '2026-06-11',
    reasons: [
      '现场核查发现粗加工、切配、烹饪场所未分开设置',
      '未配备与经营规模相适应的冷藏、消毒设施',
      '食品安全管理制度与实际经营项目不符',
    ],
    basis,
    ...remedies,
  },
  withdrawal: { ...matter, submittedOn: '2026-06-10', cause: 'notSupplemented', endedOn: '2026-07-03', ...remedies },
  correction: {
    ...matter,
    ofNumber: '云溪市监受〔2026〕第000123号',
    changes: [{ what: '申请人名称', was: '云溪区老章面馆', is: '云溪区老张面馆' }],
    reason: '录入时笔误',
  },
  extensionNotice: {
    ...matter,
    acceptedOn: '2026-06-11',
    wasDueOn: '2026-07-10',
    dueOn: '2026-07-24',
    workingDays: 10,
    reason: '现场核查涉及两处经营场所，需要分别进行',
    approvedBy: '王建国',
  },
  specialProcedureNotice: {
    ...matter,
    acceptedOn: '2026-06-11',
    procedure: '专家评审',
    reason: '该申请涉及中央厨房项目',
    startsOn: '2026-06-15',
    plannedWorkingDays: 15,
  },
  deliveryReceipt: {
    ...matter,
    documents: [{ name: '准予行政许可决定书', number: '云溪市监准〔2026〕第000045号' }],
    way: 'collected',
    servedOn: '2026-06-24',
    servedAt: '云溪区政务服务中心',
    receivedBy: '张伟',
    serverName: '李芳',
  },
  feeNotice: {
    ...matter,
    items: [
      { name: '特种设备检验费', amountFen: 123456, basis: '浙价费〔2018〕12号' },
      { name: '证书工本费', amountFen: 1000, basis: '发改价格〔2015〕2136号' },
    ],
    totalFen: 124456,
    payUntil: '2026-06-30',
  },
  feeReceipt: {
    ...matter,
    items: [{ name: '特种设备检验费', amountFen: 123456, basis: '浙价费〔2018〕12号' }],
    totalFen: 123456,
    paidOn: '2026-06-20T03:00:00Z',
    method: '网上支付',
    providerRef: 'SIM20260620000001',
  },
  resultProof: {
    ...matter,
    title: '户口登记项目变更证明',
    lines: [
      { label: '姓名', value: '李梅' },
      { label: '变更项目', value: '文化程度' },
      { label: '变更后', value: '大学本科' },
    ],
    statement: '兹证明李梅于2026年6月20日在我局办理户口登记项目变更',
    ...remedies,
  },
};
