/** What the problems with complaints are called. Read by every page of this feature. */
import type { Bar } from '#modules/complaints/contract';
import { doneOtherwise, problemWords } from '#web/words/words.ts';

/** Why somebody must not handle a complaint. */
const barWords = {
  'zh-CN': {
    self: '投诉的就是此人，或此人正代理的人',
    subordinate: '投诉的是此人所在部门的负责人',
    before: '第一次就是此人答复的',
    noPost: '这件投诉不归此人负责，应由本部门负责人或政务服务办办理',
  },
  en: {
    self: 'It is about this person, or somebody for whom they stand in',
    subordinate: 'It is about the head of this person’s department',
    before: 'This person answered it the first time',
    noPost: 'It is for the head of the department or the service office',
  },
} as const satisfies Record<string, Record<Bar, string>>;

problemWords({
  'complaints.notFound': { 'zh-CN': '没有这件投诉。请核对查询码', en: 'There is no such complaint: check the code' },
  'complaints.wrongStep': {
    'zh-CN': '现在不能这样办，请刷新后再看',
    en: 'This is not possible now: read the complaint again',
  },
  'complaints.actionReused': doneOtherwise,
  'complaints.noSuchColleague': {
    'zh-CN': '此人现在没有岗位，请另选',
    en: 'This account has no post that counts: choose somebody else',
  },
  'complaints.noSuchWindow': {
    'zh-CN': '没有这个窗口或已停用，请另选或不选',
    en: 'There is no such window in service: choose another one, or none',
  },
  'complaints.mustNotHandle': {
    'zh-CN': ({ bar }) => `${barWords['zh-CN'][bar as Bar] ?? '此人不能办理这件投诉'}，请换人办理`,
    en: ({ bar }) => `${barWords.en[bar as Bar] ?? 'This person must not handle it'}: somebody else has to`,
  },
  'complaints.nobodyNamed': {
    'zh-CN': '还没有确定投诉的是谁，请先确定',
    en: 'It is not known yet whom it is about: say so first',
  },
});
