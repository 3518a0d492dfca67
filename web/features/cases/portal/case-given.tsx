/** What the applicant filled in and handed in, as it stands after all supplements and corrections. */
import type { ReactNode } from 'react';
import { askedFields, askedSituations, type ItemBody } from '#modules/catalogue/contract';
import type { CaseWhole } from '#modules/cases/contract';
import { documentsContract } from '#modules/documents/contract';
import { lockersContract } from '#modules/lockers/contract';
import { hrefOf } from '#web/client/client.ts';
import { sayAnswer } from '#web/ui/item-form/item-form.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { caseWords } from './words.ts';

export function GivenAnswers(props: { whole: CaseWhole; body: ItemBody }): ReactNode {
  const { whole, body } = props;
  const say = useWords(caseWords);
  const language = useLanguage();
  const all = { ...whole.answers, ...whole.situations };
  const situations = askedSituations(body, all).map(({ id, question, questionEn, options }) => {
    const chosen = options.find((option) => option.id === whole.situations[id]);
    return {
      title: pick(language, question, questionEn),
      value: chosen && pick(language, chosen.label, chosen.labelEn),
    };
  });
  const fields = askedFields(body, all).map(({ name, field }) => ({
    title: pick(language, field.title, field.titleEn),
    value: sayAnswer(field, whole.answers[name], language),
  }));
  const given = [...situations, ...fields];
  if (given.length === 0) return null;
  return (
    <details className="cases-section">
      <summary>{say.given}</summary>
      <dl className="cases-facts">
        {given.map(({ title, value }) => (
          <div key={title} style={{ display: 'contents' }}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

export function GivenMaterials(props: { whole: CaseWhole; body: ItemBody }): ReactNode {
  const { whole, body } = props;
  const say = useWords(caseWords);
  const language = useLanguage();
  const names = new Map(body.materials.map(({ id, name, nameEn }) => [id, pick(language, name, nameEn)]));
  const hows: Record<string, string> = {
    paper: say.byPaper,
    shared: say.byShared,
    missing: say.notGiven,
    locker: say.byLocker,
    later: say.byLater,
    promised: say.byPromise,
  };
  return (
    <details className="cases-section">
      <summary>{say.givenMaterials}</summary>
      {whole.materials.length === 0 ? <p className="yc-muted">{say.noMaterials}</p> : null}
      <ul className="yc-plain yc-stack">
        {whole.materials.map(({ materialId, how, fileIds, copy }) => (
          <li key={materialId}>
            {names.get(materialId) ?? materialId}
            <div className="cases-files yc-small">
              <span className="yc-muted">{hows[how]}</span>
              {Array.from({ length: copy?.files ?? 0 }, (_, n) => (
                <a
                  key={n}
                  href={hrefOf(lockersContract.openCopy, { params: { id: copy!.id }, query: { n } })}
                  target="_blank"
                  rel="noreferrer"
                >
                  {say.openFile(n + 1)}
                </a>
              ))}
              {fileIds.map((id, at) => (
                <a
                  key={id}
                  href={hrefOf(documentsContract.downloadFile, { params: { id }, query: {} })}
                  target="_blank"
                  rel="noreferrer"
                >
                  {say.openFile(at + 1)}
                </a>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
