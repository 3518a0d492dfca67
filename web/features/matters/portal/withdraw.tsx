/** Taking back one part, or everything: what ends with it is said before. */
import { Button, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { isDecided, mattersContract, type MatterLine } from '#modules/matters/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Loading, ProblemNote } from '#web/ui/states.tsx';
import { oneByOne, useWords } from '#web/words/language.ts';
import { matterWords } from './words.ts';

const everything = '';

export function Withdraw(props: { matter: MatterLine }): ReactNode {
  const { matter } = props;
  const say = useWords(matterWords);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(everything);
  const act = useAct(mattersContract.withdrawFromMatter, {
    changes: [mattersContract.getMatter, mattersContract.myMatters],
  });
  const undecided = matter.members.filter(({ fate }) => !isDecided(fate));
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{say.withdraw}</Button>
      <ConfirmDialog
        open={open}
        title={say.withdrawTitle}
        verb={say.withdraw}
        danger
        reason="optional"
        reasonLabel={say.withdrawReason}
        onConfirm={(reason) =>
          act.send({
            params: { id: matter.id },
            body: {
              actionId: act.key(),
              ...(chosen === everything ? {} : { member: chosen }),
              ...(reason ? { reason } : {}),
            },
          })
        }
        onClose={() => setOpen(false)}
      >
        <fieldset className="yc-field">
          <legend className="yc-field-title">{say.withdrawWhat}</legend>
          <Radio.Group
            className="matters-options"
            value={chosen}
            onChange={({ target }) => setChosen(String(target.value))}
            options={[
              ...undecided.map(({ key, itemName }) => ({ value: key, label: itemName })),
              { value: everything, label: say.everything },
            ]}
          />
        </fieldset>
        {chosen === everything ? (
          <p>{say.withdrawAllLine}</p>
        ) : open ? (
          <Consequences matter={matter} member={chosen} />
        ) : null}
      </ConfirmDialog>
    </div>
  );
}

function Consequences(props: { matter: MatterLine; member: string }): ReactNode {
  const { matter, member } = props;
  const say = useWords(matterWords);
  const found = useOp(
    mattersContract.foreseeWithdrawal,
    { params: { id: matter.id }, query: { member } },
    { staleTime: 0 },
  );
  if (found.error) return <ProblemNote error={found.error} />;
  if (!found.data) return <Loading rows={1} />;
  const names = found.data.members.map((key) => matter.members.find((one) => one.key === key)?.itemName ?? key);
  return <p role="status">{names.length === 0 ? say.withdrawOnly : say.withdrawAlso(oneByOne(names))}</p>;
}
