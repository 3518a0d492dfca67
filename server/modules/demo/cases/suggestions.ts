/** What the people of the invented district suggest, and how far each suggestion has come. Nobody's words. */
import type { FigureId } from '#modules/insight/contract';

export interface Suggested {
  title: string;
  body: string;
  by: 'resident' | 'head' | 'office';
  /** Key of the department that gets the order. */
  department: string;
  figure?: FigureId;
  /** End of the code of an item that it is about. */
  item?: string;
  daysAgo: number;
  /** How far it has come, unless the district's day comes first. */
  until:
    | 'suggested'
    | 'dispatched'
    | 'accepted'
    | 'planned'
    | 'done'
    | 'sentBack'
    | 'verified'
    | 'adopted'
    | 'declined'
    | 'closed';
  plan: string;
  answer: string;
}

export const suggestions: readonly Suggested[] = [
  { title: '少填一遍身份信息', body: '办理时姓名、证件号、地址在三张表里各填一遍，希望登录后自动带出。', by: 'resident', department: 'market-supervision', figure: 'visits', daysAgo: 110, until: 'adopted', plan: '表单自动带出已登记信息', answer: '已采纳：常办事项表单已自动带出您的登记信息，感谢您的建议。' },
  { title: '办结后短信附上取件地址', body: '短信只说可以取件，没有写到哪个窗口，跑错了地方。', by: 'resident', department: 'service-office', figure: 'visits', daysAgo: 102, until: 'adopted', plan: '短信增加取件地点和开放时间', answer: '已采纳：取件短信已写明地点和时间。' },
  { title: '平面图给个样例', body: '不知道经营场所平面图要画到什么程度，退了两次。', by: 'resident', department: 'market-supervision', figure: 'visits', item: '330131001000', daysAgo: 95, until: 'adopted', plan: '办事指南增加平面图样例和常见错误', answer: '已采纳：指南已附样例图，欢迎再提意见。' },
  { title: '午间留一个窗口', body: '上班族只有中午有空，建议午间留一个综合窗口。', by: 'resident', department: 'service-office', figure: 'intake', daysAgo: 90, until: 'adopted', plan: '大厅和三个街道网点午间轮值', answer: '已采纳：午间轮值窗口已开放。' },
  { title: '社保卡补办别再要照片', body: '系统里已有照片，不应再交纸质照片。', by: 'resident', department: 'human-resources', figure: 'sparedMaterials', item: '330114020000', daysAgo: 84, until: 'adopted', plan: '改为调取已有照片，本人确认后使用', answer: '已采纳：补办不再提交照片。' },
  { title: '低保材料由部门去查', body: '老人跑银行开流水太难，建议部门之间查询。', by: 'resident', department: 'civil-affairs', figure: 'sparedMaterials', daysAgo: 78, until: 'adopted', plan: '与相关部门建立共享查询', answer: '已采纳：授权后由民政部门查询，不再提交流水。' },
  { title: '把承诺时限压到三天', body: '本部门审查平均只用两天，承诺五天过于保守。', by: 'head', department: 'market-supervision', figure: 'compression', item: '330131001000', daysAgo: 72, until: 'adopted', plan: '承诺时限由五个工作日改为三个工作日', answer: '已采纳：新版事项已按三个工作日承诺。' },
  { title: '不动产登记增加线上预约', body: '现场排队时间长，希望可以先约时间。', by: 'resident', department: 'planning-resources', figure: 'visits', item: '330115001000', daysAgo: 31, until: 'verified', plan: '开通预约并按时段叫号', answer: '已采纳。' },
  { title: '户口迁移进度看不明白', body: '查询只显示办理中，不知道等谁。', by: 'resident', department: 'public-security', figure: 'rated', daysAgo: 29, until: 'verified', plan: '进度页增加当前环节说明', answer: '已采纳。' },
  { title: '镇街窗口能收企业变更', body: '去区里单程一小时，能不能在镇里交材料。', by: 'resident', department: 'market-supervision', figure: 'intake', item: '330131005000', daysAgo: 24, until: 'done', plan: '向五个镇街下放收件权限', answer: '正在核验。' },
  { title: '残疾人证换发上门办', body: '行动不便的家庭希望上门采集。', by: 'resident', department: 'civil-affairs', figure: 'visits', daysAgo: 23, until: 'done', plan: '建立上门服务预约名单', answer: '正在核验。' },
  { title: '电子发票直接发手机', body: '缴费后还要回窗口打印票据。', by: 'resident', department: 'service-office', figure: 'visits', daysAgo: 25, until: 'sentBack', plan: '缴费成功后推送电子票据', answer: '正在整改。' },
  { title: '指南里的旧电话改过来', body: '公积金咨询电话已经停用，打不通。', by: 'resident', department: 'housing-construction', daysAgo: 48, until: 'adopted', plan: '全面核对指南中的联系电话', answer: '已采纳：电话已更正，并改为每季度核对。' },
  { title: '施工许可材料清单太长', body: '同一份合同要三份复印件，能否一份扫描件。', by: 'resident', department: 'housing-construction', figure: 'sparedMaterials', daysAgo: 17, until: 'planned', plan: '清单由十六项减为十一项', answer: '正在落实。' },
  { title: '差评多在等候时间', body: '上月差评六成与等候有关，建议按时段增开窗口。', by: 'office', department: 'service-office', figure: 'rated', daysAgo: 16, until: 'planned', plan: '按取号数据动态增开窗口', answer: '正在落实。' },
  { title: '网办率低的事项先改表单', body: '网办率低于三成的事项，多因表单在手机上难填。', by: 'office', department: 'market-supervision', figure: 'online', daysAgo: 38, until: 'planned', plan: '逐项改为手机优先的表单', answer: '正在落实。' },
  { title: '医保报销可以拍照上传', body: '年轻人在外地，寄原件不方便。', by: 'resident', department: 'medical-insurance', figure: 'online', daysAgo: 15, until: 'planned', plan: '先行开放门诊报销拍照上传', answer: '正在落实。' },
  { title: '食品许可现场核查提前约', body: '核查员来了店里没人，又等一周。', by: 'resident', department: 'market-supervision', figure: 'usedDays', item: '330131001000', daysAgo: 13, until: 'planned', plan: '核查前一日电话预约', answer: '正在落实。' },
  { title: '超期办件要说明原因', body: '超期后没有告知原因和新的时间。', by: 'resident', department: 'public-security', figure: 'late', daysAgo: 26, until: 'accepted', plan: '按建议研究改进', answer: '感谢您的建议' },
  { title: '人才补贴少盖一个章', body: '单位盖章后又要社区盖章。', by: 'resident', department: 'human-resources', figure: 'sparedMaterials', daysAgo: 8, until: 'accepted', plan: '按建议研究改进', answer: '感谢您的建议' },
  { title: '希望所有事项当天办结', body: '能不能都当天出结果。', by: 'resident', department: 'market-supervision', figure: 'usedDays', daysAgo: 44, until: 'closed', plan: '按建议研究改进', answer: '部分事项依法需要现场核查和公示，不能当天办结；可当天办结的事项已在指南标明。' },
  { title: '取消所有身份核验', body: '每次都要人脸，太麻烦。', by: 'resident', department: 'public-security', daysAgo: 41, until: 'closed', plan: '按建议研究改进', answer: '身份核验是为保护您的个人信息和财产安全，不能取消；已合并同一次办理中的重复核验。' },
  { title: '窗口人员统一普通话', body: '有时听不太懂方言。', by: 'resident', department: 'human-resources', daysAgo: 6, until: 'declined', plan: '按建议研究改进', answer: '窗口人员管理不属本部门职责，建议由政务服务办研究。' },
  { title: '学区信息可以查询', body: '每年入学前都要打很多电话。', by: 'resident', department: 'education', daysAgo: 6, until: 'dispatched', plan: '按建议研究改进', answer: '感谢您的建议' },
  { title: '公租房轮候顺序公开', body: '想知道自己排第几。', by: 'resident', department: 'housing-construction', daysAgo: 19, until: 'dispatched', plan: '按建议研究改进', answer: '感谢您的建议' },
  { title: '道路占用许可附图在线画', body: '纸质图要去图文店打印。', by: 'resident', department: 'urban-management', figure: 'online', daysAgo: 5, until: 'dispatched', plan: '按建议研究改进', answer: '感谢您的建议' },
  { title: '自助机字太小', body: '老人看不清自助机上的字。', by: 'resident', department: 'service-office', figure: 'visits', daysAgo: 4, until: 'dispatched', plan: '按建议研究改进', answer: '感谢您的建议' },
  { title: '镇街办件平均用时偏长', body: '各镇街平均用时高于大厅，建议统一审查标准。', by: 'office', department: 'market-supervision', figure: 'usedOfPromise', daysAgo: 5, until: 'dispatched', plan: '按建议研究改进', answer: '感谢您的建议' },
  { title: '周六上午能不能办', body: '平时请不了假。', by: 'resident', department: 'service-office', daysAgo: 2, until: 'suggested', plan: '按建议研究改进', answer: '感谢您的建议' },
  { title: '办事大厅多放几把椅子', body: '高峰期站着等的人多。', by: 'resident', department: 'service-office', daysAgo: 1, until: 'suggested', plan: '按建议研究改进', answer: '感谢您的建议' },
]; // prettier-ignore
