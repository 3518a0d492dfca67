/** The application form (申请表) as the applicant signed it: the way to its PDF, and the signature itself. */
import { FilePdfOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { casesContract, type CaseWhole } from '#modules/cases/contract';
import { hrefOf } from '#web/client/client.ts';
import { Instant } from '#web/ui/due.tsx';
import { DrawnSignature } from '#web/ui/signature.tsx';
import { useWords } from '#web/words/language.ts';
import { formWords } from './form-words.ts';

/** `button` where it stands in a row of buttons. */
export function FormLink(props: { caseId: string; button?: boolean }): ReactNode {
  const say = useWords(formWords);
  return (
    <a
      href={hrefOf(casesContract.applicationForm, { params: { id: props.caseId }, query: {} })}
      target="_blank"
      rel="noreferrer"
      aria-label={say.open}
      className={props.button ? 'yc-button quiet' : undefined}
    >
      {props.button ? null : <FilePdfOutlined aria-hidden="true" />} {say.form}
    </a>
  );
}

/** Who signed, when and how; what was drawn as a small picture. */
export function SignedBy({ whole }: { whole: CaseWhole }): ReactNode {
  const say = useWords(formWords);
  const { signature, agent, applicant } = whole;
  if (!signature) return null;
  return (
    <div>
      <h3>{agent ? say.ofAgent : say.signature}</h3>
      {signature.drawing === null ? null : <DrawnSignature path={signature.drawing} />}
      <p>
        {(agent ?? applicant).name} · <Instant at={whole.case.submittedAt} /> ·{' '}
        {signature.way === 'drawn' && signature.drawing === null ? say.broken : say.ways[signature.way]}
      </p>
    </div>
  );
}
