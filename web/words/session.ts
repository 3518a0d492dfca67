/** Words around signing in, and those of the roles. */
import { words } from './words.ts';

export const sessionWords = words({
  'zh-CN': {
    signIn: '登录',
    signOut: '退出登录',
    signedInAs: (name: string) => `当前登录：${name}`,
    standsInFor: (name: string) => `代 ${name}`,
    roles: {
      anyone: '访客',
      resident: '办事群众',
      clerk: '窗口人员',
      examiner: '审查人员',
      head: '部门负责人',
      office: '政务服务办',
      admin: '系统管理员',
      auditor: '审计人员',
    },
    ended: '登录已经结束，请重新登录',
    appearance: '外观',
    light: '浅色',
    dark: '深色',
    system: '随系统',
  },
  en: {
    signIn: 'Sign in',
    signOut: 'Sign out',
    signedInAs: (name) => `Signed in as ${name}`,
    standsInFor: (name) => `for ${name}`,
    roles: {
      anyone: 'Visitor',
      resident: 'Resident',
      clerk: 'Clerk',
      examiner: 'Examiner',
      head: 'Head of department',
      office: 'Service office',
      admin: 'Administrator',
      auditor: 'Auditor',
    },
    ended: 'Your session has ended: sign in again',
    appearance: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    system: 'As the system',
  },
});
