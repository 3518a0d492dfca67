/** The hall in the rail: who calls, who walks round, whoever answers for it, and what its visitors and staff say. */
import {
  CarryOutOutlined,
  DesktopOutlined,
  FieldTimeOutlined,
  FrownOutlined,
  LikeOutlined,
  MessageOutlined,
  NotificationOutlined,
  PrinterOutlined,
  QuestionCircleOutlined,
  ReadOutlined,
  UserSwitchOutlined,
  VideoCameraOutlined,
} from '@ant-design/icons';
import { caseRoles, hallRoles, kioskRoles, ratingRoles, staffRoles, tideRoles } from './roles.ts';
import type { NavEntry } from './nav.tsx';

/** The work in the hall and its machines. */
export const hallNav: readonly NavEntry[] = [
  {
    key: 'desk',
    words: { 'zh-CN': '叫号', en: 'Calling' },
    path: '/desk',
    icon: <NotificationOutlined />,
    roles: ['clerk'],
  },
  {
    key: 'remotehelp',
    words: { 'zh-CN': '远程帮办', en: 'Remote help' },
    path: '/remote-help',
    icon: <VideoCameraOutlined />,
    roles: ['clerk'],
  },
  {
    key: 'helpRecord',
    words: { 'zh-CN': '帮办记录', en: 'Help given' },
    path: '/remote-help/record',
    icon: <VideoCameraOutlined />,
    roles: ['office', 'auditor'],
  },
  {
    key: 'hall',
    words: { 'zh-CN': '大厅', en: 'Hall' },
    path: '/hall',
    icon: <DesktopOutlined />,
    roles: hallRoles,
  },
  {
    key: 'rounds',
    words: { 'zh-CN': '巡查', en: 'Patrols' },
    path: '/hall/rounds',
    icon: <CarryOutOutlined />,
    roles: ['clerk'],
  },
  {
    key: 'tides',
    words: { 'zh-CN': '潮汐窗口', en: 'Tidal windows' },
    path: '/tides',
    icon: <FieldTimeOutlined />,
    roles: tideRoles,
  },
  {
    key: 'afterhours',
    words: { 'zh-CN': '延时服务', en: 'After hours' },
    path: '/after-hours',
    icon: <FieldTimeOutlined />,
    roles: ratingRoles,
  },
  {
    key: 'stays',
    words: { 'zh-CN': '我的延时', en: 'My stays' },
    path: '/my-stays',
    icon: <FieldTimeOutlined />,
    roles: ['clerk', 'examiner'],
  },
  {
    key: 'kiosks',
    words: { 'zh-CN': '自助机', en: 'Kiosks' },
    path: '/kiosks',
    icon: <PrinterOutlined />,
    roles: kioskRoles,
  },
];

/** What visitors ask, say and complain of, and those who answer them. */
export const careNav: readonly NavEntry[] = [
  {
    key: 'questions',
    words: { 'zh-CN': '首问责任', en: 'First asked' },
    path: '/questions',
    icon: <QuestionCircleOutlined />,
    roles: caseRoles,
  },
  {
    key: 'complaints',
    words: { 'zh-CN': '投诉', en: 'Complaints' },
    path: '/complaints',
    icon: <FrownOutlined />,
    roles: ratingRoles,
  },
  {
    key: 'statements',
    words: { 'zh-CN': '需我说明', en: 'Asked of me' },
    path: '/statements',
    icon: <MessageOutlined />,
    roles: staffRoles,
  },
  {
    key: 'ratings',
    words: { 'zh-CN': '评价', en: 'Ratings' },
    path: '/ratings',
    icon: <LikeOutlined />,
    roles: ratingRoles,
  },
  {
    key: 'windowStaff',
    words: { 'zh-CN': '窗口人员', en: 'Window staff' },
    path: '/window-staff',
    icon: <UserSwitchOutlined />,
    roles: ratingRoles,
  },
  {
    key: 'windowStaffMine',
    words: { 'zh-CN': '我的档案', en: 'My file' },
    path: '/window-staff/mine',
    icon: <ReadOutlined />,
    roles: ['clerk'],
  },
];
