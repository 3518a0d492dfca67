/** After a life event was taken in: one number and one receipt for whoever stands there, then the next person. */
import '../matters.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LifeEvent, mattersContract } from '#modules/matters/contract';
import type { ReplyOf } from '#platform/contract';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { TakenIn } from '#web/ui/taken-in.tsx';
import { oneByOne, pick, useLanguage, useWords } from '#web/words/language.ts';
import { windowWords } from './window-words.ts';

export type Receipt = ReplyOf<typeof mattersContract.applyForMatter>;

/** What became of each part, in the words of a receipt. */
export function partsOf(
  receipt: Receipt,
  event: LifeEvent,
  after: (names: string) => string,
): { key: string; name: string; what: string }[] {
  const names = new Map(receipt.cases.map(({ key, itemName }) => [key, itemName]));
  return receipt.cases.map(({ key, itemName, number }) => {
    const before = event.body.members.find((member) => member.key === key)?.after ?? [];
    return { key, name: itemName, what: number ?? after(oneByOne(before.flatMap((one) => names.get(one) ?? []))) };
  });
}

export function MatterReceiptPage(props: {
  receipt: Receipt;
  event: LifeEvent;
  applicant: string;
  /** The receipt on paper, for A4 and for the roll. */
  sheet: ReactNode;
  onNext: () => void;
  onAgain: () => void;
}): ReactNode {
  const { receipt, event } = props;
  const say = useWords(windowWords);
  const language = useLanguage();
  const departmentName = useDepartmentName();
  const parts = partsOf(receipt, event, say.after);
  const departmentOf = (key: string): string =>
    departmentName(event.members.find((member) => member.key === key)?.departmentId ?? null);
  return (
    <TakenIn
      title={say.done}
      numberName={say.number}
      number={receipt.number}
      track={trackOf(receipt)}
      subject={{ subjectKind: 'matter', subjectId: receipt.id }}
      sheet={() => props.sheet}
      lines={
        <>
          <p>
            {props.applicant} · {pick(language, event.body.name, event.body.nameEn)}
          </p>
          <p className="yc-muted yc-small">{say.deliveryNote}</p>
        </>
      }
      more={
        <section className="intake-part" aria-labelledby="matter-parts">
          <h2 id="matter-parts">{say.parts}</h2>
          <ol className="matters-receipt-parts">
            {parts.map(({ key, name, what }) => (
              <li key={key}>
                <strong>{name}</strong> <span className="yc-muted">{departmentOf(key)}</span>{' '}
                <span className="yc-numbers">{what}</span>
              </li>
            ))}
          </ol>
        </section>
      }
      links={() => (
        <Link to="/matters/$id" params={{ id: receipt.id } as never}>
          {say.open}
        </Link>
      )}
      onNext={props.onNext}
      onAgain={props.onAgain}
    />
  );
}

/** Where whoever holds the receipt follows the whole. */
export const trackOf = ({ trackCode }: Pick<Receipt, 'trackCode'>): string => `${location.origin}/matters/${trackCode}`;
