/** The portal's pages. Each is fetched when it is first opened. */
import { routerOf } from '#web/ui/page.tsx';
import { PortalShell } from './shell.tsx';

export const router = routerOf({
  at: '/',
  shell: PortalShell,
  pages: [['/', () => import('./home.tsx')]],
});
