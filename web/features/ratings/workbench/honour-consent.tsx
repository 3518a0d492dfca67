/** Whether one agrees to be named on the wall of honour: asked for at the window, never assumed. */
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { ratingsContract } from '#modules/ratings/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { honourWords } from '../screen/words.ts';

export function HonourConsent(): ReactNode {
  const say = useWords(honourWords);
  const found = useOp(ratingsContract.myHonour, {});
  const act = useAct(ratingsContract.answerHonour, { changes: [ratingsContract.myHonour] });
  if (!found.data) return null;
  return (
    <section className="yc-stack" aria-labelledby="honour-consent">
      <h2 id="honour-consent" className="yc-small">
        {say.ask}
      </h2>
      <Checkbox
        checked={found.data.agrees}
        disabled={act.sending}
        onChange={({ target }) =>
          void act.send({ body: { actionId: act.key(), agrees: target.checked } }).catch(() => {})
        }
      >
        {say.agree}
      </Checkbox>
      <p className="yc-muted yc-small">{say.what}</p>
      <ProblemNote error={act.error} />
    </section>
  );
}
