/** The accounts that the sign-in page offers: who they are and why one would be them. */

/** Known to everybody; satisfies the rules for passwords. Demo mode is reachable from this machine only. */
export const demoPassword = 'Yunxi-2026';

export interface NamedAccount {
  login: string;
  name: string;
  title: string;
  titleEn: string;
}

/** Where a named member of staff sits; the rest of the staff is drawn around them. */
export interface NamedStaff extends NamedAccount {
  role: 'clerk' | 'examiner' | 'head' | 'office' | 'admin' | 'auditor';
  department?: string;
  outlet?: string;
  window?: string;
}

/** Residents with their own stories; the first in the list of all residents, in this order. */
export interface NamedResident extends NamedAccount {
  sex: 'male' | 'female';
  bornOn: string;
  town: string;
  /** A passport instead of a resident card. */
  passport?: string;
  /** The business that is theirs: name and letters 9 to 17 of its credit code. */
  company?: { name: string; trade: string };
  /** Acts for so many businesses of others. */
  agentOf?: number;
}

export const namedResidents: readonly NamedResident[] = [
  { login: 'xiaoman', name: '陈小满', sex: 'female', bornOn: '1993-05-21', town: 'wangshu', title: '居民陈小满：新手妈妈，家里的事都在手机上办', titleEn: 'Chen Xiaoman, a resident and new mother who does everything on her phone' },
  { login: 'yuanzhou', name: '林远舟', sex: 'male', bornOn: '1986-11-08', town: 'yunxi', company: { name: '云溪远舟餐饮管理有限公司', trade: '餐饮管理' }, title: '企业主林远舟：开着两家面馆，公司的事自己跑', titleEn: 'Lin Yuanzhou, owner of a restaurant company' },
  { login: 'zhixia', name: '周知夏', sex: 'female', bornOn: '1995-07-02', town: 'luting', agentOf: 6, title: '经办人周知夏：替六家企业办事', titleEn: 'Zhou Zhixia, who acts for six companies' },
  { login: 'anna', name: 'Anna Keller', sex: 'female', bornOn: '1990-02-14', town: 'luting', passport: 'C01X00T47', title: '外籍居民 Anna Keller：用英文界面、护照办事', titleEn: 'Anna Keller, a foreign resident with a passport' },
  { login: 'defu', name: '高德福', sex: 'male', bornOn: '1951-03-19', town: 'qingwu', title: '老人高德福：在青坞镇办事，用长辈模式', titleEn: 'Gao Defu, 75, of Qingwu Town: try the elder mode' },
]; // prettier-ignore

export const namedStaff: readonly NamedStaff[] = [
  { login: 'clerk', name: '王雨桐', role: 'clerk', department: 'service-office', outlet: 'hall', window: 'A02', title: '窗口人员王雨桐：大厅 A02 无差别综合窗口', titleEn: 'Wang Yutong, clerk at window A02 of the hall, where any matter is taken' },
  { login: 'property', name: '沈嘉禾', role: 'clerk', department: 'planning-resources', outlet: 'hall', window: 'C29', title: '窗口人员沈嘉禾：大厅 C29 不动产登记专窗', titleEn: 'Shen Jiahe, clerk at window C29, property registration' },
  { login: 'town', name: '何春燕', role: 'clerk', outlet: 'town-qingwu', title: '乡镇人员何春燕：青坞镇便民服务中心', titleEn: 'He Chunyan, clerk of Qingwu Town Service Centre' },
  { login: 'examiner', name: '李景行', role: 'examiner', department: 'market-supervision', title: '审查人员李景行：区市场监督管理局', titleEn: 'Li Jingxing, examiner of the Market Supervision Bureau' },
  { login: 'head', name: '赵启明', role: 'head', department: 'market-supervision', title: '负责人赵启明：区市场监督管理局，作决定', titleEn: 'Zhao Qiming, head of the Market Supervision Bureau, who decides' },
  { login: 'police', name: '孙伯言', role: 'head', department: 'public-security', title: '负责人孙伯言：区公安分局', titleEn: 'Sun Boyan, head of the Public Security Bureau' },
  { login: 'steward', name: '苏念安', role: 'clerk', department: 'service-office', outlet: 'hall', window: 'A03', title: '帮办专员苏念安：陪企业投资项目从立项到验收', titleEn: 'Su Nian’an, steward who helps companies with their investment projects' },
  { login: 'office', name: '吴静宜', role: 'office', title: '政务办吴静宜：管大厅、管目录，对数据负责', titleEn: 'Wu Jingyi of the service office, who runs the hall and answers for the figures' },
  { login: 'admin', name: '郑川', role: 'admin', title: '系统管理员郑川：管账号和岗位，须二次验证', titleEn: 'Zheng Chuan, administrator of accounts and posts; needs a second factor' },
  { login: 'auditor', name: '冯知远', role: 'auditor', title: '审计员冯知远：只看不办', titleEn: 'Feng Zhiyuan, auditor, who sees everything and does nothing' },
]; // prettier-ignore
