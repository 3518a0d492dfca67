/** What a policy and a fate are called on documents. */
import type { Policy } from './life-event.ts';
import type { Fate } from './matter.ts';

export const policyWords: Record<Policy, string> = {
  allMustAgree: '各部门全部同意后一并作出决定；有一项不予许可、未补正或者撤回的，其他事项一并终止，均不作出准予决定',
  firstRefusalStops: '有一项不予许可的，其他未作出决定的事项立即停办；已经准予的不受影响',
  collectAll: '各部门分别办理，全部有了结果后汇总告知；依赖未办成事项的不再启动',
};

export const fateWords: Record<Fate, string> = {
  waiting: '尚未启动',
  open: '办理中',
  granted: '准予',
  notNeeded: '无需办理',
  refused: '不予',
  failed: '未办成',
  withdrawn: '已撤回',
  stopped: '按规则终止',
  dropped: '未启动',
};
