/** The talk as the clerk has it: the form as it is being filled in, to point at and to suggest for; nothing of it can be changed here. */
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { signInWarningSeconds } from '#modules/kiosks/contract';
import { remoteHelpContract, type HelpTaken } from '#modules/remotehelp/contract';
import { call, newKey } from '#web/client/client.ts';
import { readAgain, useAct } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { colon, pick, useLanguage, useWords } from '#web/words/language.ts';
import { fromAsker, type SeenField, type SeenForm } from '../mirror.ts';
import { TalkPanel } from '../talk-panel.tsx';
import { useTalk } from '../use-talk.ts';
import { dockWords } from '../portal/words.ts';
import { talkWords } from '../words.ts';
import { seatWords } from './words.ts';

const changes = [remoteHelpContract.showSeat];

export function ClerksTalk(props: {
  help: HelpTaken;
  colleagues: readonly { accountId: string; name: string; free: boolean }[];
}): ReactNode {
  const { help } = props;
  const { id } = help;
  const say = useWords(seatWords);
  const asker = useWords(dockWords);
  const language = useLanguage();
  const me = useMe();
  const reads = help.sign || help.way === 'text';
  const [form, setForm] = useState<SeenForm | null>(null);
  const [pointed, setPointed] = useState('');
  const [answered, setAnswered] = useState<'taken' | 'notTaken' | 'unfit'>();
  const finish = useAct(remoteHelpContract.finishHelp, { changes });
  const handOver = useAct(remoteHelpContract.handOver, { changes });
  const talk = useTalk({
    side: 'clerk',
    of: id,
    way: help.way,
    name: me?.name ?? '',
    servers: async () => (await call(remoteHelpContract.showSeat, {})).current?.iceServers ?? [],
    changed: () => void readAgain(remoteHelpContract.showSeat),
    read: fromAsker,
    heard: (text) => {
      const message = fromAsker(text);
      if (message?.kind === 'form') setForm(message.form);
      if (message?.kind === 'answered') setAnswered(message.how);
    },
  });
  const point = (name: string): void => {
    setPointed(name);
    talk.tell({ kind: 'point', name });
  };
  const end = (outcome: 'helped' | 'elsewhere'): void =>
    void finish.send({ params: { id }, body: { actionId: finish.key(), outcome } }).catch(() => {});
  const give = (accountId?: string): void =>
    void handOver
      .send({ params: { id }, body: { actionId: handOver.key(), ...(accountId ? { accountId } : {}) } })
      .catch(() => {});
  return (
    <div className="seat-columns">
      <section className="yc-panel" aria-label={say.title}>
        <h2>{say.who(help.askerName)}</h2>
        <p>
          {[
            pick(language, help.itemName, help.itemNameEn),
            help.door === 'kiosk' && say.atKiosk(pick(language, help.outletName, help.outletNameEn)),
            help.priority && asker.priorities[help.priority],
            help.language !== language && help.language === 'en' && say.inEnglish,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {help.signInGoodFor !== null && help.signInGoodFor <= signInWarningSeconds ? (
          <p className="seat-reads" role="status">
            {help.signInGoodFor > 0 ? say.signInEnds(Math.ceil(help.signInGoodFor / 60)) : say.signInOver}
          </p>
        ) : null}
        {help.sign ? (
          <p className="seat-reads" role="note">
            {say.reads}
          </p>
        ) : null}
        <TalkPanel talk={talk} written={reads} phrases={reads ? Object.values(seatWords[help.language].phrases) : []} />
        <div className="yc-row seat-ends">
          <Button type="primary" onClick={() => end('helped')}>
            {say.finish}
          </Button>
          <Button onClick={() => end('elsewhere')}>{say.elsewhere}</Button>
          <Button onClick={() => give()}>{say.toQueue}</Button>
          {props.colleagues
            .filter(({ free }) => free)
            .slice(0, 8)
            .map(({ accountId, name }) => (
              <Button key={accountId} onClick={() => give(accountId)}>
                {say.colleague} {name}
              </Button>
            ))}
        </div>
        {finish.error ? <ProblemNote error={finish.error} /> : null}
        {handOver.error ? <ProblemNote error={handOver.error} /> : null}
      </section>
      <section className="yc-panel" aria-labelledby="seat-form">
        <h2 id="seat-form">{form ? `${say.form}${colon()}${form.title}` : say.form}</h2>
        <p className="yc-muted yc-small">{say.alone}</p>
        {answered ? <p role="status">{say.answered[answered]}</p> : null}
        {form ? (
          <ul className="seat-fields">
            {form.fields.map((field) => (
              <FieldLine
                key={field.name}
                field={field}
                here={field.name === form.at}
                pointed={field.name === pointed}
                onPoint={() => point(field.name === pointed ? '' : field.name)}
                onSuggest={(text) => {
                  setAnswered(undefined);
                  talk.tell({ kind: 'suggest', id: newKey(), name: field.name, text });
                }}
              />
            ))}
          </ul>
        ) : (
          <p>{say.noForm}</p>
        )}
      </section>
    </div>
  );
}

function FieldLine(props: {
  field: SeenField;
  here: boolean;
  pointed: boolean;
  onPoint: () => void;
  onSuggest: (text: string) => void;
}): ReactNode {
  const { field, here, pointed } = props;
  const say = useWords(seatWords);
  const general = useWords(talkWords);
  const [text, setText] = useState<string>();
  return (
    <li className={pointed ? 'pointed' : ''}>
      <div>
        <span className="yc-muted yc-small">
          {field.title}
          {here ? ` · ${say.here}` : ''}
        </span>
        <p>{field.said === null ? say.hidden : field.said || general.notAnswered}</p>
        {field.fault ? <p className="yc-fault">{field.fault}</p> : null}
      </div>
      <div className="yc-row">
        <Button
          size="small"
          aria-pressed={pointed}
          onClick={props.onPoint}
          aria-label={`${pointed ? say.unpoint : say.point} ${field.title}`}
        >
          {pointed ? say.unpoint : say.point}
        </Button>
        {text === undefined ? (
          <Button size="small" onClick={() => setText('')} aria-label={`${say.suggest} ${field.title}`}>
            {say.suggest}
          </Button>
        ) : (
          <form
            className="yc-row"
            onSubmit={(event) => {
              event.preventDefault();
              if (text.trim()) props.onSuggest(text.trim());
              setText(undefined);
            }}
          >
            <Input
              aria-label={say.suggestFor(field.title)}
              value={text}
              maxLength={500}
              onChange={({ target }) => setText(target.value)}
            />
            <Button htmlType="submit">{say.suggest}</Button>
          </form>
        )}
      </div>
    </li>
  );
}
