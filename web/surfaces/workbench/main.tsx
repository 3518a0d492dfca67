import './shell.css';
import { peopleContract } from '#modules/people/contract';
import { startSurface } from '#web/ui/surface.tsx';
import { router } from './routes.tsx';
import { useWorkbenchLook } from './theme.ts';

startSurface({
  settings: { name: 'workbench', signIn: '/sign-in', home: '/' },
  router,
  useLook: useWorkbenchLook,
  session: peopleContract,
});
