/** What the rail at the left shows. Each person sees what their posts reach; the server decides. */
import {
  BankOutlined,
  BarChartOutlined,
  ContainerOutlined,
  HomeOutlined,
  IdcardOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Role } from '#platform/permissions';
import type { Language } from '#web/words/words.ts';
import { caseRoles, counterRoles, figureRoles, placeRoles, staffListRoles } from './roles.ts';

export interface NavEntry {
  key: string;
  words: Record<Language, string>;
  /** Below `/workbench`. */
  path: string;
  icon: ReactNode;
  /** Absent: everybody who is signed in. */
  roles?: readonly Role[];
}

export const nav: readonly NavEntry[] = [
  { key: 'home', words: { 'zh-CN': '今日', en: 'Today' }, path: '/', icon: <HomeOutlined /> },
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
    key: 'figures',
    words: { 'zh-CN': '数据', en: 'Figures' },
    path: '/figures',
    icon: <BarChartOutlined />,
    roles: figureRoles,
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
];
