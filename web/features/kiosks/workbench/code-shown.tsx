/** A code, shown once; and for a machine that is to become a kiosk, how it is started. */
import { Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { Kiosk } from '#modules/kiosks/contract';
import { sayTime } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { kiosksWords } from './words.ts';

/** `until` null: a staff code, which is good until there is another. */
export interface NewCode {
  code: string;
  until: string | null;
  kiosk: Pick<Kiosk, 'name' | 'nameEn'>;
}

/** Four and four, as they are read and typed. */
const grouped = (code: string): string => code.replace(/^(\d{4})(\d{4})$/, '$1 $2');

/** The browser of the machine, as docs/operations.md has it. */
const command = (address: string): string =>
  `chromium --kiosk --kiosk-printing --no-first-run --disable-pinch --overscroll-history-navigation=0 --disable-features=Translate --disk-cache-size=1 --user-data-dir=/var/lib/kiosk ${address}`;

export function CodeShown({ code, onClose }: { code: NewCode; onClose: () => void }): ReactNode {
  const say = useWords(kiosksWords);
  const language = useLanguage();
  const address = `${location.origin}/kiosk`;
  const name = pick(language, code.kiosk.name, code.kiosk.nameEn);
  return (
    <Modal open title={say.codeTitle(name)} footer={null} onCancel={onClose} width={640}>
      <div className="yc-stack">
        <strong className="yc-numbers kiosks-code" aria-label={say.code}>
          {grouped(code.code)}
        </strong>
        {code.until ? (
          <>
            <p>{say.registerWhat(sayTime(code.until))}</p>
            <ol className="kiosks-steps">
              <li>{say.steps.browser}</li>
              <li>
                {say.steps.start}
                <Input.TextArea readOnly rows={4} aria-label={say.steps.start} value={command(address)} />
              </li>
              <li>{say.steps.enter}</li>
              <li>{say.steps.paper}</li>
            </ol>
            <p className="yc-muted">{say.steps.more}</p>
          </>
        ) : (
          <p>{say.staffWhat}</p>
        )}
      </div>
    </Modal>
  );
}
