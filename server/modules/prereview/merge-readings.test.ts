/** Several files of one material: nothing is sure that another file denies, and nothing is lost that only one of them shows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldReading, PictureReading } from '#modules/reading';
import { mergeReadings } from './merge-readings.ts';

const today = '2026-06-10';
const field = (name: string, value: string | null, state: FieldReading['state'] = 'sure'): FieldReading => ({
  name, label: name, labelEn: name, value, normalised: value, box: null, page: 1, confidence: state === 'sure' ? 0.95 : 0.5,
  state: value === null ? 'missing' : state, check: 'none', alternatives: [], optional: false,
}); // prettier-ignore
const page = (name: string | null, address: string | null, more: Partial<PictureReading> = {}): PictureReading => ({
  kind: 'lease', kindConfidence: 1, seemsToBe: null, orientation: 0, pages: [], version: 'test',
  fields: [field('lessor', name), field('location', address)], ...more,
}); // prettier-ignore
const merged = (...readings: (PictureReading | null)[]) =>
  mergeReadings('lease', readings.map((reading, at) => ({ fileId: `file${at}`, reading })), today); // prettier-ignore
const said = ({ reading }: ReturnType<typeof merged>, name: string) =>
  reading!.fields.find((one) => one.name === name)!;

describe('the files of a material', () => {
  it('give together what each of them shows, and say where', () => {
    const all = merged(page('沈立秋', null), page(null, '望溪路 8 号'));
    expect([said(all, 'lessor').state, said(all, 'location').state]).toEqual(['sure', 'sure']);
    expect([all.fileOf.get('lessor'), all.fileOf.get('location')]).toEqual(['file0', 'file1']);
  });

  it('keep both readings where they differ, and none of them is sure', () => {
    const all = merged(page('沈立秋', '望溪路 8 号'), page('沈立冬', '望溪路8号'));
    expect(said(all, 'lessor')).toMatchObject({
      value: '沈立秋',
      state: 'unsure',
      confidence: 0,
      alternatives: ['沈立冬'],
    });
    expect(all.others.get('lessor')).toEqual(['沈立冬']);
    // Spaces are no difference.
    expect(said(all, 'location').state).toBe('sure');
  });

  it('take nothing off another paper, and vouch for nothing where no file is what was asked for', () => {
    const other = page('别人', '别处', { kind: 'propertyCertificate' });
    expect(said(merged(page('沈立秋', null), other), 'lessor').state).toBe('sure');
    expect(merged(other).reading!.kind).toBe('propertyCertificate');
    expect(said(merged(page('别人', null, { seemsToBe: 'diploma' }), page('沈立秋', null)), 'lessor').value).toBe(
      '沈立秋',
    );
    expect(merged(null, null).reading).toBeNull();
  });

  it('are never surer together than what they agree on, in whichever order they come', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('甲', '乙', null), fc.constantFrom('sure', 'unsure')), {
          minLength: 1,
          maxLength: 6,
        }),
        (files) => {
          const readings = files.map(([name, state]) => ({ ...page(null, null), fields: [field('lessor', name, state as 'sure'), field('location', null)] })); // prettier-ignore
          const names = new Set(files.flatMap(([name]) => name ?? []));
          const sure = names.size === 1 && files.some(([name, state]) => name !== null && state === 'sure');
          expect(said(merged(...readings), 'lessor').state === 'sure').toBe(sure);
          expect(said(merged(...readings.toReversed()), 'lessor').state === 'sure').toBe(sure);
        },
      ),
    ));
});
