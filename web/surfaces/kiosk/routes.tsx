/** The pages of a kiosk. Their addresses are in memory alone: the browser's history has one entry, whoever stood here. */
import { createMemoryHistory } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { KioskFrame } from '#web/features/kiosks/machine/frame.tsx';
import { page as staffPage } from '#web/features/kiosks/machine/staff.tsx';
import { chime, unlockSound } from '#web/features/hall/chime.ts';
import { numberPhrase, phraseOf } from '#web/features/hall/voice/phrase.ts';
import { sayClips } from '#web/features/hall/voice/player.ts';
import type { NumberVoice } from '#web/features/kiosks/machine/read-aloud.tsx';
import { HelpDock, openDock } from '#web/features/remotehelp/portal/dock.tsx';
import { useMachine } from '#web/ui/kiosk/kiosk.tsx';
import { routerOf } from '#web/ui/page.tsx';

/** Who helps over the line stays while the pages change; nothing of it is kept, and the help ends with the use. */
function Beside(): ReactNode {
  const { stay } = useMachine();
  return <HelpDock keep={false} onTalk={stay} />;
}

const shared = () => import('./pages.tsx');

/** The clips with which the hall calls say numbers here, too. */
const clips: NumberVoice = {
  unlock: unlockSound,
  say: (language, { number, windowNumber }) => {
    const spoken = language === 'en' ? 'en' : 'zh';
    const row = windowNumber ? phraseOf(spoken, { number, windowNumber }) : numberPhrase(spoken, number);
    return sayClips(spoken, row, 100);
  },
  ring: () => void chime(),
};

export const router = routerOf({
  at: '/kiosk',
  shell: () => <KioskFrame voice={clips} beside={<Beside />} onHelp={openDock} />,
  history: createMemoryHistory({ initialEntries: ['/kiosk'] }),
  pages: [
    ['/', async () => ({ page: (await shared()).homePage })],
    ['/ticket', async () => ({ page: (await shared()).ticketPage })],
    ['/book', async () => ({ page: (await shared()).bookPage })],
    ['/check-in', async () => ({ page: (await shared()).checkInPage })],
    ['/queues', () => import('#web/features/hall/kiosk/queues.tsx')],
    ['/apply', async () => ({ page: (await shared()).applyPage })],
    ['/track', async () => ({ page: (await shared()).trackPage })],
    ['/print', () => import('#web/features/kiosks/machine/print.tsx')],
    ['/help', async () => ({ page: (await shared()).helpPage })],
    // Part of the frame already: a machine that is out of service has it, too.
    ['/staff', () => Promise.resolve({ page: staffPage })],
  ],
});
