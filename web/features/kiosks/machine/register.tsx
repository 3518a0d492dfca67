/** A browser becomes a kiosk: with the code that the workbench has made. */
import { useState, type ReactNode } from 'react';
import { kiosksContract, type Here } from '#modules/kiosks/contract';
import { useAct } from '#web/client/query.ts';
import { Big, KioskPage } from '#web/ui/kiosk/kiosk.tsx';
import { Keypad } from '#web/ui/kiosk/keypad.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { machineWords } from './words.ts';

export function Register(props: { onDone: (here: Here) => void }): ReactNode {
  const say = useWords(machineWords);
  const [code, setCode] = useState('');
  const act = useAct(kiosksContract.registerHere, { onDone: props.onDone });
  const send = (): void => {
    if (code !== '') void act.send({ body: { code } }).catch(() => {});
  };
  return (
    <KioskPage title={say.unregistered} sub={say.unregisteredWhat}>
      <Keypad label={say.registrationCode} value={code} onChange={setCode} onEnter={send} most={8} />
      <ProblemNote error={act.error} />
      <Big primary disabled={code === '' || act.sending} onPress={send}>
        {say.register}
      </Big>
    </KioskPage>
  );
}
