/** An account for somebody who stands at the window: their mobile number, and a first password that is shown once. */
import { useState, type ReactNode } from 'react';
import { peopleContract, type PersonShape } from '#modules/people/contract';
import { call } from '#web/client/client.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { useWords } from '#web/words/language.ts';
import type { Shown } from './first-password.tsx';
import { faultOfPhone } from './staff-fields.ts';
import { SeenBox } from './window-verification.tsx';
import { windowWords } from './window-words.ts';

export function WindowAccount(props: {
  person: PersonShape;
  onClose: () => void;
  onMade: (made: Shown) => void;
}): ReactNode {
  const say = useWords(windowWords);
  const [typed, setTyped] = useState('');
  const [seen, setSeen] = useState(false);
  const [checked, setChecked] = useState(false);
  const phone = typed.replace(/[\s-]/g, '');
  const wrong = phone === '' || faultOfPhone(phone);
  return (
    <ConfirmDialog
      open
      title={say.account}
      verb={say.accountGo}
      onClose={props.onClose}
      onConfirm={async () => {
        setChecked(true);
        if (wrong || !seen) return false;
        const { id, name } = props.person;
        const { loginName, password } = await call(peopleContract.openAccount, { params: { id }, body: { phone } });
        props.onMade({ name, loginName, password });
      }}
    >
      <p>{say.accountWhat}</p>
      <EditText
        label={say.fields.phone}
        kind="tel"
        focus
        maxLength={24}
        value={typed}
        fault={checked && wrong ? say.phoneWrong : undefined}
        onChange={setTyped}
      />
      <SeenBox checked={seen} onChange={setSeen} missing={checked && !seen} />
    </ConfirmDialog>
  );
}
