/** Where all must agree: what this department has said, and how many are still missing. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { casesContract } from '#modules/cases/contract';
import { mattersContract, type PartAgreement } from '#modules/matters/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Instant } from '#web/ui/due.tsx';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { useWords } from '#web/words/language.ts';
import { agreementWords } from './agreement-words.ts';

const changes = [mattersContract.partOfMatter, casesContract.getCase];

export function Agreement(props: { caseId: string; agreement: PartAgreement }): ReactNode {
  const { agreement, caseId } = props;
  const say = useWords(agreementWords);
  const [asking, setAsking] = useState<'agree' | 'takeBack'>();
  const [conditions, setConditions] = useState('');
  const agree = useAct(mattersContract.agreeToPart, { changes });
  const takeBack = useAct(mattersContract.takeBackAgreement, { changes });
  const params = { id: caseId };
  return (
    <div className="yc-stack">
      <p className="yc-small">
        {agreement.agreedAt ? (
          <>
            <strong>{say.agreed}</strong> {agreement.agreedBy} <Instant at={agreement.agreedAt} />
            <br />
          </>
        ) : null}
        {say.missing(agreement.missing)}
      </p>
      {agreement.mayAgree || agreement.mayTakeBack ? (
        <div>
          {agreement.mayAgree ? (
            <Button type="primary" onClick={() => setAsking('agree')}>
              {say.agree}
            </Button>
          ) : (
            <Button onClick={() => setAsking('takeBack')}>{say.takeBack}</Button>
          )}
        </div>
      ) : null}
      <ConfirmDialog
        open={asking === 'agree'}
        title={say.agreeTitle}
        verb={say.agree}
        reason="optional"
        reasonLabel={say.opinion}
        onConfirm={(opinion) =>
          agree.send({
            params,
            body: {
              actionId: agree.key(),
              ...(opinion ? { opinion } : {}),
              ...(conditions.trim() ? { conditions: conditions.trim() } : {}),
            },
          })
        }
        onClose={() => setAsking(undefined)}
      >
        <p>{say.agreeLine}</p>
        <EditText
          label={say.conditions}
          optional
          rows={2}
          maxLength={2000}
          value={conditions}
          onChange={setConditions}
        />
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'takeBack'}
        title={say.takeBackTitle}
        verb={say.takeBack}
        onConfirm={() => takeBack.send({ params, body: { actionId: takeBack.key() } })}
        onClose={() => setAsking(undefined)}
      >
        <p>{say.takeBackLine}</p>
      </ConfirmDialog>
    </div>
  );
}
