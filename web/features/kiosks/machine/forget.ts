/** Takes everything of a person off the machine: memory, storage, caches, databases. Cookies are the server's, and go with the session. */
import { queryClient } from '#web/client/query.ts';
import { setLanguage } from '#web/words/language.ts';
import { forgetEase } from '#web/ui/kiosk/ease.ts';

export async function forget(): Promise<void> {
  globalThis.speechSynthesis?.cancel();
  queryClient.clear();
  forgetEase();
  setLanguage('zh-CN');
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // Storage that is forbidden holds nothing.
  }
  const databases = await globalThis.indexedDB?.databases?.().catch(() => []);
  for (const { name } of databases ?? []) if (name) indexedDB.deleteDatabase(name);
  for (const key of (await globalThis.caches?.keys().catch(() => [])) ?? []) await caches.delete(key);
}
