/** The picture of a life event or a matter: its parts in their order, each with where it stands. */
import './matters.css';
import type { ReactNode } from 'react';
import { layersOf, type Fate } from '#modules/matters/contract';
import { oneByOne, useWords } from '#web/words/language.ts';
import { jointWords } from './words.ts';

export interface CoursePart {
  key: string;
  after: readonly string[];
  name: string;
  department: string;
  fate?: Fate;
  /** Agreed to, and decided together with the others. */
  agreed?: boolean;
  /** Under the name: dates, what is wanted, links. */
  more?: ReactNode;
  /** The name as a link, where it leads somewhere. */
  link?: (name: string) => ReactNode;
}

/** Colour never alone: each fate has its mark and its word. */
const marks: Record<Fate, [mark: string, tone: string]> = {
  waiting: ['○', 'quiet'],
  open: ['◐', 'normal'],
  granted: ['●', 'good'],
  notNeeded: ['●', 'good'],
  refused: ['✕', 'bad'],
  failed: ['✕', 'bad'],
  withdrawn: ['–', 'quiet'],
  stopped: ['■', 'bad'],
  dropped: ['–', 'quiet'],
};

export function FateName({ fate, agreed }: { fate: Fate; agreed?: boolean | undefined }): ReactNode {
  const say = useWords(jointWords);
  const [mark, tone] = marks[fate];
  return (
    <span className={`matters-fate ${tone}`}>
      <span aria-hidden="true">{mark}</span> {fate === 'open' && agreed ? say.agreed : say.fates[fate]}
    </span>
  );
}

export function Course(props: { parts: readonly CoursePart[] }): ReactNode {
  const say = useWords(jointWords);
  const layers = layersOf(props.parts);
  const names = new Map(props.parts.map(({ key, name }) => [key, name]));
  return (
    <ol className="yc-plain matters-course">
      {layers.map((layer, at) => (
        <li key={layer[0]?.key ?? at} className="matters-layer">
          <p className="yc-muted yc-small">
            {say.step(at + 1)}
            {layer.length > 1 ? ` · ${say.together}` : ''}
          </p>
          <ul className="yc-plain">
            {layer.map((part) => (
              <li key={part.key} className={`matters-part ${part.fate ? marks[part.fate][1] : ''}`}>
                <strong>{part.link ? part.link(part.name) : part.name}</strong>
                <span className="yc-muted yc-small">{part.department}</span>
                {part.fate ? <FateName fate={part.fate} agreed={part.agreed} /> : null}
                {part.fate === 'waiting' || (!part.fate && part.after.length > 0) ? (
                  <span className="yc-muted yc-small">
                    {say.after(oneByOne(part.after.map((key) => names.get(key) ?? key)))}
                  </span>
                ) : null}
                {part.more}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
