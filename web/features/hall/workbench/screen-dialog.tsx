/** What a screen is called and shows: for a new one, and to switch one. */
import { Checkbox, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract, screenKinds, type ScreenLine } from '#modules/hall/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useZoneName } from '../zone-names.ts';
import { screensWords } from './screens-words.ts';

export function ScreenDialog(props: {
  outletId: string;
  zones: readonly string[];
  screen: ScreenLine | undefined;
  onClose: () => void;
}): ReactNode {
  const { screen, zones } = props;
  const say = useWords(screensWords);
  const language = useLanguage();
  const [name, setName] = useState(screen?.name ?? '');
  const [shows, setShows] = useState<ScreenLine['shows']>(screen?.shows ?? 'zone');
  const zoneName = useZoneName(props.outletId);
  const [zone, setZone] = useState(screen?.zone ?? '');
  const [windowId, setWindowId] = useState(screen?.windowId ?? undefined);
  const [sound, setSound] = useState(screen?.sound ?? true);
  const [checked, setChecked] = useState(false);
  const hall = useOp(hallContract.showHall, { params: { id: props.outletId } }, { enabled: shows === 'window' });
  const changes = [hallContract.listScreens];
  const add = useAct(hallContract.addScreen, { changes });
  const change = useAct(hallContract.changeScreen, { changes });
  const isWhole = name.trim() !== '' && (shows !== 'window' || windowId !== undefined);
  return (
    <ConfirmDialog
      open
      title={screen ? say.changeTitle(screen.name) : say.add}
      verb={screen ? say.save : say.add}
      onClose={props.onClose}
      onConfirm={async () => {
        setChecked(true);
        if (!isWhole) return false;
        const body = {
          name: name.trim(),
          shows,
          zone: shows === 'zone' && zone ? zone : null,
          windowId: shows === 'window' ? windowId! : null,
          sound: shows === 'zone' && sound,
        };
        await (screen
          ? change.send({ params: { id: screen.id }, body })
          : add.send({ params: { id: props.outletId }, body }));
        return true;
      }}
    >
      <div className="yc-stack">
        <div className="yc-field">
          <label htmlFor="screen-name" className="yc-field-title">
            {say.name}
          </label>
          <Input id="screen-name" value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
        </div>
        <div className="yc-field">
          <label htmlFor="screen-shows" className="yc-field-title">
            {say.shows}
          </label>
          <Select
            id="screen-shows"
            value={shows}
            onChange={setShows}
            options={screenKinds.map((value) => ({ value, label: say.kinds[value] }))}
          />
        </div>
        {shows === 'zone' ? (
          <>
            <div className="yc-field">
              <label htmlFor="screen-zone" className="yc-field-title">
                {say.zone}
              </label>
              <Select
                id="screen-zone"
                value={zone}
                onChange={setZone}
                options={[
                  { value: '', label: say.whole },
                  ...zones.map((value) => ({ value, label: zoneName(value) })),
                ]}
              />
            </div>
            <Checkbox checked={sound} onChange={({ target }) => setSound(target.checked)}>
              {say.withSound}
            </Checkbox>
          </>
        ) : null}
        {shows === 'window' ? (
          <div className="yc-field">
            <label htmlFor="screen-window" className="yc-field-title">
              {say.window}
            </label>
            <Select
              id="screen-window"
              {...(windowId ? { value: windowId } : {})}
              onChange={setWindowId}
              showSearch={{ optionFilterProp: 'label' }}
              options={(hall.data?.windows ?? []).map(({ id, number, name: zh, nameEn }) => ({
                value: id,
                label: `${number} ${pick(language, zh, nameEn)}`,
              }))}
            />
          </div>
        ) : null}
        {checked && !isWhole ? <p role="alert">{say.missing}</p> : null}
      </div>
    </ConfirmDialog>
  );
}
