import './shell.css';
import { startSurface } from '#web/ui/surface.tsx';
import { router } from './routes.tsx';
import { useWorkbenchLook } from './theme.ts';

startSurface({ settings: { name: 'workbench', signIn: '/sign-in', home: '/' }, router, useLook: useWorkbenchLook });
