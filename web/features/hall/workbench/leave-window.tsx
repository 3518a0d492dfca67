/** Leaving the window; when that would strand people, it has to be said twice. */
import { Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import { asProblem } from '#web/client/problem-error.ts';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useWords } from '#web/words/language.ts';
import { deskWords } from './words.ts';

export function LeaveWindow(props: { open: boolean; onClose: () => void }): ReactNode {
  const say = useWords(deskWords);
  const [evenSo, setEvenSo] = useState(false);
  const act = useAct(hallContract.leaveWindow, { changes: [hallContract.showDesk, hallContract.showHall] });
  const strands = act.error !== undefined && asProblem(act.error).code === 'hall.lastForErrand';
  return (
    <ConfirmDialog
      open={props.open}
      title={say.leave}
      verb={say.leave}
      onClose={() => {
        act.reset();
        setEvenSo(false);
        props.onClose();
      }}
      onConfirm={() => act.send({ body: { evenSo } })}
    >
      <p>{say.leaveWhat}</p>
      {strands ? (
        <Checkbox checked={evenSo} onChange={({ target }) => setEvenSo(target.checked)}>
          {say.leaveEvenSo}
        </Checkbox>
      ) : null}
    </ConfirmDialog>
  );
}
