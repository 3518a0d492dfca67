/** The screens of a hall: they hang on the wall, nobody signs in, and they mend themselves. */
import { routerOf } from '#web/ui/page.tsx';
import { startSurface } from '#web/ui/surface.tsx';
import { HallShell } from './shell.tsx';
import { useHallLook } from './theme.ts';

const router = routerOf({
  at: '/hall',
  shell: HallShell,
  pages: [
    ['/', () => import('#web/features/hall/screen/choose.tsx')],
    ['/screen/$id', () => import('#web/features/hall/screen/zone.tsx')],
    ['/window/$id', () => import('#web/features/hall/screen/window.tsx')],
    ['/board/$id', () => import('#web/features/hall/screen/board.tsx')],
    // The screens that the workbench knows: opened once by a code.
    ['/wall', () => import('#web/features/hall/screen/wall.tsx')],
  ],
});

startSurface({
  settings: { name: 'hall', signIn: '/', home: '/', open: true },
  router,
  useLook: useHallLook,
});
