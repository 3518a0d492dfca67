/** Papers of one's own: which, how many, and whether they were taken. Drawn as pictures, so that no viewer with keys of its own opens. */
import { useState, type ReactNode } from 'react';
import { kiosksContract, mostCopies } from '#modules/kiosks/contract';
import type { ReplyOf } from '#platform/contract';
import { call, hrefOf, newKey } from '#web/client/client.ts';
import { isKeyUsed } from '#web/client/problem-error.ts';
import { useOp } from '#web/client/query.ts';
import { Big, Counter, KioskPage, Tile, Tiles, useMachine } from '#web/ui/kiosk/kiosk.tsx';
import { definePage } from '#web/ui/page.tsx';
import { PictureMissing, usePrint } from '#web/ui/print.tsx';
import { Empty, ProblemNote, Query } from '#web/ui/states.tsx';
import { sayDay, today } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { SignedIn } from './sign-in.tsx';
import { machineWords } from './words.ts';

type Proof = ReplyOf<typeof kiosksContract.listProofs>[number];

function Papers(): ReactNode {
  const say = useWords(machineWords);
  const language = useLanguage();
  const { printer } = useMachine();
  const [chosen, setChosen] = useState<Proof>();
  const found = useOp(kiosksContract.listProofs, {});
  if (printer !== 'ready')
    return (
      <KioskPage title={say.printTitle}>
        <p className="kiosk-note amber">{say.noPrinterNow}</p>
      </KioskPage>
    );
  if (chosen) return <Copies proof={chosen} onBack={() => setChosen(undefined)} />;
  return (
    <KioskPage title={say.printWhich} step={[2, 3]}>
      <Query
        of={found}
        isEmpty={(all) => all.length === 0}
        empty={<Empty title={say.printNone}>{say.printNoneWhat}</Empty>}
      >
        {(all) => (
          <Tiles label={say.printWhich}>
            {all.map((proof) => (
              <Tile
                key={proof.id}
                title={pick(language, proof.title, proof.titleEn)}
                line={`${proof.itemName} · ${say.issuedOn(sayDay(today(new Date(proof.issuedAt)), language))}`}
                onPress={() => setChosen(proof)}
              />
            ))}
          </Tiles>
        )}
      </Query>
    </KioskPage>
  );
}

function Copies({ proof, onBack }: { proof: Proof; onBack: () => void }): ReactNode {
  const say = useWords(machineWords);
  const language = useLanguage();
  const machine = useMachine();
  const { print, sheet } = usePrint();
  const [copies, setCopies] = useState(1);
  const [id, setId] = useState(newKey);
  /** The server has counted its sheets: how many copies it is, is fixed under this id. */
  const [begun, setBegun] = useState(false);
  const [state, setState] = useState<'choose' | 'printing' | 'out' | 'failed'>('choose');
  const [sheets, setSheets] = useState(0);
  const [error, setError] = useState<unknown>();
  const title = pick(language, proof.title, proof.titleEn);

  const begin = async (): Promise<void> => {
    setError(undefined);
    setState('printing');
    try {
      const sittingId = await machine.used();
      const body = { sittingId, id, documentId: proof.id, copies };
      const { pages } = await call(kiosksContract.beginPrint, { body });
      setBegun(true);
      setSheets(pages * copies);
      const numbers = Array.from({ length: pages * copies }, (_, at) => (at % pages) + 1);
      await print(
        <div className="kiosk-paper">
          {numbers.map((page, at) => (
            <img key={at} src={hrefOf(kiosksContract.showPage, { params: { id, page } })} alt="" />
          ))}
        </div>,
        'a4',
      );
      setState('out');
    } catch (thrown) {
      // Begun before for so many copies, and the answer was lost: that was not printed either.
      if (thrown instanceof PictureMissing || isKeyUsed(thrown)) await takeBack();
      setError(thrown);
      setState('choose');
    }
  };
  /** Nothing was printed: its sheets are counted again, and no paper of theirs lies here. Where the server is away, it is tried under the same id. */
  const takeBack = async (): Promise<void> => {
    try {
      const sittingId = await machine.used();
      await call(kiosksContract.endPrint, { params: { id }, body: { sittingId, came: 'notPrinted' } });
      setId(newKey());
      setBegun(false);
    } catch {
      // It stays begun.
    }
  };
  const came = async (what: 'taken' | 'noPaper'): Promise<void> => {
    try {
      const sittingId = await machine.used();
      await call(kiosksContract.endPrint, { params: { id }, body: { sittingId, came: what } });
      if (what === 'taken') onBack();
      else setState('failed');
    } catch (thrown) {
      setError(thrown);
    }
  };
  if (state === 'out')
    return (
      <KioskPage title={say.takePaper(sheets)} sub={say.takePaperWhat}>
        <ProblemNote error={error} />
        <div className="kiosk-acts">
          <Big primary onPress={() => void came('taken')}>
            {say.taken}
          </Big>
          <Big onPress={() => void came('noPaper')}>{say.notCome}</Big>
        </div>
        {sheet}
      </KioskPage>
    );
  if (state === 'failed')
    return (
      <KioskPage title={say.printFailed} back={onBack}>
        <p className="kiosk-note amber">{say.printFailedWhat}</p>
      </KioskPage>
    );
  return (
    <KioskPage title={title} sub={proof.number} step={[3, 3]} back={state === 'printing' ? undefined : onBack}>
      {begun ? null : <Counter label={say.copies} value={copies} most={mostCopies} onChange={setCopies} />}
      {error instanceof PictureMissing ? (
        <p className="kiosk-note amber" role="alert">
          {say.pageMissing}
        </p>
      ) : (
        <ProblemNote error={error} />
      )}
      <Big primary disabled={state === 'printing'} onPress={() => void begin()}>
        {state === 'printing' ? say.printing : say.print}
      </Big>
      {sheet}
    </KioskPage>
  );
}

const Print = (): ReactNode => <SignedIn>{() => <Papers />}</SignedIn>;

export const page = definePage({ Component: Print });
