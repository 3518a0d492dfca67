/** What can be done with one turn: a superior says what it was; one that has not begun is taken away. */
import { App, Modal, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { amendments, floorContract, type Amended, type TurnLine } from '#modules/floor/contract';
import { mostLetters } from '#web/client/most-letters.ts';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Day, Instant } from '#web/ui/due.tsx';
import { useWords } from '#web/words/language.ts';
import { floorWords } from '../words.ts';
import { Result } from './turn-result.tsx';

const changes = [floorContract.listAttendance, floorContract.readAttendance];
interface Props {
  turn: TurnLine;
  onClose: () => void;
}

export function AmendDialog({ turn, onClose }: Props): ReactNode {
  const say = useWords(floorWords);
  const { message } = App.useApp();
  const [mark, setMark] = useState<Amended>('present');
  const act = useAct(floorContract.amendTurn, { changes });
  return (
    <ConfirmDialog
      open
      title={say.amendTitle(turn.name)}
      verb={say.amend}
      reason="needed"
      reasonLabel={say.why}
      reasonMost={mostLetters(floorContract.amendTurn, 'reason')}
      onClose={onClose}
      onConfirm={async (reason) => {
        await act.send({ params: { id: turn.id! }, body: { actionId: act.key(), mark, reason } });
        void message.success(say.done);
      }}
    >
      <p>
        <Day on={turn.day} /> {turn.starts}–{turn.ends} · {say.byRule(say.marks[turn.byRule])}
      </p>
      <Radio.Group
        aria-label={say.amendTo}
        value={mark}
        onChange={({ target }) => setMark(target.value as Amended)}
        options={amendments.map((value) => ({ value, label: say.amendments[value] }))}
      />
      <p className="yc-muted">{say.amendLine}</p>
    </ConfirmDialog>
  );
}

export function RemoveDialog({ turn, onClose }: Props): ReactNode {
  const say = useWords(floorWords);
  const act = useAct(floorContract.removeTurn, { changes });
  return (
    <ConfirmDialog
      open
      title={say.removeTitle}
      verb={say.remove}
      danger
      onClose={onClose}
      onConfirm={() => act.send({ params: { id: turn.id! } })}
    >
      <p>
        {turn.name} · <Day on={turn.day} /> {turn.starts}–{turn.ends}
      </p>
    </ConfirmDialog>
  );
}

/** All of a turn: a reason that the list has no room for is read here. */
export function TurnDialog({ turn, onClose }: Props): ReactNode {
  const say = useWords(floorWords);
  const { columns: names } = say;
  const lines: [string, ReactNode][] = [
    [names.day, <Day key="day" on={turn.day} />],
    [names.turn, turn.starts ? `${turn.starts}–${turn.ends}` : '–'],
    [names.came, turn.firstAt ? <Instant key="came" at={turn.firstAt} /> : '–'],
    [names.left, turn.lastAt ? <Instant key="left" at={turn.lastAt} /> : turn.firstAt ? say.still : '–'],
    [names.there, say.minutes(turn.thereMinutes)],
    [names.breaks, say.minutes(turn.breakMinutes)],
    [names.mark, <Result key="mark" row={turn} />],
  ];
  return (
    <Modal open title={turn.name} onCancel={onClose} footer={null} width={480}>
      <dl className="floor-lines">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
