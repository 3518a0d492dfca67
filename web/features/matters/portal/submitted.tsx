/** The confirmation of a whole matter: number, code for following it, and who works on it now. */
import '../matters.css';
import { CheckCircleFilled } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import type { MatterWhole } from '#modules/matters/contract';
import { QrCode } from '#web/ui/qr-code.tsx';
import { useWords } from '#web/words/language.ts';
import { MatterCourse } from './matter.tsx';
import { matterWords } from './words.ts';

export function MatterSubmitted(props: { whole: MatterWhole }): ReactNode {
  const { matter, trackCode } = props.whole;
  const say = useWords(matterWords);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${say.done} · ${matter.number}`;
    title.current?.focus();
  }, [matter.number]);
  return (
    <div className="matters-page">
      <section className="matters-now good">
        <h1 ref={title} tabIndex={-1}>
          <CheckCircleFilled aria-hidden="true" /> {say.done}
        </h1>
        <p>{say.doneLine(matter.members.filter(({ fate }) => fate === 'open').length)}</p>
        <p className="yc-muted yc-small">{say.number}</p>
        <p className="matters-number yc-numbers">{matter.number}</p>
        {trackCode ? (
          <>
            <QrCode text={`${location.origin}/matters/${trackCode}`} what={say.trackQr} size={168} />
            <p className="yc-muted yc-small">{say.trackLine}</p>
          </>
        ) : null}
      </section>
      <MatterCourse members={matter.members} />
      <div className="yc-row">
        <Link to="/mine/matters/$id" params={{ id: matter.id } as never} className="yc-button">
          {say.toMatter}
        </Link>
        <Link to="/mine" className="yc-button quiet">
          {say.toMine}
        </Link>
      </div>
    </div>
  );
}
