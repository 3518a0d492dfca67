/** The window, above it what its clerk lacks there, and below it what they are asked about themselves. */
import type { ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import { DeskPage } from '#web/features/hall/workbench/desk.tsx';
import { HonourConsent } from '#web/features/ratings/workbench/honour-consent.tsx';
import { OwnWindow } from '#web/features/windowstaff/workbench/own-window.tsx';
import { prefetch } from '#web/client/query.ts';
import { definePage } from '#web/ui/page.tsx';

const Desk = (): ReactNode => <DeskPage above={<OwnWindow />} below={<HonourConsent />} />;

export const page = definePage({
  roles: ['clerk'],
  load: () => prefetch(hallContract.showDesk, {}),
  Component: Desk,
});
