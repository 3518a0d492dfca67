/** How one wants to be told, beside the inbox. */
import './notices.css';
import { Radio, Switch } from 'antd';
import { useState, type ReactNode } from 'react';
import { noticesContract, type Preference } from '#modules/notices/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { noticeWords } from './words.ts';

export function NoticePreference(): ReactNode {
  const say = useWords(noticeWords);
  const found = useOp(noticesContract.myPreference, {});
  return (
    <section className="notices-part" aria-labelledby="notice-preference">
      <h2 id="notice-preference">{say.preference}</h2>
      <p className="yc-muted">{say.preferenceLine}</p>
      <Query of={found}>
        {({ carried, ...preference }) => (
          <>
            {carried.sms ? null : <p>{say.noSms}</p>}
            {carried.email ? null : <p>{say.noEmail}</p>}
            <Choices preference={preference} />
          </>
        )}
      </Query>
      <p className="yc-muted yc-small">{say.quiet}</p>
    </section>
  );
}

/** Stored with each tap: there is no button to forget. */
function Choices(props: { preference: Preference }): ReactNode {
  const say = useWords(noticeWords);
  const [now, setNow] = useState(props.preference);
  const act = useAct(noticesContract.savePreference, { changes: [noticesContract.myPreference] });
  const change = (to: Partial<Preference>): void => {
    const next = { ...now, ...to };
    setNow(next);
    act.send({ body: next }).catch(() => setNow(now));
  };
  return (
    <div className="yc-stack">
      <label className="notices-switch">
        <Switch checked={now.sms} onChange={(sms) => change({ sms })} /> {say.sms}
      </label>
      <label className="notices-switch">
        <Switch checked={now.email} onChange={(email) => change({ email })} /> {say.email}
      </label>
      <fieldset className="yc-field">
        <legend className="yc-field-title">{say.language}</legend>
        <Radio.Group
          value={now.language}
          onChange={({ target }) => change({ language: target.value as Preference['language'] })}
          options={[
            { value: 'zh-CN', label: <span lang="zh-CN">{say.chinese}</span> },
            { value: 'en', label: say.english },
          ]}
        />
      </fieldset>
      <p role="status" className="yc-small">
        {act.reply && !act.sending ? say.saved : ''}
      </p>
      <ProblemNote error={act.error} />
    </div>
  );
}
