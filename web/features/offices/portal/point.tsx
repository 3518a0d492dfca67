/** From where distances are counted: the device's own place, or a place that was chosen. Kept in this browser only. */
import { AimOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { officesContract } from '#modules/offices/contract';
import { useOp } from '#web/client/query.ts';
import { usePreference } from '#web/ui/preferences.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { officeWords } from './words.ts';

export interface Point {
  longitude: number;
  latitude: number;
  /** The outlet that was chosen; absent for the device's own place. */
  outletId?: string;
}

/** The point, and how to change it. Places are rounded to about a hundred metres: nobody's house is stored. */
export function usePoint(): [point: Point | undefined, set: (point: Point | undefined) => void] {
  const [kept, keep] = usePreference('point', '');
  const [longitude, latitude, outletId] = kept.split(' ');
  const point =
    longitude && latitude
      ? { longitude: Number(longitude), latitude: Number(latitude), ...(outletId ? { outletId } : {}) }
      : undefined;
  return [
    point,
    (next) =>
      keep(next ? `${next.longitude.toFixed(3)} ${next.latitude.toFixed(3)} ${next.outletId ?? ''}`.trim() : ''),
  ];
}

/** Asks for the place: by the device, or one of the towns. */
export function PointChooser(): ReactNode {
  const say = useWords(officeWords);
  const language = useLanguage();
  const [point, setPoint] = usePoint();
  const [locating, setLocating] = useState(false);
  const [failed, setFailed] = useState(false);
  const towns = useOp(officesContract.listOutlets, { query: { kind: 'town', limit: 200 } }, { staleTime: 10 * 60_000 });
  const places = (towns.data?.rows ?? []).filter(({ longitude, latitude }) => longitude !== null && latitude !== null);
  const locate = (): void => {
    setFailed(false);
    if (!navigator.geolocation) return setFailed(true);
    setLocating(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLocating(false);
        setPoint({ longitude: coords.longitude, latitude: coords.latitude });
      },
      () => {
        setLocating(false);
        setFailed(true);
      },
      { timeout: 8_000, maximumAge: 5 * 60_000 },
    );
  };
  return (
    <div className="offices-point">
      <div className="yc-row">
        <Button icon={<AimOutlined />} onClick={locate} loading={locating}>
          {locating ? say.locating : say.myPlace}
        </Button>
        {places.length > 0 ? (
          <Select
            aria-label={say.orChoose}
            className="offices-from"
            popupMatchSelectWidth={false}
            value={point ? (point.outletId ?? 'here') : ''}
            onChange={(id: string) => {
              const place = places.find((one) => one.id === id);
              if (place) setPoint({ longitude: place.longitude!, latitude: place.latitude!, outletId: place.id });
              else if (id === '') setPoint(undefined);
            }}
            options={[
              { value: '', label: `${say.orChoose}…` },
              ...(point && !point.outletId ? [{ value: 'here', label: say.herePoint }] : []),
              ...places.map((place) => ({ value: place.id, label: pick(language, place.name, place.nameEn) })),
            ]}
          />
        ) : null}
      </div>
      {failed ? (
        <p className="yc-small" role="alert">
          {say.noPlace}
        </p>
      ) : null}
    </div>
  );
}
