/** A machine at which people serve themselves. Before anything is drawn, whatever was open on it before is ended. */
import { peopleContract } from '#modules/people/contract';
import { lockDown } from '#web/features/kiosks/machine/lock-down.ts';
import { start } from '#web/features/kiosks/machine/start.ts';
import { startSurface } from '#web/ui/surface.tsx';
import { router } from './routes.tsx';
import { useKioskLook } from './theme.ts';

lockDown('/kiosk');
// A session that outlived a power cut must not be on the screen, not even for a moment.
void start().then(() =>
  startSurface({
    settings: { name: 'kiosk', signIn: '/', home: '/', open: true, touched: true },
    router,
    useLook: useKioskLook,
    session: peopleContract,
  }),
);
