/** The pages of a kiosk. Their addresses are in memory alone: the browser's history has one entry, whoever stood here. */
import { createMemoryHistory } from '@tanstack/react-router';
import { KioskFrame } from '#web/features/kiosks/machine/frame.tsx';
import { routerOf } from '#web/ui/page.tsx';

const shared = () => import('./pages.tsx');

export const router = routerOf({
  at: '/kiosk',
  shell: KioskFrame,
  history: createMemoryHistory({ initialEntries: ['/kiosk'] }),
  pages: [
    ['/', async () => ({ page: (await shared()).homePage })],
    ['/ticket', () => import('#web/features/hall/kiosk/take-ticket.tsx')],
    ['/book', async () => ({ page: (await shared()).bookPage })],
    ['/queues', () => import('#web/features/hall/kiosk/queues.tsx')],
    ['/apply', async () => ({ page: (await shared()).applyPage })],
    ['/track', async () => ({ page: (await shared()).trackPage })],
    ['/print', () => import('#web/features/kiosks/machine/print.tsx')],
    ['/help', async () => ({ page: (await shared()).helpPage })],
    ['/staff', () => import('#web/features/kiosks/machine/staff.tsx')],
  ],
});
