/** Why something was not taken, here or over there, in words that one can act on. */
import { useEffect, useState, type ReactNode } from 'react';
import { ProblemError } from '#web/client/client.ts';
import { ProblemNote } from '#web/ui/states.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { learnProblem } from '#web/words/problem-lists.ts';
import { wordsOfProblem } from '#web/words/words.ts';
import { exchangeWords } from './words.ts';

interface Refusal {
  code?: string;
  title?: string;
  facts?: { fields?: Record<string, string>; materials?: { name?: string }[] };
}

/** What the other district answered: the code of its problem, with the fields or materials that it names. */
export function SayRefusal(props: {
  refusal: unknown;
  titles?: Readonly<Record<string, { title?: string | undefined }>>;
}): ReactNode {
  const say = useWords(exchangeWords);
  const language = useLanguage();
  const { code = '', title = '', facts = {} } = props.refusal as Refusal;
  const [, setLearned] = useState(false);
  // Any module may have refused it; it came as a part of an answer that went well.
  useEffect(() => void learnProblem(code).then(() => setLearned(true)), [code]);
  const comma = language === 'en' ? ', ' : '、';
  const fields = Object.keys(facts.fields ?? {}).map((path) => path.split('/').at(-1)!);
  const names = fields.map((name) => props.titles?.[name]?.title ?? name).join(comma);
  const materials = (facts.materials ?? []).map(({ name = '' }) => name).join(comma);
  if (names) return <p>{say.fieldsWrong(names)}</p>;
  if (materials) return <p>{say.materialsWrong(materials)}</p>;
  return <p>{wordsOfProblem(code, language, facts as Record<string, unknown>) ?? title}</p>;
}

/** The same for what was refused here. */
export function SayProblem({ error }: { error: unknown }): ReactNode {
  if (error instanceof ProblemError && error.code === 'cases.materialsMissing')
    return (
      <div className="yc-fault" role="alert">
        <SayRefusal refusal={{ code: error.code, facts: error.facts }} />
      </div>
    );
  return <ProblemNote error={error} />;
}
