/** Below a long list, the newest first: which piece of it is shown, and the way to the others. Nothing where all is shown. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '#web/words/language.ts';
import { piecesWords } from './pieces-words.ts';

export function Pieces(props: {
  size: number;
  offset: number;
  total: number;
  onOffset: (offset: number) => void;
}): ReactNode {
  const { size, offset, total, onOffset } = props;
  const say = useWords(piecesWords);
  if (offset === 0 && total <= size) return null;
  return (
    <div className="yc-row">
      <span className="yc-muted yc-numbers" role="status">
        {say.shown(Math.min(offset + 1, total), Math.min(offset + size, total), total)}
      </span>
      <Button size="small" disabled={offset === 0} onClick={() => onOffset(Math.max(0, offset - size))}>
        {say.newer}
      </Button>
      <Button size="small" disabled={offset + size >= total} onClick={() => onOffset(offset + size)}>
        {say.older}
      </Button>
    </div>
  );
}
