/** An item's or version's state: a word with a shape, never a colour alone. */
import type { ReactNode } from 'react';
import type { ItemVersionLine, ManagedLine } from '#modules/catalogue/contract';
import { useWords } from '#web/words/language.ts';
import { words } from '#web/words/words.ts';

const stateWords = words({
  'zh-CN': {
    inForce: '现行',
    coming: '待生效',
    unpublished: '从未发布',
    ended: '已废止',
    published: '现行',
    scheduled: '待生效',
    superseded: '已被替代',
    withdrawn: '已废止',
    cancelled: '已取消',
    draft: '草稿',
  },
  en: {
    inForce: 'in force',
    coming: 'coming',
    unpublished: 'never published',
    ended: 'withdrawn',
    published: 'in force',
    scheduled: 'coming',
    superseded: 'replaced',
    withdrawn: 'withdrawn',
    cancelled: 'cancelled',
    draft: 'draft',
  },
});

export type Said = ManagedLine['state'] | ItemVersionLine['state'] | 'draft';
const looks: Record<Said, string> = {
  inForce: 'good',
  published: 'good',
  coming: 'next',
  scheduled: 'next',
  draft: 'next',
  unpublished: 'quiet',
  superseded: 'quiet',
  ended: 'over',
  withdrawn: 'over',
  cancelled: 'over',
};

export function StateTag(props: { state: Said }): ReactNode {
  const say = useWords(stateWords);
  return <span className={`item-state ${looks[props.state]}`}>{say[props.state]}</span>;
}
