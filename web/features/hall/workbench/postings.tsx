/** What is posted on the information screens, and posting something. */
import { Button, Checkbox, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import type { ReplyOf } from '#platform/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { sayShortDay, today } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { screensWords } from './screens-words.ts';

export function Postings({ outletId, mayChange }: { outletId: string; mayChange: boolean }): ReactNode {
  const say = useWords(screensWords);
  const found = useOp(hallContract.listPostings, { params: { id: outletId } });
  return (
    <section className="yc-panel yc-stack" aria-labelledby="hall-postings">
      <h2 id="hall-postings">{say.postings}</h2>
      <Query of={found}>
        {(all) => (
          <ul className="yc-plain hall-screens">
            {all.length === 0 ? <li className="yc-muted">{say.noPostings}</li> : null}
            {all.map((posting) => (
              <OnePosting key={posting.id} outletId={outletId} posting={posting} mayChange={mayChange} />
            ))}
          </ul>
        )}
      </Query>
      {mayChange ? <NewPosting outletId={outletId} /> : null}
    </section>
  );
}

type Posting = ReplyOf<typeof hallContract.listPostings>[number];

function OnePosting(props: { outletId: string; posting: Posting; mayChange: boolean }): ReactNode {
  const { id, ...posting } = props.posting;
  const say = useWords(screensWords);
  const language = useLanguage();
  const save = useAct(hallContract.savePosting, { changes: [hallContract.listPostings] });
  const takeAway = (): void => {
    const body = { outletId: props.outletId, ...posting, ...over(posting.fromOn) };
    void save.send({ params: { id }, body }).catch(() => {});
  };
  return (
    <li className="hall-screen">
      <span>
        {posting.urgent ? <strong>{say.urgent} </strong> : null}
        {posting.text}
        {posting.textEn ? <span className="yc-muted"> {posting.textEn}</span> : null}
      </span>
      <span className="yc-small">
        {sayShortDay(posting.fromOn, language)} – {sayShortDay(posting.untilOn, language)}
      </span>
      {props.mayChange && posting.untilOn >= today() ? (
        <Button size="small" loading={save.sending} onClick={takeAway}>
          {say.takeAway}
        </Button>
      ) : null}
      <ProblemNote error={save.error} />
    </li>
  );
}

/** The days of what is taken away now: over since yesterday, also when it was posted only today. */
function over(fromOn: string): { fromOn: string; untilOn: string } {
  const yesterday = new Date(Date.parse(`${today()}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return { fromOn: fromOn < yesterday ? fromOn : yesterday, untilOn: yesterday };
}

function NewPosting({ outletId }: { outletId: string }): ReactNode {
  const say = useWords(screensWords);
  const empty = { text: '', textEn: '', urgent: false, fromOn: today(), untilOn: today() };
  const [posting, setPosting] = useState(empty);
  const save = useAct(hallContract.savePosting, {
    changes: [hallContract.listPostings],
    onDone: () => setPosting(empty),
  });
  const set = (part: Partial<typeof empty>): void => setPosting({ ...posting, ...part });
  return (
    <form
      className="yc-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save.send({ params: { id: save.key() }, body: { outletId, ...posting } }).catch(() => {});
      }}
    >
      <Input
        aria-label={say.postingText}
        placeholder={say.postingText}
        maxLength={200}
        value={posting.text}
        onChange={({ target }) => set({ text: target.value })}
      />
      <Input
        aria-label={say.postingEnglish}
        placeholder={say.postingEnglish}
        maxLength={400}
        value={posting.textEn}
        onChange={({ target }) => set({ textEn: target.value })}
      />
      <div className="yc-row">
        <Input
          type="date"
          aria-label={say.fromOn}
          value={posting.fromOn}
          onChange={({ target }) => set({ fromOn: target.value })}
          style={{ width: '10rem' }}
        />
        <Input
          type="date"
          aria-label={say.untilOn}
          value={posting.untilOn}
          onChange={({ target }) => set({ untilOn: target.value })}
          style={{ width: '10rem' }}
        />
        <Checkbox checked={posting.urgent} onChange={({ target }) => set({ urgent: target.checked })}>
          {say.urgent}
        </Checkbox>
        <Button htmlType="submit" loading={save.sending} disabled={posting.text.trim() === ''}>
          {say.post}
        </Button>
      </div>
      <ProblemNote error={save.error} />
    </form>
  );
}
