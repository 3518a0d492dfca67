/** The pages of a kiosk. Their addresses are in memory alone: the browser's history has one entry, whoever stood here. */
import { createMemoryHistory } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { KioskFrame } from '#web/features/kiosks/machine/frame.tsx';
import { HelpDock, openDock } from '#web/features/remotehelp/portal/dock.tsx';
import { useMachine } from '#web/ui/kiosk/kiosk.tsx';
import { routerOf } from '#web/ui/page.tsx';

/** Who helps over the line stays while the pages change; nothing of it is kept, and the help ends with the use. */
function Beside(): ReactNode {
  const { outletId, stay } = useMachine();
  return <HelpDock door="kiosk" outletId={outletId} keep={false} onTalk={stay} />;
}

const shared = () => import('./pages.tsx');

export const router = routerOf({
  at: '/kiosk',
  shell: () => <KioskFrame beside={<Beside />} onHelp={openDock} />,
  history: createMemoryHistory({ initialEntries: ['/kiosk'] }),
  pages: [
    ['/', async () => ({ page: (await shared()).homePage })],
    ['/ticket', () => import('#web/features/hall/kiosk/take-ticket.tsx')],
    ['/book', async () => ({ page: (await shared()).bookPage })],
    ['/check-in', async () => ({ page: (await shared()).checkInPage })],
    ['/queues', () => import('#web/features/hall/kiosk/queues.tsx')],
    ['/apply', async () => ({ page: (await shared()).applyPage })],
    ['/track', async () => ({ page: (await shared()).trackPage })],
    ['/print', () => import('#web/features/kiosks/machine/print.tsx')],
    ['/help', async () => ({ page: (await shared()).helpPage })],
    ['/staff', () => import('#web/features/kiosks/machine/staff.tsx')],
  ],
});
