/** Where else one could go, over HTTP. */
import { Type, type Static } from 'typebox';
import { ById, Id, nullable } from '#platform/contract';
import { WaitRange } from '../shapes.ts';

/** Another outlet that does the same now. */
export const Nearby = Type.Object({
  outletId: Id,
  name: Type.String(),
  nameEn: Type.String(),
  address: Type.String(),
  /** Metres as the crow flies; null where one of the two has no point. */
  distance: nullable(Type.Integer()),
  errandId: Id,
  waiting: Type.Integer(),
  windows: Type.Integer(),
  wait: WaitRange,
});
export type Nearby = Static<typeof Nearby>;

export const nearbyOperations = {
  listNearby: {
    method: 'GET',
    path: '/hall/errands/:id/nearby',
    summary:
      'Other outlets nearby that give out tickets for the same now, with how long one waits there; the shortest wait first',
    params: ById,
    reply: Type.Array(Nearby),
    problems: ['hall.noErrand'],
  },
} as const;
