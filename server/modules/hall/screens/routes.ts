/** HTTP for the screens of a hall. */
import { addDays } from '#modules/deadlines';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { Handlers } from '#platform/http';
import { getPlace } from '../place-store.ts';
import { hallProblems } from '../problems.ts';
import type { screenOperations } from './operations.ts';
import { showBoard, showWindowSign } from './read-wall.ts';
import { addScreen, changeScreen, listScreens, openScreen, renewCode, retireScreen, signOfScreen } from './run-screens.ts'; // prettier-ignore
import { findPosting, postingsAt, savePostingRow, saveVoice } from './store.ts';

/** Those who run a hall see what was posted so many days before, and what is to be posted in a year. */
const [daysBack, daysAhead] = [30, 366];

export const screenRoutes = (ground: Ground): Handlers<typeof screenOperations> => {
  const { db, clock } = ground;
  return {
    listScreens: async ({ params }) => {
      await getPlace(db, params.id);
      return listScreens(ground, params.id);
    },
    addScreen: async ({ params, body, actor }) => {
      await getPlace(db, params.id);
      return addScreen(ground, params.id, body, actor.name);
    },
    changeScreen: ({ params, body, actor }) => changeScreen(ground, params.id, body, actor.name),
    renewScreenCode: ({ params, actor }) => renewCode(ground, params.id, actor.name),
    retireScreen: ({ params, actor }) => retireScreen(ground, params.id, actor.name),
    openScreen: ({ body }) => openScreen(ground, body.code),
    signOfScreen: ({ body }) => signOfScreen(ground, body.key),
    setVoice: async ({ params, body, actor }) => {
      await getPlace(db, params.id);
      await db.transaction(async (tx) => saveVoice(tx, params.id, body, clock.now(), actor.name));
      return body;
    },
    showWindowSign: ({ params }) => showWindowSign(ground, params.id),
    showBoard: ({ params }) => showBoard(ground, params.id),
    listPostings: async ({ params }) => {
      await getPlace(db, params.id);
      const day = shanghaiDay(clock.now());
      return postingsAt(db, params.id, addDays(day, -daysBack), addDays(day, daysAhead), 200);
    },
    savePosting: async ({ params, body, actor }) => {
      await getPlace(db, body.outletId);
      if (body.untilOn < body.fromOn) throw hallProblems.wrongDays();
      const before = await findPosting(db, params.id);
      if (before && before.outletId !== body.outletId) throw hallProblems.noPosting();
      const { outletId: _, ...posting } = { id: params.id, ...body };
      await db.transaction(async (tx) => savePostingRow(tx, { id: params.id, ...body }, clock.now(), actor.name));
      return posting;
    },
  };
};
