/** What of the applicant's locker meets a material: kinds of certificates, and how far they have to be trusted. */
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { certificateKinds, certificates, trustLevels, trustMeanings, type Material } from '#modules/catalogue/contract';
import { EditField } from '#web/ui/edit/edit-fields.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { ChoiceAt } from './body-fields.tsx';
import { editorWords } from './editor-words.ts';
import { Place, useFaults } from './faults.tsx';

type MetBy = NonNullable<Material['metBy']>;

/** Without any kind, and without results that an import named, nothing of a locker meets it. */
const given = (metBy: MetBy): MetBy | undefined =>
  metBy.kinds.length > 0 || (metBy.resultsOf ?? []).length > 0 ? metBy : undefined;

export function MetByFields(props: {
  path: string;
  metBy: MetBy | undefined;
  onChange: (metBy: MetBy | undefined) => void;
}): ReactNode {
  const { path, metBy, onChange } = props;
  const { material: say } = useWords(editorWords);
  const english = useLanguage() === 'en';
  const { at } = useFaults();
  // Somebody has seen it: what nobody compared serves only where the item says so.
  const now: MetBy = metBy ?? { kinds: [], leastTrust: 'verified' };
  return (
    <>
      <Place path={`${path}/kinds`} wide>
        <EditField label={say.metBy} hint={say.metByHint} optional fault={at(`${path}/kinds`)}>
          {(ties) => (
            <Select
              {...ties}
              mode="multiple"
              maxCount={12}
              value={[...now.kinds]}
              showSearch={{ optionFilterProp: 'label' }}
              options={certificates.map((value) => ({
                value,
                label: english ? certificateKinds[value].en : certificateKinds[value].zh,
              }))}
              onChange={(kinds) => onChange(given({ ...now, kinds }))}
            />
          )}
        </EditField>
      </Place>
      {metBy ? (
        <ChoiceAt
          path={`${path}/leastTrust`}
          label={say.leastTrust}
          value={metBy.leastTrust}
          hint={english ? trustMeanings[metBy.leastTrust].en : trustMeanings[metBy.leastTrust].zh}
          options={trustLevels.map((value) => ({ value, label: say.trusts[value] }))}
          onChange={(leastTrust) => leastTrust && onChange({ ...metBy, leastTrust })}
        />
      ) : null}
    </>
  );
}
