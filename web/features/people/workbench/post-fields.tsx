/** The fields of a post: which role, where, from when until when. */
import type { ReactNode } from 'react';
import { officesContract } from '#modules/offices/contract';
import { postRoles } from '#modules/people/contract';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { sessionWords } from '#web/words/session.ts';
import { staffWords } from './staff-words.ts';

export interface PostDraft {
  role: (typeof postRoles)[number];
  departmentId: string | undefined;
  outletId: string | undefined;
  fromOn: string;
  untilOn: string;
}
export type PostFault = 'department' | 'place' | 'span';

export const emptyPost: PostDraft = {
  role: 'clerk',
  departmentId: undefined,
  outletId: undefined,
  fromOn: '',
  untilOn: '',
};

const ofDepartment = new Set(['examiner', 'head']);
const ofPlace = new Set(['clerk', 'examiner', 'head']);

/** What is missing; the server checks the same and more. */
export function faultOfPost({ role, departmentId, outletId, fromOn, untilOn }: PostDraft): PostFault | undefined {
  if (ofDepartment.has(role) && !departmentId) return 'department';
  if (role === 'clerk' && !departmentId && !outletId) return 'place';
  return fromOn && untilOn && untilOn < fromOn ? 'span' : undefined;
}

/** What is sent. */
export const bodyOfPost = ({ role, departmentId, outletId, fromOn, untilOn }: PostDraft) => ({
  role,
  ...(ofPlace.has(role) && departmentId ? { departmentId } : {}),
  ...(role === 'clerk' && outletId ? { outletId } : {}),
  ...(fromOn ? { fromOn } : {}),
  ...(untilOn ? { untilOn } : {}),
});

/** Departments and outlets to choose from. */
export function usePlaces() {
  const language = useLanguage();
  const still = { staleTime: 600_000 };
  const departments = useOp(officesContract.listDepartments, { query: { limit: 500 } }, still);
  const outlets = useOp(officesContract.listOutlets, { query: { limit: 500 } }, still);
  return {
    departments: (departments.data?.rows ?? []).map((row) => ({
      value: row.id,
      label: pick(language, row.name, row.nameEn),
      short: pick(language, row.shortName, row.nameEn),
    })),
    outlets: (outlets.data?.rows ?? []).map((row) => ({ value: row.id, label: pick(language, row.name, row.nameEn) })),
  };
}

export function PostFields(props: {
  value: PostDraft;
  onChange: (change: Partial<PostDraft>) => void;
  fault: PostFault | undefined;
}): ReactNode {
  const { value, onChange, fault } = props;
  const say = useWords(staffWords);
  const { roles } = useWords(sessionWords);
  const me = useMe();
  const places = usePlaces();
  // The service office staffs windows and departments; administrators are made by administrators.
  const allowed = postRoles.filter((role) => hasRole(me, ['admin']) || (role !== 'admin' && role !== 'auditor'));
  return (
    <div className="staff-post-fields">
      <EditSelect
        label={say.role}
        value={value.role}
        options={allowed.map((role) => ({ value: role, label: roles[role] }))}
        onChange={(role) => onChange({ role: role ?? value.role })}
      />
      {ofPlace.has(value.role) ? (
        <EditSelect
          label={say.department}
          optional={value.role === 'clerk'}
          value={value.departmentId}
          fault={fault === 'department' || fault === 'place' ? say.faults[fault] : undefined}
          options={places.departments}
          onChange={(departmentId) => onChange({ departmentId })}
        />
      ) : null}
      {value.role === 'clerk' ? (
        <EditSelect
          label={say.outlet}
          optional
          value={value.outletId}
          options={places.outlets}
          onChange={(outletId) => onChange({ outletId })}
        />
      ) : null}
      <EditText
        label={say.fromOn}
        kind="date"
        optional
        value={value.fromOn}
        onChange={(fromOn) => onChange({ fromOn })}
      />
      <EditText
        label={say.untilOn}
        kind="date"
        optional
        value={value.untilOn}
        fault={fault === 'span' ? say.faults.span : undefined}
        onChange={(untilOn) => onChange({ untilOn })}
      />
    </div>
  );
}
