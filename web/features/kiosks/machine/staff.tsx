/** For staff at the machine: with a code, paper, and out of service or back. */
import { useState, type ReactNode } from 'react';
import { kiosksContract, type Kiosk } from '#modules/kiosks/contract';
import { useAct } from '#web/client/query.ts';
import { Big, KioskPage } from '#web/ui/kiosk/kiosk.tsx';
import { Keypad } from '#web/ui/kiosk/keypad.tsx';
import { definePage } from '#web/ui/page.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { machineWords } from './words.ts';

/** A full tray, and half of one. */
const trays = [500, 250];

export function StaffDoor(): ReactNode {
  const say = useWords(machineWords);
  const [code, setCode] = useState('');
  const [kiosk, setKiosk] = useState<Kiosk>();
  const act = useAct(kiosksContract.staffHere, { onDone: setKiosk });
  const send = (more: { sheets?: number; service?: { inService: boolean; reason: string } } = {}): void => {
    if (code !== '') void act.send({ body: { code, ...more } }).catch(() => {});
  };
  if (!kiosk)
    return (
      <KioskPage title={say.staffTitle}>
        <Keypad label={say.staffCode} value={code} onChange={setCode} onEnter={() => send()} most={8} secret />
        <ProblemNote error={act.error} />
        <Big primary disabled={code === '' || act.sending} onPress={() => send()}>
          {say.enter}
        </Big>
      </KioskPage>
    );
  return (
    <KioskPage title={kiosk.name} sub={kiosk.printer === 'none' ? null : say.paper(kiosk.sheetsLeft)}>
      <ProblemNote error={act.error} />
      <div className="kiosk-acts">
        {kiosk.printer === 'none'
          ? null
          : trays.map((sheets) => (
              <Big key={sheets} onPress={() => send({ sheets })}>
                {say.paperIs(sheets)}
              </Big>
            ))}
        {kiosk.inService ? (
          <Big onPress={() => send({ service: { inService: false, reason: '' } })}>{say.stopService}</Big>
        ) : (
          <Big onPress={() => send({ service: { inService: true, reason: '' } })}>{say.startService}</Big>
        )}
        <Big onPress={() => location.replace('/kiosk')}>{say.reload}</Big>
      </div>
    </KioskPage>
  );
}

export const page = definePage({ Component: StaffDoor });
