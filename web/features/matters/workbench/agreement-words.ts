/** Words of agreeing where all must agree. */
import { words } from '#web/words/words.ts';

export const agreementWords = words({
  'zh-CN': {
    agree: '同意',
    agreeTitle: '本部门同意',
    agreeLine: '同意还不是决定：各部门全部同意后，各项一并准予；在这之前可以撤回。不同意的，请直接作出不予许可的决定。',
    opinion: '审查意见',
    conditions: '准予的附加条件',
    agreed: '本部门已同意',
    missing: (count: number) =>
      count === 0 ? '各部门都已同意；还有意见没有回复或者听证没有结束，结束后一并决定' : `还有 ${count} 项没有同意`,
    takeBack: '撤回同意',
    takeBackTitle: '撤回本部门的同意',
    takeBackLine: '撤回后，整件事等本部门重新同意或者作出不予决定。',
  },
  en: {
    agree: 'Agree',
    agreeTitle: 'The department agrees',
    agreeLine:
      'This is no decision yet: once every department agrees, everything is granted together, and until then it can be taken back. To disagree, refuse the case.',
    opinion: 'Opinion',
    conditions: 'Conditions of the grant',
    agreed: 'The department has agreed',
    missing: (count) =>
      count === 0
        ? 'All agree. An opinion or a hearing is still open; everything is decided when it is over'
        : count === 1
          ? '1 part is not agreed to yet'
          : `${count} parts are not agreed to yet`,
    takeBack: 'Take the agreement back',
    takeBackTitle: 'Take the agreement of the department back',
    takeBackLine: 'The whole then waits until the department agrees again, or refuses.',
  },
});
