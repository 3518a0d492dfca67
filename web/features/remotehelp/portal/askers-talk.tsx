/** The talk as its asker has it: what the clerk sees, points at and suggests; nothing of it changes the form by itself. */
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { remoteHelpContract, type Outcome } from '#modules/remotehelp/contract';
import { levels } from '#modules/ratings/contract';
import { call } from '#web/client/client.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { pointAt, type MirroredForm } from '#web/ui/item-form/mirrored.ts';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { fromClerk, seenOf } from '../mirror.ts';
import { TalkPanel } from '../talk-panel.tsx';
import { useTalk } from '../use-talk.ts';
import type { Line } from '../written.ts';
import { ratingWords } from '#web/features/ratings/words.ts';
import { dockWords } from './words.ts';

const changes = [remoteHelpContract.lookHelp];

export function AskersTalk(props: {
  code: string;
  form: MirroredForm | undefined;
  /** What this tab still has of what was written, and where each change of it goes; without them it lies in this page alone. */
  kept?: (() => readonly Line[]) | undefined;
  keep?: ((lines: readonly Line[]) => void) | undefined;
  /** It has ended, and is still shown. */
  onEnded?: (() => void) | undefined;
  onOver: () => void;
  onTalk?: (() => void) | undefined;
}): ReactNode {
  const { code, form } = props;
  const say = useWords(dockWords);
  const found = useOp(remoteHelpContract.lookHelp, { params: { code } }, { every: 10_000, staleTime: 0 });
  // Whoever signs in meanwhile makes the page read everything anew: the talk goes on through it.
  const last = useRef(found.data);
  if (found.data) last.current = found.data;
  const help = last.current;
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const [pointed, setPointed] = useState<string>();
  const [suggested, setSuggested] = useState<{ id: string; name: string; text: string }>();
  const [unfit, setUnfit] = useState(false);
  const leave = useAct(remoteHelpContract.leaveHelp, { changes });
  const talk = useTalk({
    side: 'asker',
    // The line is open while one waits, too: it says that the page is there.
    of: help && help.state !== 'ended' ? code : undefined,
    way: help?.way ?? 'text',
    name: '',
    ...(props.kept ? { kept: props.kept } : {}),
    ...(props.keep ? { keep: props.keep } : {}),
    servers: async () => (await call(remoteHelpContract.lookHelp, { params: { code } })).iceServers,
    changed: () => void found.refetch(),
    read: fromClerk,
    heard: (text) => {
      const message = fromClerk(text);
      if (message?.kind === 'point') {
        setPointed(message.name);
        pointAt(message.name || undefined);
      }
      if (message?.kind === 'suggest') {
        setUnfit(false);
        setSuggested(message);
      }
    },
  });
  const sent = useRef('');
  const seen = JSON.stringify(form ? seenOf(form, shown) : null);
  const talking = help?.state === 'talking';
  useEffect(() => {
    // Another clerk, or a connection that was begun anew, knows nothing yet.
    sent.current = '';
  }, [help?.epoch, talk.link]);
  useEffect(() => {
    // Nor does it point at anything.
    setPointed(undefined);
    pointAt(undefined);
  }, [help?.epoch]);
  useEffect(() => {
    if (!talking) return;
    const timer = setTimeout(() => {
      if (sent.current === seen) return;
      sent.current = seen;
      talk.tell({ kind: 'form', form: JSON.parse(seen) as unknown });
    }, 300);
    return () => clearTimeout(timer);
  }, [seen, talking, talk.link, help?.epoch]);
  useEffect(() => {
    if (!talking) pointAt(undefined);
    return () => pointAt(undefined);
  }, [talking]);
  const { onTalk } = props;
  const together = talking && !talk.otherAway && talk.link !== 'elsewhere';
  useEffect(() => {
    if (!together || !onTalk) return;
    onTalk();
    const timer = setInterval(onTalk, 10_000);
    return () => clearInterval(timer);
  }, [together, onTalk]);
  const ended = help?.state === 'ended';
  useEffect(() => {
    if (ended) props.onEnded?.();
  }, [ended]);
  // A code that nobody knows any more is of no use.
  useEffect(() => {
    if (found.error?.status === 404) props.onOver();
  }, [found.error]);

  const titleOf = (name: string | undefined) => form?.fields.find((field) => field.name === name)?.title;
  const answer = (take: boolean): void => {
    if (!suggested) return;
    const fits = take && (form?.take(suggested.name, suggested.text) ?? false);
    setUnfit(take && !fits);
    talk.tell({ kind: 'answered', id: suggested.id, how: fits ? 'taken' : take ? 'unfit' : 'notTaken' });
    setSuggested(undefined);
  };
  const suggestedTitle = titleOf(suggested?.name);
  if (!help) return <Query of={found}>{() => null}</Query>;
  const now = help;
  return (
    <>
      {now.state === 'ended' ? (
          <Ended code={code} outcome={now.outcome} rates={now.takenAt !== null && now.level === null} rated={now.level !== null} onOver={props.onOver} />
        ) : (
          <>
            <h2 aria-live="polite">
              {now.state === 'talking'
                ? say.with(now.clerkName ?? '')
                : now.again
                  ? say.again
                  : say.waiting(now.ahead ?? 0)}
            </h2>
            {suggested && suggestedTitle ? (
              <div className="help-suggested" role="alert">
                <p>{say.suggests(suggestedTitle, suggested.text)}</p>
                <div className="yc-row">
                  <Button type="primary" onClick={() => answer(true)}>
                    {say.take}
                  </Button>
                  <Button onClick={() => answer(false)}>{say.refuse}</Button>
                </div>
              </div>
            ) : null}
            {unfit ? <p role="alert">{say.unfit}</p> : null}
            {now.state === 'talking' && titleOf(pointed) ? <p role="status">{say.pointed(titleOf(pointed)!)}</p> : null}
            {now.state === 'talking' ? <TalkPanel talk={talk} written={now.sign || now.way === 'text'} /> : null}
            {now.state === 'talking' && form ? <Shown form={form} shown={shown} onShown={setShown} /> : null}
            {leave.error ? <ProblemNote error={leave.error} /> : null}
            <Button
              danger
              className="help-leave"
              loading={leave.sending}
              onClick={() =>
                void leave.send({ params: { code }, body: { actionId: leave.key() } }).catch(() => {})
              }
            >
              {say.leave}
            </Button>
          </>
        )}
    </>
  ); // prettier-ignore
}

/** What is sensitive, with a button for each. */
function Shown(props: {
  form: MirroredForm;
  shown: ReadonlySet<string>;
  onShown: (shown: ReadonlySet<string>) => void;
}): ReactNode {
  const say = useWords(dockWords);
  const sensitive = props.form.fields.filter((field) => field.sensitive && field.said !== '');
  if (sensitive.length === 0) return null;
  return (
    <details>
      <summary>{say.form}</summary>
      <ul className="help-fields">
        {sensitive.map(({ name, title }) => {
          const is = props.shown.has(name);
          return (
            <li key={name}>
              <span>{title}</span>
              <Button
                size="small"
                aria-pressed={is}
                aria-label={`${is ? say.hide : say.show} ${title}`}
                onClick={() => props.onShown(new Set(is ? [...props.shown].filter((one) => one !== name) : [...props.shown, name]))}
              >
                {is ? say.hide : say.show}
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  ); // prettier-ignore
}

function Ended(props: {
  code: string;
  outcome: Outcome | null;
  rates: boolean;
  rated: boolean;
  onOver: () => void;
}): ReactNode {
  const say = useWords(dockWords);
  const { levels: words } = useWords(ratingWords);
  const rate = useAct(remoteHelpContract.rateHelp, { changes });
  return (
    <>
      <h2 aria-live="polite">{say.ended[props.outcome ?? 'helped']}</h2>
      {props.rates ? (
        <>
          <p>{say.rate}</p>
          <div className="yc-row">
            {levels.map((level) => (
              <Button
                key={level}
                onClick={() =>
                  void rate
                    .send({ params: { code: props.code }, body: { actionId: rate.key(), level } })
                    .catch(() => {})
                }
              >
                {words[level]}
              </Button>
            ))}
          </div>
          {rate.error ? <ProblemNote error={rate.error} /> : null}
        </>
      ) : null}
      {props.rated ? <p>{say.thanks}</p> : null}
      <Button onClick={props.onOver}>{say.done}</Button>
    </>
  );
}
