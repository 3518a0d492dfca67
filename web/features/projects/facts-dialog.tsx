/** Telling more of a company and its project, so that policies can be judged. Nothing has to be told. */
import { useEffect, useState, type ReactNode } from 'react';
import { projectsContract as ops, sizes, type ProjectWhole } from '#modules/projects/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { useWords } from '#web/words/language.ts';
import { policyWords } from './policy-words.ts';

type Facts = ProjectWhole['facts'];
type Told = Partial<Record<keyof Facts, string>>;
const ofCompany = ['size', 'headcount', 'revenueFen', 'foundedOn', 'highTech', 'specialised', 'listed'] as const;
const ofProject = ['areaM2', 'newJobs', 'industry', 'town'] as const;

const textsOf = (facts: Facts): Told =>
  Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      key === 'revenueFen' ? String(Number(value) / 1_000_000) : String(value),
    ]),
  );

/** As it is sent: what was left empty is not told. Amounts were written in ten thousand yuan. */
function factsOf(told: Told, keys: readonly (keyof Facts)[]): Facts {
  const facts: Record<string, unknown> = {};
  for (const key of keys) {
    const text = told[key]?.trim();
    if (!text) continue;
    if (key === 'highTech' || key === 'specialised' || key === 'listed') facts[key] = text === 'true';
    else if (key === 'headcount' || key === 'areaM2' || key === 'newJobs') facts[key] = Math.round(Number(text));
    else if (key === 'revenueFen') facts[key] = Math.round(Number(text) * 1_000_000);
    else facts[key] = text;
  }
  return facts as Facts;
}

export function FactsDialog(props: {
  open: boolean;
  projectId: string;
  company: Facts;
  onClose: () => void;
}): ReactNode {
  const say = useWords(policyWords);
  const project = useOp(ops.getProject, { params: { id: props.projectId } }).data?.facts;
  const [told, setTold] = useState<Told>({});
  useEffect(() => {
    if (props.open) setTold({ ...textsOf(props.company), ...textsOf(project ?? {}) });
  }, [props.open]);
  const act = useAct(ops.tellFacts, { changes: [ops.getProject, ops.matchPolicies] });
  const field = (key: keyof Facts) => ({
    label: `${say.factOf[key as keyof typeof say.factOf]}${key === 'revenueFen' ? ` (${say.tenThousand})` : ''}`,
    optional: true,
    value: told[key] ?? '',
    onChange: (value: string | undefined) => setTold((before) => ({ ...before, [key]: value ?? '' })),
  });
  const yesNo = [
    { value: 'true', label: say.yes },
    { value: 'false', label: say.no },
  ];
  return (
    <ConfirmDialog
      open={props.open}
      title={say.tellFacts}
      verb={say.keep}
      onConfirm={() =>
        act.send({
          params: { id: props.projectId },
          body: { actionId: act.key(), company: factsOf(told, ofCompany), project: factsOf(told, ofProject) },
        })
      }
      onClose={props.onClose}
    >
      <EditSelect {...field('size')} value={told.size || undefined} options={sizes.map((value) => ({ value, label: say.sizes[value] }))} />
      <EditText {...field('headcount')} kind="number" />
      <EditText {...field('revenueFen')} kind="number" />
      <EditText {...field('foundedOn')} kind="date" />
      {(['highTech', 'specialised', 'listed'] as const).map((key) => (
        <EditSelect key={key} {...field(key)} value={told[key] || undefined} options={yesNo} />
      ))}
      <EditText {...field('areaM2')} kind="number" />
      <EditText {...field('newJobs')} kind="number" />
      <EditText {...field('industry')} maxLength={5} hint={say.industryHint} />
      <EditText {...field('town')} maxLength={60} />
    </ConfirmDialog>
  );
} // prettier-ignore
