/** What an uploaded document says, beside what was filled in: empty answers are filled, doubtful and different ones are put before the person. */
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Field, Material } from '#modules/catalogue/contract';
import { readingContract, readKinds, type FileReading } from '#modules/reading/contract';
import { asProblem, call, type ProblemError } from '#web/client/client.ts';
import type { ItemFormState } from '#web/ui/item-form/use-item-form.ts';
import type { UploadedFile } from '#web/ui/uploads.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { sayProblem } from '#web/client/say-problem.ts';
import { isUnanswered, kindReadOf, offersOf, saysTheSame, type Offer } from './read-values.ts';
import { caseWords } from './words.ts';

type State = { reading: FileReading } | { problem: ProblemError } | 'reading';

export interface ReadOfferProps {
  material: Material;
  file: UploadedFile;
  fields: Readonly<Record<string, Field>>;
  form: Pick<ItemFormState, 'answer' | 'set'>;
}

export function ReadOffer(props: ReadOfferProps): ReactNode {
  const { material, file, fields, form } = props;
  const kind = kindReadOf(material);
  const say = useWords(caseWords);
  const language = useLanguage();
  const [state, setState] = useState<State>('reading');
  const [round, setRound] = useState(0);
  /** What this page filled in by itself, so that it is named and not done again when somebody clears it. */
  const filled = useRef(new Set<string>());

  useEffect(() => {
    let left = false;
    setState('reading');
    call(readingContract.readFile, { params: { id: file.id }, body: kind ? { kind } : {} }).then(
      (reading) => !left && setState({ reading }),
      (thrown: unknown) => !left && setState({ problem: asProblem(thrown) }),
    );
    return () => void (left = true);
  }, [file.id, kind, round]);

  const offers =
    typeof state === 'object' && 'reading' in state ? offersOf(material, fields, state.reading.fields) : [];
  useEffect(() => {
    for (const { name, value, unsure } of offers) {
      if (unsure || filled.current.has(name) || !isUnanswered(form.answer(name))) continue;
      filled.current.add(name);
      form.set(name, value);
    }
  }, [state]);

  if (state === 'reading')
    return (
      <p className="yc-muted" role="status">
        {say.readingNow}
      </p>
    );
  if ('problem' in state)
    return (
      <div className="yc-read" role="status">
        <p>{say.readingFailed(sayProblem(state.problem, language).text)}</p>
        {state.problem.status >= 500 || state.problem.status === 429 ? (
          <Button onClick={() => setRound(round + 1)}>{say.readAgain}</Button>
        ) : null}
      </div>
    );
  const { seemsToBe } = state.reading;
  return (
    <section className="yc-read" aria-label={say.readTitle}>
      {seemsToBe && kind ? (
        <p className="yc-fault" role="alert">
          {say.readOtherKind(
            pick(language, readKinds[kind].zh, readKinds[kind].en),
            pick(language, readKinds[seemsToBe].zh, readKinds[seemsToBe].en),
          )}
        </p>
      ) : null}
      {offers.length > 0 ? (
        <>
          <h3 className="yc-read-title">{say.readTitle}</h3>
          <dl className="yc-read-list">
            {offers.map((offer) => (
              <OfferLine
                key={offer.name}
                offer={offer}
                title={pick(language, fields[offer.name]!.title, fields[offer.name]!.titleEn)}
                answer={form.answer(offer.name)}
                onUse={() => form.set(offer.name, offer.value)}
              />
            ))}
          </dl>
        </>
      ) : seemsToBe ? null : (
        <p className="yc-muted">{say.readNothing}</p>
      )}
    </section>
  );
}

/** One answer: the same as on the document, or both side by side with the choice. */
function OfferLine(props: { offer: Offer; title: string; answer: unknown; onUse: () => void }): ReactNode {
  const { offer, title, answer } = props;
  const say = useWords(caseWords);
  const same = saysTheSame(answer, offer.value);
  const empty = isUnanswered(answer);
  return (
    <div className="yc-read-line">
      <dt>{title}</dt>
      <dd>
        <p lang="zh-CN">{offer.printed}</p>
        {same ? <p className="yc-muted yc-small">{offer.unsure ? say.readSameUnsure : say.readSame}</p> : null}
        {!same && offer.unsure ? (
          <p className="yc-small">
            {say.readUnsure}
            {offer.alternatives.length > 0 ? (
              <span lang="zh-CN">{say.readOr(offer.alternatives.join(' / '))}</span>
            ) : null}
          </p>
        ) : null}
        {!same && !empty ? <p className="yc-small">{say.readFilledIn(String(answer))}</p> : null}
        {same ? null : (
          <Button onClick={props.onUse} aria-label={say.readUseFor(title)}>
            {say.readUse}
          </Button>
        )}
      </dd>
    </div>
  );
}
