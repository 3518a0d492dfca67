/** On the phone: a kiosk wants to sign me in. I pick the number that I see on it. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { kiosksContract } from '#modules/kiosks/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { words } from '#web/words/words.ts';

const approveWords = words({
  'zh-CN': {
    title: '在自助机上登录',
    where: (kiosk: string, outlet: string, place: string) => `${outlet} ${kiosk}（${place}）`,
    warning: '只有您正站在这台自助机前，才点下面的数字。别人发来的码不要点。',
    pick: '自助机上显示的是哪个数字？',
    refuse: '不是我，取消',
    done: '已同意，请看自助机',
    doneWhat: '离开前请在自助机上点“结束并清除信息”。',
    refused: '已取消',
  },
  en: {
    title: 'Sign in at a kiosk',
    where: (kiosk, outlet, place) => `${kiosk}, ${outlet} (${place})`,
    warning: 'Press a number only if you stand before this kiosk now. Never for a code that somebody sent you.',
    pick: 'Which number does the kiosk show?',
    refuse: 'Not me: cancel',
    done: 'Agreed: look at the kiosk',
    doneWhat: 'Before you leave, press “End and clear” on the kiosk.',
    refused: 'Cancelled',
  },
});

function Approve(): ReactNode {
  const code = useParam('code');
  const say = useWords(approveWords);
  const language = useLanguage();
  const found = useOp(kiosksContract.lookSignIn, { params: { code } }, { staleTime: Infinity });
  const act = useAct(kiosksContract.answerSignIn);
  const [answered, setAnswered] = useState<'done' | 'refused'>();
  const answer = (number: number | null): void =>
    void act.send({ params: { code }, body: { number } }).then(
      () => setAnswered(number === null ? 'refused' : 'done'),
      () => {},
    );
  if (answered)
    return (
      <div className="yc-stack">
        <PageHeader title={say[answered]} />
        {answered === 'done' ? <p>{say.doneWhat}</p> : null}
      </div>
    );
  return (
    <Query of={found}>
      {(asked) => (
        <div className="yc-stack">
          <PageHeader
            title={say.title}
            sub={say.where(
              pick(language, asked.kioskName, asked.kioskNameEn),
              pick(language, asked.outletName, asked.outletNameEn),
              asked.place,
            )}
          />
          <p>{say.warning}</p>
          <h2>{say.pick}</h2>
          <div className="yc-row">
            {asked.choices.map((number) => (
              <Button key={number} size="large" disabled={act.sending} onClick={() => answer(number)}>
                <strong className="yc-numbers">{number}</strong>
              </Button>
            ))}
          </div>
          <ProblemNote error={act.error} />
          <div>
            <Button disabled={act.sending} onClick={() => answer(null)}>
              {say.refuse}
            </Button>
          </div>
        </div>
      )}
    </Query>
  );
}

export const page = definePage({ roles: ['resident'], Component: Approve });
