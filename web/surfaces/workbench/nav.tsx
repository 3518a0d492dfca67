/** What the rail at the left shows. Each person sees what their posts reach; the server decides. */
import {
  ApartmentOutlined,
  AuditOutlined,
  AlertOutlined,
  BankOutlined,
  BarChartOutlined,
  BookOutlined,
  BulbOutlined,
  ContainerOutlined,
  FileProtectOutlined,
  FileTextOutlined,
  HomeOutlined,
  IdcardOutlined,
  ProjectOutlined,
  RobotOutlined,
  SafetyCertificateOutlined,
  SafetyOutlined,
  SendOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Role } from '#platform/permissions';
import type { Language } from '#web/words/words.ts';
import {
  caseRoles,
  catalogueRoles,
  counterRoles,
  figureRoles,
  jointRoles,
  placeRoles,
  rulesRoles,
  staffListRoles,
  warningRoles,
  windowRoles,
} from './roles.ts';
import { careNav, hallNav } from './nav-hall.tsx';

export interface NavEntry {
  key: string;
  words: Record<Language, string>;
  /** Below `/workbench`. */
  path: string;
  icon: ReactNode;
  /** Absent: everybody who is signed in. */
  roles?: readonly Role[];
}

/** Entries under one heading, which folds. */
export interface NavGroup {
  key: string;
  words: Record<Language, string>;
  entries: readonly NavEntry[];
}

/** Above all headings. */
export const homeEntry: NavEntry = {
  key: 'home',
  words: { 'zh-CN': '今日', en: 'Today' },
  path: '/',
  icon: <HomeOutlined />,
};

const casesNav: readonly NavEntry[] = [
  {
    key: 'cases',
    words: { 'zh-CN': '办件', en: 'Cases' },
    path: '/cases',
    icon: <ContainerOutlined />,
    roles: caseRoles,
  },
  {
    key: 'intake',
    words: { 'zh-CN': '窗口收件', en: 'Intake' },
    path: '/intake',
    icon: <IdcardOutlined />,
    roles: counterRoles,
  },
  {
    key: 'matters',
    words: { 'zh-CN': '联办', en: 'Joint' },
    path: '/matters',
    icon: <ApartmentOutlined />,
    roles: jointRoles,
  },
  {
    key: 'undertakings',
    words: { 'zh-CN': '承诺', en: 'Undertakings' },
    path: '/undertakings',
    icon: <FileProtectOutlined />,
    roles: caseRoles,
  },
  {
    key: 'certificates',
    words: { 'zh-CN': '证照', en: 'Certificates' },
    path: '/certificates',
    icon: <SafetyOutlined />,
    roles: ['examiner', 'head'],
  },
  {
    key: 'projects',
    words: { 'zh-CN': '投资项目', en: 'Projects' },
    path: '/projects',
    icon: <ProjectOutlined />,
    roles: caseRoles,
  },
  {
    key: 'exchange',
    words: { 'zh-CN': '跨区通办', en: 'Districts' },
    path: '/exchange',
    icon: <SwapOutlined />,
    roles: caseRoles,
  },
  {
    key: 'people',
    words: { 'zh-CN': '个人与单位', en: 'People' },
    path: '/people',
    icon: <SolutionOutlined />,
    roles: windowRoles,
  },
];

const figuresNav: readonly NavEntry[] = [
  {
    key: 'figures',
    words: { 'zh-CN': '数据', en: 'Figures' },
    path: '/figures',
    icon: <BarChartOutlined />,
    roles: figureRoles,
  },
  {
    key: 'bulletins',
    words: { 'zh-CN': '月报', en: 'Bulletins' },
    path: '/bulletins',
    icon: <FileTextOutlined />,
    roles: figureRoles,
  },
  {
    key: 'improvements',
    words: { 'zh-CN': '改进建议', en: 'Improvements' },
    path: '/improvements',
    icon: <BulbOutlined />,
    roles: figureRoles,
  },
  {
    key: 'machine',
    words: { 'zh-CN': '机器预审', en: 'Machine' },
    path: '/machine',
    icon: <RobotOutlined />,
    roles: figureRoles,
  },
  {
    key: 'warnings',
    words: { 'zh-CN': '预警设置', en: 'Warnings' },
    path: '/warnings',
    icon: <AlertOutlined />,
    roles: warningRoles,
  },
];

const settingsNav: readonly NavEntry[] = [
  {
    key: 'items',
    words: { 'zh-CN': '事项目录', en: 'Catalogue' },
    path: '/items',
    icon: <BookOutlined />,
    roles: catalogueRoles,
  },
  {
    key: 'rules',
    words: { 'zh-CN': '审查规则', en: 'Rules' },
    path: '/rules',
    icon: <AuditOutlined />,
    roles: rulesRoles,
  },
  {
    key: 'offices',
    words: { 'zh-CN': '机构网点', en: 'Places' },
    path: '/offices',
    icon: <BankOutlined />,
    roles: placeRoles,
  },
  {
    key: 'staff',
    words: { 'zh-CN': '人员岗位', en: 'Staff' },
    path: '/staff',
    icon: <TeamOutlined />,
    roles: staffListRoles,
  },
  {
    key: 'messages',
    words: { 'zh-CN': '消息发送', en: 'Messages' },
    path: '/messages',
    icon: <SendOutlined />,
    roles: placeRoles,
  },
  {
    key: 'audit',
    words: { 'zh-CN': '审计', en: 'Audit' },
    path: '/audit',
    icon: <SafetyCertificateOutlined />,
    roles: ['auditor'],
  },
  {
    key: 'signIns',
    words: { 'zh-CN': '登录记录', en: 'Sign-ins' },
    path: '/audit/sign-ins',
    icon: <SafetyCertificateOutlined />,
    roles: ['admin'],
  },
];

/** The headings in the order of the rail. */
export const nav: readonly NavGroup[] = [
  { key: 'cases', words: { 'zh-CN': '受理办理', en: 'Applications' }, entries: casesNav },
  { key: 'hall', words: { 'zh-CN': '大厅现场', en: 'In the hall' }, entries: hallNav },
  { key: 'care', words: { 'zh-CN': '服务质量', en: 'Service' }, entries: careNav },
  { key: 'figures', words: { 'zh-CN': '数据监测', en: 'Oversight' }, entries: figuresNav },
  { key: 'settings', words: { 'zh-CN': '基础设置', en: 'Settings' }, entries: settingsNav },
];
