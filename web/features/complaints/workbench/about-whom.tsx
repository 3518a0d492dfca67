/** Whom a complaint is about: first where they work, then who it is. */
import { useState, type ReactNode } from 'react';
import { officesContract } from '#modules/offices/contract';
import { peopleContract } from '#modules/people/contract';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { useDepartmentShortOptions } from '#web/features/offices/departments.ts';
import { EditSelect } from '#web/ui/edit/edit-fields.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { complaintWords } from '../words.ts';
import { firstPlace, placesOf, staffAt, type Place } from './places.ts';

export interface Choosing {
  chosen: string | undefined;
  set: (id: string | undefined) => void;
}

export function AboutWhom({ outletId, chosen, set }: Choosing & { outletId: string | null }): ReactNode {
  const say = useWords(complaintWords);
  const language = useLanguage();
  const office = hasRole(useMe(), ['office']);
  const [place, setPlace] = useState<Place | undefined>(firstPlace(office, outletId));
  const departments = useDepartmentShortOptions();
  const found = useOp(officesContract.listOutlets, { query: { limit: 500 } }, { enabled: office });
  const outlets = (found.data?.rows ?? []).map(({ id, name, nameEn }) => ({ value: id, label: pick(language, name, nameEn) })); // prettier-ignore
  const places = placesOf({ office, outlets, departments, officeName: say.office });
  return (
    <>
      <p className="yc-muted">{say.aboutWhat}</p>
      <EditSelect
        label={office ? say.colleaguePlace : say.colleagueDepartment}
        value={places.find(({ value }) => value === place)?.value}
        onChange={(next) => {
          setPlace(next);
          set(undefined);
        }}
        options={places}
      />
      {place ? <Colleagues key={place} place={place} chosen={chosen} set={set} /> : null}
    </>
  );
}

function Colleagues({ place, chosen, set }: Choosing & { place: Place }): ReactNode {
  const say = useWords(complaintWords);
  const at = staffAt(place);
  const inDepartment = 'departmentId' in at;
  const colleagues = useOp(peopleContract.listColleagues, { query: inDepartment ? at : { departmentId: '' } }, { enabled: inDepartment }); // prettier-ignore
  const staff = useOp(peopleContract.listStaff, { query: { ...at, limit: 500 } }, { enabled: !inDepartment });
  const people = inDepartment
    ? (colleagues.data?.rows ?? []).map(({ accountId, name }) => ({ value: accountId, label: name }))
    : (staff.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return <EditSelect label={say.aboutWho} value={chosen} onChange={set} options={people} />;
}
