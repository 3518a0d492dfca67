/** What an editor tells the portal's preview page, over a message between two windows of this site. */
import type { Guide, ItemBody } from '#modules/catalogue/contract';

/** The form, at a field; or the guide. */
export type PreviewShown = { show: 'form'; body: ItemBody; at?: string } | { show: 'guide'; guide: Guide };

const mark = 'yichuang.preview';

/** The message that shows something. */
export const sayPreview = (shown: PreviewShown): object => ({ mark, shown });
/** The message of a page that waits for the first one. */
export const sayReady = (): object => ({ mark, ready: true });

const ours = (event: MessageEvent): Record<string, unknown> | undefined => {
  const data: unknown = event.data;
  if (event.origin !== location.origin || typeof data !== 'object' || data === null) return undefined;
  return (data as { mark?: unknown }).mark === mark ? (data as Record<string, unknown>) : undefined;
};

export const previewReady = (event: MessageEvent): boolean => ours(event)?.ready === true;
/** What a message wants shown; undefined for any other message, and for those of other sites. */
export const previewOf = (event: MessageEvent): PreviewShown | undefined =>
  ours(event)?.shown as PreviewShown | undefined;
