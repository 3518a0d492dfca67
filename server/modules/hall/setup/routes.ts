/** HTTP for setting a hall up. */
import type { Ground } from '#platform/ground';
import type { Handlers } from '#platform/http';
import { getOwnWindow, setDuty } from '../shifts.ts';
import type { setupOperations } from './operations.ts';
import { listZones, nameZone, saveErrand, savePlace, showSetup } from './set-up.ts';

export const setupRoutes = (ground: Ground): Handlers<typeof setupOperations> => ({
  listZones: ({ params }) => listZones(ground.db, params.id),
  nameZone: ({ params, body, actor }) => nameZone(ground, params.id, body, actor.name),
  showSetup: ({ params, query }) => showSetup(ground, params.id, query),
  setDuty: async ({ params, body, actor, allow }) => {
    const window = await getOwnWindow(ground, params.id);
    allow({ departments: [window.departmentId] });
    await setDuty(ground, window, body.errandIds, actor, body.evenSo ?? false);
  },
  savePlace: ({ params, body, actor }) => savePlace(ground, params.id, body, actor.name),
  saveErrand: ({ params, body, actor }) => saveErrand(ground, params.id, body, actor.name),
});
