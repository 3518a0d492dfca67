/** Opening a project of a company: its type, what it is, who its steward is. */
import '../projects.css';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { projectsContract as ops } from '#modules/projects/contract';
import { ProblemError } from '#web/client/client.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { today } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useDepartmentOptions } from '#web/features/offices/departments.ts';
import { projectWords } from '../words.ts';
import { makeWords } from './make-words.ts';
import { benchWords } from './words.ts';

export interface Company {
  kind: 'person' | 'organisation';
  id: string;
  name: string;
  number: string;
}

const texts = ['name', 'address', 'investment', 'from', 'contact', 'area', 'jobs', 'industry', 'town'] as const;
type Key = (typeof texts)[number];
const needed: readonly Key[] = ['name', 'address', 'investment', 'from', 'contact'];

/** What is told of the project, as far as it is filled in. */
const factsOf = ({ area, jobs, industry, town }: Record<Key, string>) => ({
  ...(Number(area) > 0 ? { areaM2: Math.round(Number(area)) } : {}),
  ...(Number(jobs) > 0 ? { newJobs: Math.round(Number(jobs)) } : {}),
  ...(industry.trim() ? { industry: industry.trim().toUpperCase() } : {}),
  ...(town.trim() ? { town: town.trim() } : {}),
});

/** `findCompany` is the search of another feature. */
export function NewProject(props: { findCompany: (found: (company: Company) => void) => ReactNode }): ReactNode {
  const say = useWords(makeWords);
  const general = useWords(projectWords);
  const bench = useWords(benchWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const types = useOp(ops.listTypes, {});
  const [company, setCompany] = useState<Company>();
  const [typeId, setTypeId] = useState<string>();
  const [text, setText] = useState<Record<Key, string>>({
    name: '', address: '', investment: '', from: today(), contact: '', area: '', jobs: '', industry: '', town: '',
  }); // prettier-ignore
  const [departmentId, setDepartmentId] = useState<string>();
  const [stewardId, setStewardId] = useState<string>();
  const [checked, setChecked] = useState(false);
  const departments = useDepartmentOptions();
  const query = { departmentId: departmentId ?? '' };
  const colleagues = useOp(ops.findStewards, { query }, { enabled: departmentId !== undefined });
  const act = useAct(ops.openProject, { changes: [ops.listProjects] });
  const rows = types.data?.rows ?? [];
  const type = rows.find(({ id }) => id === typeId) ?? (rows.length === 1 ? rows[0] : undefined);
  const amount = Math.round(Number(text.investment) * 1_000_000);
  const isCompany = company?.kind === 'organisation';
  const faultOf = (key: Key): string | undefined => {
    if (!checked) return undefined;
    if (key === 'investment' && !(amount > 0)) return say.amountWrong;
    return needed.includes(key) && text[key].trim() === '' ? say.needed : undefined;
  };
  const field = (key: Key, label: string) => ({
    label,
    value: text[key],
    onChange: (value: string) => setText((before) => ({ ...before, [key]: value })),
    fault: faultOf(key),
    optional: !needed.includes(key),
  });
  const send = async (): Promise<void> => {
    setChecked(true);
    if (!isCompany || !type || !(amount > 0) || needed.some((key) => text[key].trim() === '')) return focusFault();
    const body = {
      actionId: act.key(),
      typeId: type.id,
      organisationId: company.id,
      name: text.name.trim(),
      address: text.address.trim(),
      investmentFen: amount,
      facts: factsOf(text),
      plannedFrom: text.from,
      ...(stewardId ? { stewardId } : {}),
      stewardContact: text.contact.trim(),
    };
    try {
      const { id } = await act.send({ body });
      await navigate({ to: '/projects/$id', params: { id } as never });
    } catch (thrown) {
      // Said above the button.
      if (!(thrown instanceof ProblemError)) throw thrown;
    }
  };
  return (
    <div className="projects-page projects-form">
      <PageHeader title={say.newProject} sub={say.newLine} back={{ to: '/projects', say: bench.back }} />
      <section className="projects-section" aria-label={say.company}>
        <h2>{say.company}</h2>
        {company && isCompany ? (
          <p className="yc-row">
            <strong>{company.name}</strong> <span className="yc-muted yc-numbers">{company.number}</span>
            <Button size="small" onClick={() => setCompany(undefined)}>
              {say.change}
            </Button>
          </p>
        ) : (
          <>
            <p className="yc-muted yc-small">{say.companyHint}</p>
            {props.findCompany(setCompany)}
            {checked || company ? (
              <p className="yc-fault" role="alert">
                {company ? say.notCompany : say.needed}
              </p>
            ) : null}
          </>
        )}
      </section>
      <Query of={types}>
        {() =>
          rows.length === 0 ? (
            <p>{say.noTypes}</p>
          ) : (
            <EditSelect
              label={say.type}
              value={type?.id}
              options={rows.map(({ id, body }) => ({ value: id, label: pick(language, body.name, body.nameEn) }))}
              onChange={setTypeId}
              fault={checked && !type ? say.needed : undefined}
              hint={
                type
                  ? say.typeLine(
                      general.days(type.body.limitDays, type.body.unit),
                      type.body.stages.reduce((sum, { steps }) => sum + steps.length, 0),
                    )
                  : undefined
              }
            />
          )
        }
      </Query>
      <EditText {...field('name', say.name)} maxLength={120} />
      <EditText {...field('address', say.address)} maxLength={200} />
      <EditText {...field('investment', say.investment)} kind="number" />
      <EditText {...field('from', say.plannedFrom)} kind="date" />
      <EditSelect
        label={say.stewardOf}
        optional
        value={departmentId}
        options={departments}
        onChange={(value) => {
          setDepartmentId(value);
          setStewardId(undefined);
        }}
        hint={say.stewardHint}
      />
      {departmentId ? (
        <EditSelect
          label={general.steward}
          value={stewardId}
          options={(colleagues.data?.rows ?? []).map(({ accountId, name }) => ({ value: accountId, label: name }))}
          onChange={setStewardId}
        />
      ) : null}
      <EditText {...field('contact', say.contact)} maxLength={120} hint={say.contactHint} />
      <EditText {...field('area', say.area)} kind="number" />
      <EditText {...field('jobs', say.jobs)} kind="number" />
      <EditText {...field('industry', say.industry)} maxLength={5} />
      <EditText {...field('town', say.town)} maxLength={60} />
      <ProblemNote error={act.error} />
      <div>
        <Button type="primary" size="large" loading={act.sending} onClick={() => void send()}>
          {say.open}
        </Button>
      </div>
    </div>
  );
}
