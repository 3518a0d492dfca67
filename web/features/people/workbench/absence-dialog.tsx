/** Entering an absence: who, from when until when, and who stands in. */
import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { peopleContract } from '#modules/people/contract';
import { call } from '#web/client/client.ts';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { today } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { sessionWords } from '#web/words/session.ts';
import { absenceWords } from './absence-words.ts';

interface Draft {
  accountId: string;
  fromOn: string;
  untilOn: string;
  standInId: string | undefined;
  reason: string;
}

export function AbsenceDialog(props: {
  open: boolean;
  /** Whose people may be entered beside oneself; none for clerks and examiners. */
  departmentIds: readonly string[];
  onClose: () => void;
  onEntered: () => void;
}): ReactNode {
  const say = useWords(absenceWords);
  const { roles } = useWords(sessionWords);
  const me = useMe();
  const myself = me?.accountId ?? '';
  const begin = (): Draft => ({
    accountId: myself,
    fromOn: today(),
    untilOn: today(),
    standInId: undefined,
    reason: '',
  });
  const [draft, setDraft] = useState<Draft>(begin);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  useEffect(() => {
    if (!props.open) return;
    setDraft(begin());
    setTried(false);
  }, [props.open]);
  const forOthers = hasRole(me, ['head', 'office', 'admin']);
  const mine = (me?.posts ?? []).find(({ departmentId }) => departmentId !== null)?.departmentId ?? undefined;
  const departmentId = props.departmentIds[0] ?? mine;
  const staff = useOp(
    peopleContract.listStaff,
    { query: { limit: 500, ...(props.departmentIds[0] ? { departmentId: props.departmentIds[0] } : {}) } },
    { enabled: props.open && forOthers },
  );
  // Those of the department of whoever is away: only they know its work.
  const theirs = staff.data?.rows
    .find(({ id }) => id === draft.accountId)
    ?.posts.find((post) => post.departmentId !== null);
  const colleaguesOf = draft.accountId === myself ? (mine ?? departmentId) : (theirs?.departmentId ?? departmentId);
  const colleagues = useOp(
    peopleContract.listColleagues,
    { query: { departmentId: colleaguesOf ?? '' } },
    { enabled: props.open && colleaguesOf !== undefined },
  );
  const span = draft.fromOn && draft.untilOn && draft.untilOn < draft.fromOn;
  const wrong = draft.accountId === '' || draft.fromOn === '' || draft.untilOn === '' || span;
  return (
    <ConfirmDialog
      open={props.open}
      title={say.enter}
      verb={say.enter}
      width={560}
      onClose={props.onClose}
      onConfirm={async () => {
        setTried(true);
        if (wrong) return false;
        const { standInId, reason, ...rest } = draft;
        await call(peopleContract.enterAbsence, {
          body: { ...rest, reason: reason.trim(), ...(standInId ? { standInId } : {}) },
        });
        props.onEntered();
        return true;
      }}
    >
      <div className="edit-form">
        {forOthers ? (
          <EditSelect
            label={say.who}
            wide
            value={draft.accountId}
            fault={tried && draft.accountId === '' ? say.faults.who : undefined}
            options={[
              { value: myself, label: say.me },
              ...(staff.data?.rows ?? [])
                .filter(({ id }) => id !== myself)
                .map(({ id, name, posts }) => ({
                  value: id,
                  label: [name, ...new Set(posts.map(({ role }) => roles[role]))].join(' · '),
                })),
            ]}
            onChange={(accountId) => set({ accountId: accountId ?? '', standInId: undefined })}
          />
        ) : null}
        <EditText
          label={say.fromOn}
          kind="date"
          value={draft.fromOn}
          fault={tried && draft.fromOn === '' ? say.faults.from : undefined}
          onChange={(fromOn) => set({ fromOn, untilOn: draft.untilOn < fromOn ? fromOn : draft.untilOn })}
        />
        <EditText
          label={say.untilOn}
          kind="date"
          value={draft.untilOn}
          fault={tried && draft.untilOn === '' ? say.faults.until : tried && span ? say.faults.span : undefined}
          onChange={(untilOn) => set({ untilOn })}
        />
        <EditSelect
          label={say.standIn}
          hint={say.standInHint}
          wide
          optional
          value={draft.standInId}
          placeholder={say.standInNone}
          options={(colleagues.data?.rows ?? [])
            .filter(({ accountId }) => accountId !== draft.accountId)
            .map(({ accountId, name, roles: theirRoles, away }) => ({
              value: accountId,
              label: [name, ...theirRoles.map((role) => roles[role]), ...(away ? [say.awayToday] : [])].join(' · '),
            }))}
          onChange={(standInId) => set({ standInId })}
        />
        <div className="wide">
          <EditText
            label={say.reason}
            optional
            maxLength={200}
            value={draft.reason}
            onChange={(reason) => set({ reason })}
          />
          <div className="staff-reasons">
            {say.reasons.split(',').map((reason) => (
              <Button key={reason} size="small" onClick={() => set({ reason })}>
                {reason}
              </Button>
            ))}
          </div>
        </div>
      </div>
    </ConfirmDialog>
  );
}
