/** Whether an item can be applied for at a kiosk (自助机): standing, with one finger, in a few minutes. Pure. */
import type { Field, ItemBody, Material } from '../item.ts';
import type { BodyFault } from './body-faults.ts';
import { widgetOf } from './widget.ts';

/** Questions at most, whatever is answered: what fits on one page of a kiosk. */
export const kioskQuestions = 8;

/** What nobody types standing, with one finger: a text of several lines that is not known of the person already. A line goes with the keys of the kiosk. */
const isWritten = (field: Field): boolean => widgetOf(field) === 'textarea' && !field['x-from'];

/** What has to be brought along, because nothing in the locker and no promise can take its place. */
const isBrought = ({ id, source, requirement, metBy }: Material): boolean =>
  id !== 'form' && source !== 'shared' && requirement === 'must' && !metBy;

/** Why an item that is marked for kiosks cannot be applied for at one; empty for every other item. */
export function kioskFaults({ atKiosk, applicants, situations, materials, form }: ItemBody): BodyFault[] {
  if (!atKiosk) return [];
  const fields = Object.entries(form.properties);
  const asked = situations.length + fields.filter(([, field]) => !field['x-from']).length;
  const path = '/atKiosk';
  return [
    ...(applicants.includes('person') ? [] : [{ path, why: 'kioskApplicant' as const }]),
    ...(asked <= kioskQuestions ? [] : [{ path, why: 'kioskQuestions' as const, detail: String(kioskQuestions) }]),
    ...fields.flatMap(([name, field]) =>
      form.required?.includes(name) && !field['x-when'] && isWritten(field)
        ? [{ path, why: 'kioskText' as const, detail: field.title }]
        : [],
    ),
    ...materials.flatMap((material) =>
      isBrought(material) && !material.when ? [{ path, why: 'kioskMaterial' as const, detail: material.name }] : [],
    ),
  ];
}
