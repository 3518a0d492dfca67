/** A screen that was opened by its code: it shows what the workbench says, for as long as it hangs there. */
import { Button, Input } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import type { ReplyOf } from '#platform/contract';
import { asProblem, call } from '#web/client/client.ts';
import { useAct } from '#web/client/query.ts';
import { definePage } from '#web/ui/page.tsx';
import { Failing, Loading, ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { BoardScreen } from './board.tsx';
import { isOutdated } from './outdated.ts';
import { WindowScreen } from './window.tsx';
import { screenWords } from './words.ts';
import { ZoneScreen } from './zone.tsx';

const kept = 'yc-screen-key';
const [signEvery, lookForNewerEvery] = [10_000, 300_000];
type Order = ReplyOf<typeof hallContract.signOfScreen>;

function Wall(): ReactNode {
  const [key, setKey] = useState(() => localStorage.getItem(kept));
  const [order, setOrder] = useState<Order>();
  const [failed, setFailed] = useState<unknown>();
  useEffect(() => {
    if (!key) return;
    // What a screen sets to what it was is kept by React until the next time that it is drawn, which may be weeks: it sets what is new alone.
    let known = '';
    let askedAt = -Infinity;
    const ask = async (): Promise<void> => {
      // A server that does not answer is not asked once more for each time that it did not; a lost answer is given up after a minute.
      if (performance.now() - askedAt < 60_000) return;
      askedAt = performance.now();
      try {
        const told = await call(hallContract.signOfScreen, { body: { key } });
        const now = JSON.stringify(told);
        if (now === known) return;
        known = now;
        setOrder(told);
        setFailed(undefined);
      } catch (error) {
        known = '';
        // Taken away or opened anew elsewhere: it asks for a code again. A server that is away leaves what is shown.
        if (asProblem(error).code === 'hall.noScreen') {
          localStorage.removeItem(kept);
          setKey(null);
          setOrder(undefined);
        } else setFailed(error);
      } finally {
        askedAt = -Infinity;
      }
    };
    void ask();
    const sign = setInterval(() => void ask(), signEvery);
    const newer = setInterval(() => void isOutdated().then((is) => is && location.reload()), lookForNewerEvery);
    return () => {
      clearInterval(sign);
      clearInterval(newer);
    };
  }, [key]);
  if (!key)
    return (
      <EnterCode
        onOpened={(opened) => {
          localStorage.setItem(kept, opened);
          setKey(opened);
        }}
      />
    );
  if (!order) return failed ? <Failing error={failed} /> : <Loading />;
  const { screen, voice } = order;
  if (screen.shows === 'window') return <WindowScreen windowId={screen.windowId!} />;
  if (screen.shows === 'board') return <BoardScreen outletId={screen.outletId} />;
  return (
    <ZoneScreen outletId={screen.outletId} zone={screen.zone ?? undefined} order={{ sound: screen.sound, voice }} />
  );
}

function EnterCode({ onOpened }: { onOpened: (key: string) => void }): ReactNode {
  const say = useWords(screenWords);
  const [code, setCode] = useState('');
  const act = useAct(hallContract.openScreen, { onDone: (opened) => onOpened(opened.key) });
  return (
    <form
      className="screen-choose"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim()) void act.send({ body: { code } }).catch(() => {});
      }}
    >
      <h1>
        <label htmlFor="screen-code">{say.code}</label>
      </h1>
      <p className="yc-muted">{say.codeLine}</p>
      <Input
        id="screen-code"
        size="large"
        value={code}
        onChange={({ target }) => setCode(target.value)}
        autoComplete="off"
      />
      <ProblemNote error={act.error} />
      <Button type="primary" htmlType="submit" loading={act.sending}>
        {say.open}
      </Button>
    </form>
  );
}

export const page = definePage({ Component: Wall });
