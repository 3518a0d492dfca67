/** The frame of a screen: nothing but the page. */
import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Main } from '#web/ui/shell.tsx';

/** What is on the screen is all there is: no bar, no menu, no way out for whoever passes by. */
export const HallShell = (): ReactNode => (
  <Main>
    <Outlet />
  </Main>
);

// The page that fails to load is tried again by itself: nobody stands before a screen with a mouse.
addEventListener('error', (event) => {
  if (event.message.includes('dynamically imported')) setTimeout(() => location.reload(), 10_000);
});
