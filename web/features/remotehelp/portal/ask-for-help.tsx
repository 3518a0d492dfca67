/** Before it begins: who is there, how to talk, and what is seen and kept of it. */
import { Button, Checkbox, Radio, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { priorities, type Priority } from '#modules/hall/contract';
import { remoteHelpContract, ways, type Way } from '#modules/remotehelp/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { talkWords } from '../words.ts';
import { dockWords } from './words.ts';

export function AskForHelp(props: {
  itemId: string | undefined;
  onAsked: (code: string) => void;
  onClose: () => void;
}): ReactNode {
  const say = useWords(dockWords);
  const talk = useWords(talkWords);
  const language = useLanguage();
  const now = useOp(remoteHelpContract.showRemoteHelp, {}, { staleTime: 0, every: 20_000 });
  const ask = useAct(remoteHelpContract.askForHelp);
  const [way, setWay] = useState<Way>('video');
  const [sign, setSign] = useState(false);
  const [priority, setPriority] = useState<Priority | 'none'>('none');
  const send = async (): Promise<void> => {
    const { itemId } = props;
    const { code } = await ask.send({
      body: {
        actionId: ask.key(),
        ...(itemId ? { itemId } : {}),
        way,
        sign,
        ...(priority === 'none' ? {} : { priority }),
        language,
        consent: true,
      },
    });
    props.onAsked(code);
  };
  return (
    <>
      <h2>{say.title}</h2>
      <Query of={now}>
        {({ onDuty, waiting, signs }) =>
          onDuty === 0 ? (
            <p>{say.nobody}</p>
          ) : (
            <>
              <p>{say.now(onDuty, waiting)}</p>
              <Radio.Group
                aria-label={say.way}
                value={way}
                options={ways.map((value) => ({ value, label: talk.ways[value] }))}
                onChange={({ target }) => setWay(target.value as Way)}
              />
              <Checkbox checked={sign} onChange={({ target }) => setSign(target.checked)}>
                {say.sign}
              </Checkbox>
              {sign && signs ? <p className="yc-small">{say.signHint}</p> : null}
              <label className="yc-small" htmlFor="help-priority">
                {say.priority}
              </label>
              <Select
                id="help-priority"
                value={priority}
                options={(['none', ...priorities] as const).map((value) => ({ value, label: say.priorities[value] }))}
                onChange={setPriority}
              />
              <p className="yc-small">{say.consent}</p>
              {ask.error ? <ProblemNote error={ask.error} /> : null}
              <Button type="primary" size="large" loading={ask.sending} onClick={() => void send().catch(() => {})}>
                {say.agree}
              </Button>
            </>
          )
        }
      </Query>
      <Button onClick={props.onClose}>{say.close}</Button>
    </>
  );
}
