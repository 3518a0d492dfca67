/** A filled-in example of a material: a link to where it lies, or what it says, opened when somebody wants to see it. */
import type { ReactNode } from 'react';
import { generalWords } from '../words/general.ts';
import { useWords } from '../words/language.ts';

export function MaterialSample(props: { sample: string | undefined }): ReactNode {
  const { sample: say } = useWords(generalWords);
  const { sample } = props;
  if (!sample) return null;
  if (/^https?:\/\/\S+$/.test(sample)) {
    return (
      <a href={sample} target="_blank" rel="noreferrer" className="yc-small">
        {say}
      </a>
    );
  }
  return (
    <details className="yc-small">
      <summary>{say}</summary>
      <p lang="zh-CN">{sample}</p>
    </details>
  );
}
