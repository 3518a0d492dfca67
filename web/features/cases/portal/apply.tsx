/** The way into an application: who is signed in, what was begun before, then the form itself. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { casesContract, type Draft } from '#modules/cases/contract';
import { useOp } from '#web/client/query.ts';
import { useMe, type Me } from '#web/client/session.tsx';
import { useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, Failing, Loading, SignInFirst } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { ApplyForm, type ItemToApply } from './apply-form.tsx';
import type { Offer } from './filling.ts';
import './cases.css';
import { choicesFor } from './whom.ts';
import { caseWords } from './words.ts';

export function Apply(props: { item: ItemToApply; offer?: Offer }): ReactNode {
  // Once begun, a session that ends takes nothing away: the frame asks for signing in, over this page.
  const now = useMe();
  const [me, setMe] = useState<Me | null | undefined>(now);
  if (now && now.accountId !== me?.accountId) setMe(now);
  if (me === undefined && now === undefined) return <Loading />;
  if (!me) return <SignInFirst />;
  return <Begun item={props.item} me={me} offer={props.offer} />;
}

function Begun(props: { item: ItemToApply; me: Me; offer: Offer | undefined }): ReactNode {
  const { item, me } = props;
  const say = useWords(caseWords);
  const [asked] = useAsked();
  const drafts = useOp(casesContract.myDrafts, {}, { staleTime: 0 });
  // Chosen once: what the list says later, while this form saves into it, changes nothing here.
  const [choice, setChoice] = useState<{ draft: Draft | undefined }>();
  const form = useRef(0);

  if (choicesFor(me, item.body, item.codes).length === 0) return <Nobody item={item} />;
  if (!choice) {
    if (drafts.error) return <Failing error={drafts.error} onRetry={() => void drafts.refetch()} />;
    if (!drafts.data || drafts.isFetching) return <Loading />;
    const found = drafts.data.filter(({ itemId }) => itemId === item.itemId);
    const named = found.find(({ id }) => id === asked.draft);
    if (found.length > 0 && !named)
      return <GoOn item={item} draft={found[0]!} onChoose={(draft) => setChoice({ draft })} />;
    setChoice({ draft: named });
    return null;
  }
  const answered = Object.fromEntries(
    Object.entries(asked).flatMap(([key, value]) => (key.startsWith('s.') && value ? [[key.slice(2), value]] : [])),
  );
  return (
    <div aria-label={say.submit} role="group">
      <ApplyForm
        key={form.current}
        item={item}
        me={me}
        draft={choice.draft}
        answered={answered}
        offer={props.offer}
        onTheirs={(draft) => {
          form.current += 1;
          setChoice({ draft });
        }}
      />
    </div>
  );
}

/** Something was begun before: on with it, or anew. */
function GoOn(props: { item: ItemToApply; draft: Draft; onChoose: (draft: Draft | undefined) => void }): ReactNode {
  const { body, itemId } = props.item;
  const say = useWords(caseWords);
  const language = useLanguage();
  return (
    <div className="yc-wizard">
      <PageHeader
        title={say.draftFound}
        sub={pick(language, body.plainName ?? body.name, body.plainNameEn ?? body.nameEn)}
        back={{ to: props.item.joint?.back ?? `/services/${itemId}`, say: say.toGuide }}
      />
      <p>{say.draftFoundLine(sayInstant(props.draft.updatedAt, language))}</p>
      <div className="yc-row">
        <Button type="primary" size="large" onClick={() => props.onChoose(props.draft)}>
          {say.draftGoOn}
        </Button>
        <Button size="large" onClick={() => props.onChoose(undefined)}>
          {say.draftAnew}
        </Button>
      </div>
    </div>
  );
}

/** Nobody whom this account may act for can apply for the item. */
function Nobody(props: { item: ItemToApply }): ReactNode {
  const say = useWords(caseWords);
  const organisations = props.item.body.applicants.includes('organisation');
  return (
    <Empty
      title={organisations ? say.nobodyToApplyFor : say.nobodyPerson}
      action={
        organisations ? (
          <Link to="/mine/acting" className="yc-button">
            {say.toActing}
          </Link>
        ) : null
      }
    >
      {organisations ? say.nobodyToApplyForLine : say.nobodyPersonLine}
    </Empty>
  );
}
