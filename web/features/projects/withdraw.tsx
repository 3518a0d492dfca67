/** Taking a simulated approval back: the company itself, or its steward for it. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { projectsContract as ops, type Simulation } from '#modules/projects/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useWords } from '#web/words/language.ts';
import { projectWords } from './words.ts';

export function Withdraw(props: { simulation: Simulation }): ReactNode {
  const say = useWords(projectWords);
  const [open, setOpen] = useState(false);
  const act = useAct(ops.withdrawSimulation, { changes: [ops.getProject, ops.listSimulations] });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say.withdraw}</Button>
      <ConfirmDialog
        open={open}
        title={say.withdrawTitle}
        verb={say.withdraw}
        danger
        onConfirm={() => act.send({ params: { id: props.simulation.id }, body: { actionId: act.key() } })}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
