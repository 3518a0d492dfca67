import './shell.css';
import './home.css';
import { peopleContract } from '#modules/people/contract';
import { startSurface } from '#web/ui/surface.tsx';
import { router } from './routes.tsx';
import { usePortalLook } from './theme.ts';

startSurface({
  settings: { name: 'portal', signIn: '/sign-in', home: '/', open: true },
  router,
  useLook: usePortalLook,
  session: peopleContract,
});
