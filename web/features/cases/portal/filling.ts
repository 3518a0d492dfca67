/** An application while it is being filled in, as its pages see it. */
import type { ItemFormState } from '#web/ui/item-form/use-item-form.ts';
import type { ReactNode } from 'react';
import type { ItemBody } from '#modules/catalogue/contract';
import type { Submission } from '#modules/cases/contract';
import type { Signed } from '#web/ui/signature.tsx';
import type { Language, Same } from '#web/words/words.ts';
import type { Application } from './application.ts';
import type { Choice } from './whom.ts';
import type { caseWordsChinese } from './words-zh.ts';

/** What the applicant already has for a material, with one tap to use it; given by the surface. */
export type Offer = (asked: {
  applicant: Submission['applicant'];
  materialId: string;
  entryId: string | undefined;
  onUse: (entryId: string) => void;
  onDrop: () => void;
  /** Drawn where there is nothing. */
  none?: ReactNode;
}) => ReactNode;

export interface Filling {
  body: ItemBody;
  application: Application;
  change: (to: Partial<Application>) => void;
  form: ItemFormState;
  /** Answers that count now. */
  values: Record<string, unknown>;
  choices: readonly Choice[];
  signed: Signed | undefined;
  setSigned: (signed: Signed | undefined) => void;
  /** The signature under what is undertaken. */
  undertaking: Signed | undefined;
  setUndertaking: (signed: Signed | undefined) => void;
  signer: string;
  /** Where post goes unless said otherwise. */
  postTo: string;
  /** Files are under way. */
  busy: boolean;
  setBusy: (busy: boolean) => void;
  /** Steps whose faults are shown. */
  checked: ReadonlySet<string>;
  check: (key: string) => void;
  /** What the server refused, by step. */
  refused: Record<string, string>;
  accept: (key: string) => void;
  /** Draws what the applicant already has for a material. */
  offer: Offer | undefined;
  say: Same<typeof caseWordsChinese>;
  language: Language;
}

/** A step is right when it has no fault; asking makes its fault visible. */
export const checking =
  ({ check }: Filling, key: string, fault: string | undefined) =>
  (): boolean => {
    check(key);
    return fault === undefined;
  };
