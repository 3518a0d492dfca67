/** A person's record corrected from the document, with the reason that is kept. */
import { useState, type ReactNode } from 'react';
import { checkIdNumber, idKinds, peopleContract, type PersonShape } from '#modules/people/contract';
import { call } from '#web/client/client.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { editWords } from '#web/ui/edit/edit-words.ts';
import { today } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { findWords } from './find-words.ts';
import { faultOfEmail, faultOfPhone } from './staff-fields.ts';
import { windowWords } from './window-words.ts';

/** `person` with all data: what stays as it was is sent too. */
export function WindowCorrection(props: {
  person: PersonShape;
  onClose: () => void;
  onDone: () => Promise<void>;
}): ReactNode {
  const { person } = props;
  const say = useWords(windowWords);
  const { kinds, fault: numberFaults } = useWords(findWords);
  const { required } = useWords(editWords);
  const [draft, setDraft] = useState(person);
  const [checked, setChecked] = useState(false);
  const set = (change: Partial<PersonShape>): void => setDraft({ ...draft, ...change });
  const number = checkIdNumber(draft.idKind, draft.idNumber, today());
  const faults = {
    idNumber: number.ok ? undefined : numberFaults[number.fault],
    name: draft.name.trim() === '' ? required(say.fields.name) : undefined,
    phone: faultOfPhone(draft.phone) ? say.phoneWrong : undefined,
    email: faultOfEmail(draft.email) ? say.emailWrong : undefined,
  };
  const text = (
    name: 'idNumber' | 'name' | 'phone' | 'email',
    maxLength: number,
    kind?: 'tel' | 'email',
  ): ReactNode => (
    <EditText
      label={say.fields[name]}
      maxLength={maxLength}
      optional={name === 'phone' || name === 'email'}
      focus={name === 'name'}
      {...(kind ? { kind } : {})}
      value={draft[name]}
      fault={checked ? faults[name] : undefined}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <ConfirmDialog
      open
      title={say.correct}
      verb={say.correctGo}
      reason="needed"
      reasonLabel={say.correctWhy}
      width={640}
      onClose={props.onClose}
      onConfirm={async (reason) => {
        setChecked(true);
        if (Object.values(faults).some((fault) => fault !== undefined)) return false;
        const { idKind, idNumber, name, phone, address, email, bornOn, version } = draft;
        await call(peopleContract.correctPerson, {
          params: { id: person.id },
          body: { idKind, idNumber, name: name.trim(), phone, address, email, bornOn, version, reason },
        });
        await props.onDone();
      }}
    >
      <div className="edit-form">
        {text('name', 60)}
        <EditSelect
          label={say.fields.idKind}
          value={draft.idKind}
          options={idKinds.map((value) => ({ value, label: kinds[value] }))}
          onChange={(idKind) => idKind && set({ idKind })}
        />
        {text('idNumber', 40)}
        {text('phone', 21, 'tel')}
        {text('email', 120, 'email')}
        <EditText
          label={say.fields.address}
          optional
          wide
          maxLength={200}
          value={draft.address}
          onChange={(address) => set({ address })}
        />
      </div>
    </ConfirmDialog>
  );
}
