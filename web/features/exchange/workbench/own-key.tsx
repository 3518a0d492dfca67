/** The key of this district: given to others as an invitation, compared by its fingerprint, changed without a gap. */
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { exchangeContract } from '#modules/exchange/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { Fingerprint } from '../fingerprint.tsx';
import { writeInvitation } from '../invitation.ts';
import { exchangeBenchWords } from './words.ts';

export function OwnKeyPanel(): ReactNode {
  const say = useWords(exchangeBenchWords);
  const { message } = App.useApp();
  const [rotating, setRotating] = useState(false);
  const found = useOp(exchangeContract.ownKey, {});
  const rotate = useAct(exchangeContract.rotateKey, {
    changes: [exchangeContract.ownKey, exchangeContract.listPartners, exchangeContract.listQueue],
  });
  return (
    <section className="yc-panel" aria-labelledby="exchange-own">
      <h2 id="exchange-own">{say.own}</h2>
      <p className="yc-muted yc-small">{say.ownLine}</p>
      <Query of={found}>
        {(own) => (
          <>
            <Fingerprint of={own.fingerprint} label={say.own} />
            <div className="yc-row">
              <Button
                type="primary"
                onClick={() =>
                  void navigator.clipboard.writeText(writeInvitation(own)).then(
                    () => message.success(say.copied),
                    () => message.error(writeInvitation(own)),
                  )
                }
              >
                {say.copy}
              </Button>
              <Button onClick={() => setRotating(true)}>{say.rotate}</Button>
            </div>
          </>
        )}
      </Query>
      <ConfirmDialog
        open={rotating}
        title={say.rotate}
        verb={say.rotate}
        onClose={() => setRotating(false)}
        onConfirm={async () => {
          await rotate.send({});
          void message.success(say.rotated);
        }}
      >
        <p>{say.rotateWhat}</p>
      </ConfirmDialog>
    </section>
  );
}
