/** Many people found at once by their numbers, masked, for a reason that is recorded. */
import './window.css';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { peopleContract } from '#modules/people/contract';
import { useAct } from '#web/client/query.ts';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { definePage } from '#web/ui/page.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { WindowHead } from './window-people.tsx';
import { windowWords } from './window-words.ts';

const most = 200;

function WindowMany(): ReactNode {
  const say = useWords(windowWords);
  const { many } = say;
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const act = useAct(peopleContract.lookUpPersons);
  const send = async (): Promise<void> => {
    const idNumbers = text.split(/[\s,，;；]+/).filter((number) => number !== '');
    const wrong = idNumbers.find((number) => number.length < 4 || number.length > 40);
    const said =
      idNumbers.length === 0 || reason.trim().length < 2
        ? many.needed
        : idNumbers.length > most
          ? many.tooMany
          : wrong && many.wrong(wrong);
    setFault(said);
    if (said) return;
    await act.send({ body: { idNumbers, purpose: reason.trim() } }).catch(() => undefined);
  };
  return (
    <>
      <WindowHead />
      <div className="window-people">
        <form
          className="window-numbers"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <EditText label={many.numbers} hint={many.hint} rows={6} focus value={text} onChange={setText} />
          <EditText label={many.reason} maxLength={300} value={reason} onChange={setReason} />
          {fault ? (
            <p className="yc-fault" role="alert">
              {fault}
            </p>
          ) : null}
          <ProblemNote error={act.error} />
          <div>
            <Button type="primary" htmlType="submit" loading={act.sending}>
              {many.go}
            </Button>
          </div>
        </form>
        {act.reply ? (
          <section className="window-desk" aria-live="polite">
            <h2>{many.found(act.reply.persons.length)}</h2>
            <ul className="yc-plain window-lines">
              {act.reply.persons.map((person) => (
                <li key={person.id}>
                  <span>
                    <strong>{person.name}</strong> <span className="yc-numbers">{person.idNumber}</span>{' '}
                    <span className="yc-muted yc-small">{person.verifiedAt ? say.verified : say.notVerified}</span>
                  </span>
                  <Link to="/people" search={{ person: person.id } as never}>
                    {many.open}
                  </Link>
                </li>
              ))}
            </ul>
            {act.reply.missing.length > 0 ? (
              <>
                <h2>{many.missing(act.reply.missing.length)}</h2>
                <p className="yc-code">{act.reply.missing.join('  ')}</p>
              </>
            ) : null}
          </section>
        ) : null}
      </div>
    </>
  );
}

export const page = definePage({ roles: ['head', 'office'], Component: WindowMany });
