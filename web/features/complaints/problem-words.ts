/** What the problems with complaints are called. Read by every page of this feature. */
import { problemWords } from '#web/words/words.ts';

problemWords({
  'complaints.notFound': { 'zh-CN': '没有这件投诉。请核对查询码', en: 'There is no such complaint: check the code' },
  'complaints.wrongStep': {
    'zh-CN': '现在不能这样办，请刷新后再看',
    en: 'This is not possible now: read the complaint again',
  },
  'complaints.actionReused': {
    'zh-CN': '这次提交的编号已用于别的操作，请刷新后重试',
    en: 'This actionId was used for another act: reload the page and try again',
  },
  'complaints.noSuchColleague': {
    'zh-CN': '此人现在没有岗位，请另选',
    en: 'This account has no post that counts: choose somebody else',
  },
  'complaints.noSuchWindow': {
    'zh-CN': '没有这个窗口或已停用，请另选或不选',
    en: 'There is no such window in service: choose another one, or none',
  },
  'complaints.mustNotHandle': {
    'zh-CN': '此人不能办理：被投诉的是本人或其领导，或第一次就是他答复的，或不归其负责。请另选',
    en: 'This person must not handle it: it is about them or their superior, they answered it the first time, or it is not theirs',
  },
  'complaints.nobodyNamed': {
    'zh-CN': '还没有确定投诉的是谁，请先确定',
    en: 'It is not known yet whom it is about: say so first',
  },
});
