/** How calls are said aloud in a hall. */
import { Button, InputNumber, Select, TimePicker } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract, type Voice } from '#modules/hall/contract';
import { useAct } from '#web/client/query.ts';
import { ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { screensWords } from './screens-words.ts';

export function VoiceForm(props: { outletId: string; voice: Voice; mayChange: boolean }): ReactNode {
  const say = useWords(screensWords);
  const [voice, setVoice] = useState(props.voice);
  const act = useAct(hallContract.setVoice, { changes: [hallContract.listScreens] });
  const set = (part: Partial<Voice>): void => setVoice({ ...voice, ...part });
  const disabled = !props.mayChange;
  return (
    <section className="yc-panel yc-stack" aria-labelledby="hall-voice">
      <h2 id="hall-voice">{say.voice}</h2>
      <p className="yc-muted">{say.voiceLine}</p>
      <div className="yc-row hall-voice">
        <label>
          {say.languages}{' '}
          <Select
            value={voice.languages}
            disabled={disabled}
            onChange={(languages) => set({ languages })}
            options={(['zh-CN', 'en', 'both'] as const).map((value) => ({ value, label: say.languageNames[value] }))}
            style={{ width: '10rem' }}
          />
        </label>
        <label>
          {say.spoken}{' '}
          <Select
            value={voice.spoken}
            disabled={disabled}
            onChange={(spoken) => set({ spoken })}
            options={(['clips', 'device'] as const).map((value) => ({ value, label: say.spokenBy[value] }))}
            style={{ width: '14rem' }}
          />
        </label>
        <label>
          {say.volume}{' '}
          <InputNumber
            min={0}
            max={100}
            step={5}
            value={voice.volume}
            disabled={disabled}
            onChange={(volume) => set({ volume: volume ?? 0 })}
          />
        </label>
        <label>
          {say.times}{' '}
          <InputNumber
            min={1}
            max={3}
            value={voice.times}
            disabled={disabled}
            onChange={(times) => set({ times: times ?? 1 })}
          />
        </label>
      </div>
      <Quiet voice={voice} disabled={disabled} onChange={(quiet) => set({ quiet })} />
      <ProblemNote error={act.error} />
      {disabled ? null : (
        <div>
          <Button
            loading={act.sending}
            disabled={JSON.stringify(voice) === JSON.stringify(props.voice)}
            onClick={() => void act.send({ params: { id: props.outletId }, body: voice }).catch(() => {})}
          >
            {say.save}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Spans in which calls are shown and not said: as plain text fields of HH:MM. */
function Quiet(props: { voice: Voice; disabled: boolean; onChange: (quiet: Voice['quiet']) => void }): ReactNode {
  const say = useWords(screensWords);
  const { quiet } = props.voice;
  return (
    <div className="yc-row">
      <span>{quiet.length === 0 ? say.noQuiet : say.quiet}</span>
      {quiet.map(({ opens, closes }, i) => (
        <span key={`${opens}-${closes}`} className="yc-row yc-numbers">
          {opens}–{closes}
          {props.disabled ? null : (
            <Button size="small" onClick={() => props.onChange(quiet.filter((_, at) => at !== i))}>
              {say.takeAway}
            </Button>
          )}
        </span>
      ))}
      {props.disabled || quiet.length >= 6 ? null : (
        <TimePicker.RangePicker
          format="HH:mm"
          order={false}
          value={null}
          placeholder={[say.quietFrom, say.quietUntil]}
          onChange={(span) => {
            const [from, until] = span ?? [];
            if (from && until)
              props.onChange([...quiet, { opens: from.format('HH:mm'), closes: until.format('HH:mm') }]);
          }}
        />
      )}
    </div>
  );
}
