/** The way of patrols: points in their order, each with its zone and what is looked at there. */
import { App, Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { floorContract, type Point } from '#modules/floor/contract';
import { newKey } from '#web/client/client.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useWords } from '#web/words/language.ts';
import { roundWords } from '../round-words.ts';

const mostPoints = 100;

export function WayDialog({ outletId, onClose }: { outletId: string; onClose: () => void }): ReactNode {
  const found = useOp(floorContract.listPoints, { params: { id: outletId } });
  return found.data ? <Way outletId={outletId} before={found.data} onClose={onClose} /> : null;
}

function Way(props: { outletId: string; before: readonly Point[]; onClose: () => void }): ReactNode {
  const say = useWords(roundWords);
  const { message } = App.useApp();
  const fresh = (): Point => ({ id: newKey(), zone: '', name: '', look: '' });
  const [points, setPoints] = useState<Point[]>(props.before.length > 0 ? [...props.before] : [fresh()]);
  const [tried, setTried] = useState(false);
  const act = useAct(floorContract.savePoints, { changes: [floorContract.listPoints] });
  const change = (at: number, part: Partial<Point>): void =>
    setPoints(points.map((point, i) => (i === at ? { ...point, ...part } : point)));
  const nameless = points.some(({ name }) => name.trim() === '');
  return (
    <ConfirmDialog
      open
      title={say.way}
      verb={say.save}
      width={860}
      onClose={props.onClose}
      onConfirm={async () => {
        setTried(true);
        if (nameless) return false;
        await act.send({ params: { id: props.outletId }, body: { points } });
        void message.success(say.saved);
        return true;
      }}
    >
      <p className="yc-muted">{say.wayWhat}</p>
      {points.map((point, at) => (
        <div key={point.id} className="way-line">
          <Input
            aria-label={say.wayZone(at + 1)}
            placeholder={say.zone}
            maxLength={50}
            value={point.zone}
            onChange={({ target }) => change(at, { zone: target.value })}
          />
          <Input
            aria-label={say.wayName(at + 1)}
            placeholder={say.name}
            maxLength={50}
            value={point.name}
            onChange={({ target }) => change(at, { name: target.value })}
            {...(tried && point.name.trim() === '' ? { status: 'error' as const, 'aria-invalid': true } : {})}
          />
          <Input
            aria-label={say.wayLook(at + 1)}
            placeholder={say.look}
            maxLength={200}
            value={point.look}
            onChange={({ target }) => change(at, { look: target.value })}
          />
          <div className="yc-row">
            <Button
              aria-label={say.up(at + 1)}
              disabled={at === 0}
              onClick={() => setPoints(points.toSpliced(at - 1, 2, point, points[at - 1]!))}
            >
              ↑
            </Button>
            <Button aria-label={say.drop(at + 1)} onClick={() => setPoints(points.toSpliced(at, 1))}>
              ✕
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button disabled={points.length >= mostPoints} onClick={() => setPoints([...points, fresh()])}>
          {say.add}
        </Button>
      </div>
      {tried && nameless ? (
        <p className="yc-fault" role="alert">
          {say.nameNeeded}
        </p>
      ) : null}
    </ConfirmDialog>
  );
}
