/** What policies, fates and outcomes are called, on every surface. */
import type { Fate, Outcome, PolicyName } from '#modules/matters/contract';
import { words } from '#web/words/words.ts';

export const jointWords = words({
  'zh-CN': {
    policies: {
      allMustAgree: '全部同意才算办成',
      firstRefusalStops: '一项不予即停',
      collectAll: '各自办理、汇总结果',
    } satisfies Record<PolicyName, string>,
    policyLines: {
      allMustAgree:
        '各部门全部同意后一并决定，在这之前哪一项都不会先准予。有一项不予、没补正或者撤回，其他事项一并终止。',
      firstRefusalStops: '有一项不予，其他还没决定的事项立即停办。已经准予的不受影响。',
      collectAll: '一项没办成不影响其他事项；只有需要它结果的事项不再启动。',
    } satisfies Record<PolicyName, string>,
    fates: {
      waiting: '等前一项办成',
      open: '办理中',
      granted: '已准予',
      notNeeded: '无需办理',
      refused: '不予',
      failed: '未办成',
      withdrawn: '已撤回',
      stopped: '按规则终止',
      dropped: '不再启动',
    } satisfies Record<Fate, string>,
    outcomes: {
      granted: '全部办成',
      partlyGranted: '部分办成',
      refused: '没有办成',
      withdrawn: '已撤回',
    } satisfies Record<Outcome, string>,
    inProgress: '办理中',
    agreed: '已同意，待一并决定',
    course: '办理顺序',
    after: (names: string) => `${names}办成后自动办理`,
    because: (name: string) => `因“${name}”`,
    step: (number: number) => `第 ${number} 步`,
    together: '同时办理',
  },
  en: {
    policies: {
      allMustAgree: 'All must agree',
      firstRefusalStops: 'The first refusal stops',
      collectAll: 'Each by itself, results collected',
    },
    policyLines: {
      allMustAgree:
        'Everything is decided together once all departments agree; nothing is granted before. If one part is refused, not supplemented or taken back, the others end.',
      firstRefusalStops: 'If one part is refused, the undecided others end at once. What is granted stands.',
      collectAll: 'A part that fails does not touch the others; only what needs its result is not begun.',
    },
    fates: {
      waiting: 'Waiting for the part before',
      open: 'In progress',
      granted: 'Granted',
      notNeeded: 'Not needed',
      refused: 'Refused',
      failed: 'Not achieved',
      withdrawn: 'Taken back',
      stopped: 'Ended by the rule',
      dropped: 'Not begun',
    },
    outcomes: {
      granted: 'All granted',
      partlyGranted: 'Partly granted',
      refused: 'Not granted',
      withdrawn: 'Taken back',
    },
    inProgress: 'In progress',
    agreed: 'Agreed, decided with the others',
    course: 'The order of things',
    after: (names) => `begins by itself after ${names}`,
    because: (name) => `because of “${name}”`,
    step: (number) => `Step ${number}`,
    together: 'at the same time',
  },
});
