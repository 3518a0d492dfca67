/** To whom a case, or several, are handed over: a colleague of its department, or nobody. */
import { Input, Select } from 'antd';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { generalWords } from '#web/words/general.ts';
import { useWords } from '#web/words/language.ts';
import { sessionWords } from '#web/words/session.ts';
import { useColleagues } from './names.ts';
import { stepWords } from './step-words.ts';

const nobody = 'nobody';

export function HandOverDialog(props: {
  open: boolean;
  title: string;
  departmentIds: readonly string[];
  onClose: () => void;
  onGive: (toAccountId: string | null, reason: string) => Promise<unknown>;
}): ReactNode {
  const say = useWords(stepWords);
  const { roles } = useWords(sessionWords);
  const { optional } = useWords(generalWords);
  const me = useMe();
  const id = useId();
  const colleagues = useColleagues(props.open ? props.departmentIds : []);
  const [to, setTo] = useState(nobody);
  const [reason, setReason] = useState('');
  useEffect(() => {
    if (!props.open) return;
    setTo(nobody);
    setReason('');
  }, [props.open]);
  return (
    <ConfirmDialog
      open={props.open}
      title={props.title}
      verb={say.verbs.handOver}
      onConfirm={() => props.onGive(to === nobody ? null : to, reason.trim())}
      onClose={props.onClose}
    >
      <p className="yc-muted">{say.what.handOver}</p>
      <div>
        <label htmlFor={`${id}-to`}>{say.toWhom}</label>
        <Select
          id={`${id}-to`}
          value={to}
          autoFocus
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: '100%' }}
          onChange={setTo}
          options={[
            { value: nobody, label: say.toNobody },
            ...[...colleagues.values()]
              .filter(({ accountId }) => accountId !== me?.accountId)
              .map((one) => ({
                value: one.accountId,
                label: `${one.name} · ${one.roles.map((role) => roles[role]).join(' ')}${one.away ? ` · ${say.away}` : ''}`,
              })),
          ]}
        />
      </div>
      <div>
        <label htmlFor={`${id}-why`}>
          {say.reason}
          <span className="yc-muted yc-small"> ({optional})</span>
        </label>
        <Input id={`${id}-why`} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
      </div>
    </ConfirmDialog>
  );
}
