/** What an application holds while it is being filled in, as it is kept in a draft and as it is sent. */
import { askedMaterials, type ItemBody, type Material } from '#modules/catalogue/contract';
import type { Submission } from '#modules/cases/contract';
import type { UploadedFile } from '#web/ui/uploads.ts';

/** For whom: oneself, a person who granted a proxy, an organisation. */
export type Whom = { kind: 'me' } | { kind: 'person' | 'organisation'; id: string };

/** How one material is handed in. */
export interface Handed {
  how?: 'upload' | 'paper' | 'missing' | 'later' | 'promised' | 'locker';
  files: UploadedFile[];
  /** With `locker`: the entry that is used. */
  entryId?: string;
}

export type Way = Submission['delivery']['way'];

/** Everything but the signature, which is given anew each time. */
export interface Application {
  /** The same until the application has been sent, also after a reload or on another device: a retry makes no second case. */
  actionId: string;
  whom?: Whom;
  /** Answers to situations and fields under one roof. */
  values: Record<string, unknown>;
  materials: Record<string, Handed>;
  way?: Way;
  address?: string;
  /** Once granted, what was uploaded here goes into the locker. */
  keep?: boolean;
}

/** Without what came out of somebody's locker: for another applicant it is not theirs. */
export const withoutLocker = (materials: Application['materials']): Application['materials'] =>
  Object.fromEntries(Object.entries(materials).filter(([, { how }]) => how !== 'locker'));

/** Reads a kept application; what is not of the right shape is left out, for drafts outlive versions of this page. */
export function applicationOf(content: Record<string, unknown>, actionId: string): Application {
  const object = (value: unknown): Record<string, unknown> =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const materials = Object.entries(object(content.materials)).map(([id, handed]) => {
    const { how, files, entryId } = object(handed) as Partial<Handed>;
    const used = how === 'locker' && typeof entryId === 'string' ? { entryId } : {};
    return [id, { ...(how ? { how } : {}), ...used, files: Array.isArray(files) ? files : [] }] as const;
  });
  return {
    actionId: typeof content.actionId === 'string' ? content.actionId : actionId,
    values: object(content.values),
    materials: Object.fromEntries(materials),
    ...(typeof content.whom === 'object' && content.whom ? { whom: content.whom as Whom } : {}),
    ...(typeof content.way === 'string' ? { way: content.way as Way } : {}),
    ...(typeof content.address === 'string' ? { address: content.address } : {}),
    ...(content.keep === true ? { keep: true } : {}),
  };
}

/** The application form itself (申请表) is drawn from the answers: nobody uploads it. */
const drawnFromAnswers = 'form';

/** What is asked in these circumstances: what the applicant hands in, and what the offices fetch themselves. */
export function materialsFor(
  body: ItemBody,
  values: Record<string, unknown>,
): { own: readonly Material[]; shared: readonly Material[] } {
  const asked = askedMaterials(body, values).filter(({ id }) => id !== drawnFromAnswers);
  return {
    own: asked.filter(({ source }) => source !== 'shared'),
    shared: asked.filter(({ source }) => source === 'shared'),
  };
}

/** The ways of handing in that count for a material from afar. */
export function waysOf(material: Material): Exclude<NonNullable<Handed['how']>, 'locker'>[] {
  return [
    'upload',
    ...(material.form === 'electronic' ? [] : (['paper'] as const)),
    ...(material.requirement === 'optional' ? (['missing'] as const) : []),
    ...(material.requirement === 'tolerable' ? (['later'] as const) : []),
    ...(material.requirement === 'byPromise' ? (['promised'] as const) : []),
  ];
}

/** What is not handed in now but undertaken in writing: 容缺后补 or 告知承诺. */
export const isUndertaken = (how: Handed['how']): how is 'later' | 'promised' => how === 'later' || how === 'promised';

/** The materials of an application that are undertaken, as they stand. */
export const undertakenOf = (
  body: ItemBody,
  values: Record<string, unknown>,
  materials: Application['materials'],
): { material: Material; how: 'later' | 'promised' }[] =>
  materialsFor(body, values).own.flatMap((material) => {
    const how = howOf(material, materials[material.id]);
    return isUndertaken(how) ? [{ material, how }] : [];
  });

/** How it is handed in now: the choice, or the only way there is. */
export const howOf = (material: Material, handed: Handed | undefined): Handed['how'] =>
  handed?.how ?? (waysOf(material).length === 1 ? 'upload' : undefined);

/** What is wrong with a material as it stands, or undefined. */
export function materialFault(material: Material, handed: Handed | undefined): 'noFile' | undefined {
  const how = howOf(material, handed);
  if (how === 'locker') return handed?.entryId ? undefined : 'noFile';
  return how === undefined || (how === 'upload' && (handed?.files.length ?? 0) === 0) ? 'noFile' : undefined;
}

/** The materials as they are sent: what was removed or is not asked any more is not in it. */
export function handedIn(
  body: ItemBody,
  values: Record<string, unknown>,
  materials: Application['materials'],
): Submission['materials'] {
  const { own, shared } = materialsFor(body, values);
  return [
    ...own.flatMap((material): Submission['materials'] => {
      const how = howOf(material, materials[material.id]);
      if (how === undefined) return [];
      const { entryId } = materials[material.id] ?? {};
      if (how === 'locker') return entryId ? [{ materialId: material.id, how, fileIds: [], entryId }] : [];
      const files = how === 'upload' ? (materials[material.id]?.files ?? []) : [];
      return [{ materialId: material.id, how, fileIds: files.map(({ id }) => id) }];
    }),
    ...shared.map(({ id }) => ({ materialId: id, how: 'shared' as const, fileIds: [] })),
  ];
}

/** The ways in which a result is given; an item that does not say has an electronic one. */
export const deliveriesOf = (body: ItemBody): readonly Way[] => body.result?.deliveries ?? ['electronic'];
