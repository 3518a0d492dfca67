/** What an item is called, where another part of the page knows only its id. */
import type { ReactNode } from 'react';
import { useLanguage } from '#web/words/language.ts';
import { useGuide } from './items.ts';
import { sayName } from './say-item.ts';

/** Until it has come, and for an item that is not in force any more, `otherwise` is shown. */
export function ItemName(props: { id: string; otherwise: string }): ReactNode {
  const language = useLanguage();
  const found = useGuide(props.id);
  return found.data ? sayName(found.data.body, language) : props.otherwise;
}
