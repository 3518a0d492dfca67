/** Where somebody works whom a complaint may be about, as one choice: clerks of towns and the service office have no department. Pure. */

export type Place = 'office' | `department:${string}` | `outlet:${string}`;
interface Named {
  value: string;
  label: string;
}

/** Heads are told who works at a department; the service office, who works anywhere. */
export function placesOf(known: { office: boolean; outlets: readonly Named[]; departments: readonly Named[]; officeName: string }): { value: Place; label: string }[] {
  const { office, outlets, departments, officeName } = known;
  return [
    ...(office ? outlets.map(({ value, label }) => ({ value: `outlet:${value}` as const, label })) : []),
    ...departments.map(({ value, label }) => ({ value: `department:${value}` as const, label })),
    ...(office ? [{ value: 'office' as const, label: officeName }] : []),
  ];
} // prettier-ignore

/** Where it was comes first, as far as it is known and those who work there are told. */
export const firstPlace = (office: boolean, outletId: string | null): Place | undefined =>
  office && outletId ? `outlet:${outletId}` : undefined;

/** Who works there: by which condition they are found. */
export function staffAt(place: Place): { departmentId: string } | { outletId: string } | { role: 'office' } {
  if (place === 'office') return { role: 'office' };
  const [kind, id = ''] = place.split(':');
  return kind === 'outlet' ? { outletId: id } : { departmentId: id };
}
