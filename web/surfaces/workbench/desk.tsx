/** The window, and below it what its clerk is asked about themselves. */
import type { ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import { DeskPage } from '#web/features/hall/workbench/desk.tsx';
import { HonourConsent } from '#web/features/ratings/workbench/honour-consent.tsx';
import { prefetch } from '#web/client/query.ts';
import { definePage } from '#web/ui/page.tsx';

const Desk = (): ReactNode => <DeskPage below={<HonourConsent />} />;

export const page = definePage({
  roles: ['clerk'],
  load: () => prefetch(hallContract.showDesk, {}),
  Component: Desk,
});
