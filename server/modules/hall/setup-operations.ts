/** Setting a hall up, over HTTP: its rule and limits, what tickets are taken for, what windows do. */
import { Type } from 'typebox';
import { ById, closed, Id } from '#platform/contract';
import { Errand, errandFields, evenSo, placeFields } from './shapes.ts';

export const setupOperations = {
  setDuty: {
    method: 'PUT',
    path: '/hall/windows/:id/duty',
    summary: 'What a window does from now on, also while the hall is open',
    params: ById,
    body: closed({ errandIds: Type.Array(Id, { maxItems: 100, uniqueItems: true }), ...evenSo }),
    problems: ['hall.noPlace', 'hall.noErrand', 'hall.windowNotHere', 'hall.lastForErrand'],
  },
  savePlace: {
    method: 'PUT',
    path: '/hall/places/:id',
    summary: 'Let tickets be taken at an outlet, and set its rule of fairness and its limits',
    params: ById,
    body: closed(placeFields),
  },
  saveErrand: {
    method: 'PUT',
    path: '/hall/errands/:id',
    summary: 'Add or change something that tickets are taken for',
    params: ById,
    body: closed({ outletId: Id, ...errandFields, retired: Type.Boolean() }),
    reply: Errand,
    problems: ['hall.noPlace', 'hall.prefixTaken', 'hall.noErrand'],
  },
} as const;
