/** The editor's sections of the law: fees, legal basis, result document and its delivery, procedure. */
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { ItemBody } from '#modules/catalogue/contract';
import { sayMoney } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { catalogueWords } from '../portal/words.ts';
import { AmountAt, ChoiceAt, NumberAt, TextAt, type SectionProps } from './body-fields.tsx';
import { Cards } from './cards.tsx';
import { put } from './editor-needs.tsx';
import { editorWords } from './editor-words.ts';
import { Place, useFaults } from './faults.tsx';
import { TextList } from './text-list.tsx';

type Fee = ItemBody['fees'][number];
type Basis = ItemBody['basis'][number];
type Result = NonNullable<ItemBody['result']>;

export function Fees(props: SectionProps): ReactNode {
  const { body, set } = props;
  const { fee: say } = useWords(editorWords);
  const { byCase } = useWords(catalogueWords);
  const language = useLanguage();
  return (
    <Cards<Fee>
      path="/fees"
      list={body.fees}
      onChange={(fees) => set({ fees })}
      titleOf={({ name }) => name || say.untitled}
      noteOf={({ amountFen }) => (amountFen === undefined ? byCase : sayMoney(amountFen, language))}
      fresh={() => ({ name: '', basis: '' })}
      addLabel={say.add}
      noneLabel={say.none}
      most={20}
      draw={(one, change, at) => (
        <div className="edit-form">
          <TextAt
            path={`/fees/${at}/name`}
            label={say.name}
            value={one.name}
            maxLength={100}
            onChange={(name) => change({ ...one, name })}
          />
          <AmountAt
            path={`/fees/${at}/amountFen`}
            label={say.amount}
            placeholder={say.amountHint}
            fen={one.amountFen}
            onChange={(amountFen) => change(put(one, 'amountFen', amountFen))}
          />
          <TextAt
            wide
            path={`/fees/${at}/basis`}
            label={say.basis}
            value={one.basis}
            maxLength={300}
            onChange={(basis) => change({ ...one, basis })}
          />
          <TextAt
            wide
            optional
            path={`/fees/${at}/note`}
            label={say.note}
            value={one.note}
            maxLength={300}
            onChange={(note) => change(put(one, 'note', note))}
          />
        </div>
      )}
    />
  );
}

export function LegalBasis(props: SectionProps): ReactNode {
  const { body, set } = props;
  const { law: say } = useWords(editorWords);
  return (
    <Cards<Basis>
      path="/basis"
      list={body.basis}
      onChange={(basis) => set({ basis })}
      titleOf={({ law }) => (law ? `《${law}》` : say.untitled)}
      noteOf={({ article }) => article}
      fresh={() => ({ law: '' })}
      addLabel={say.add}
      most={40}
      draw={(one, change, at) => (
        <div className="edit-form">
          <TextAt
            path={`/basis/${at}/law`}
            label={say.law}
            value={one.law}
            maxLength={200}
            onChange={(law) => change({ ...one, law })}
          />
          <TextAt
            optional
            path={`/basis/${at}/article`}
            label={say.article}
            value={one.article}
            maxLength={60}
            onChange={(article) => change(put(one, 'article', article))}
          />
          <TextAt
            wide
            optional
            rows={3}
            path={`/basis/${at}/text`}
            label={say.text}
            value={one.text}
            maxLength={2000}
            onChange={(text) => change(put(one, 'text', text))}
          />
        </div>
      )}
    />
  );
}

const kinds = ['certificate', 'approval', 'proof', 'record', 'none'] as const;

export function ResultDocument(props: SectionProps): ReactNode {
  const { body, set } = props;
  const { result } = body;
  const { outcome: say } = useWords(editorWords);
  const fresh: Result = { name: '', kind: 'certificate', deliveries: ['collected', 'electronic'] };
  return (
    <div className="yc-stack">
      <Checkbox
        checked={result !== undefined}
        onChange={({ target }) => set({ result: target.checked ? fresh : undefined })}
      >
        {say.has}
      </Checkbox>
      {result ? (
        <div className="edit-form">
          <TextAt
            path="/result/name"
            label={say.name}
            value={result.name}
            maxLength={200}
            onChange={(name) => set({ result: { ...result, name } })}
          />
          <TextAt
            optional
            path="/result/nameEn"
            label={say.nameEn}
            value={result.nameEn}
            maxLength={300}
            onChange={(nameEn) => set({ result: put(result, 'nameEn', nameEn) })}
          />
          <ChoiceAt
            path="/result/kind"
            label={say.kind}
            value={result.kind}
            options={kinds.map((value) => ({ value, label: say.kinds[value] }))}
            onChange={(kind) => kind && set({ result: { ...result, kind } })}
          />
          <NumberAt
            path="/result/validMonths"
            label={say.validMonths}
            placeholder={say.validHint}
            value={result.validMonths}
            least={1}
            most={1200}
            onChange={(validMonths) => set({ result: put(result, 'validMonths', validMonths) })}
          />
        </div>
      ) : null}
    </div>
  );
}

const ways = ['collected', 'posted', 'electronic'] as const;

export function Delivery(props: SectionProps): ReactNode {
  const { body, set } = props;
  const { result } = body;
  const { outcome: say } = useWords(editorWords);
  const { at } = useFaults();
  if (!result) return <p className="yc-muted">{say.noResult}</p>;
  const fault = at('/result/deliveries');
  return (
    <Place path="/result/deliveries" wide>
      <fieldset className="edit-choice">
        <legend className="yc-hidden">{say.deliveries}</legend>
        <Checkbox.Group
          value={[...result.deliveries]}
          options={ways.map((value) => ({ value, label: say.ways[value] }))}
          onChange={(deliveries) =>
            set({ result: { ...result, deliveries: ways.filter((way) => deliveries.includes(way)) } })
          }
        />
        {fault ? (
          <p className="yc-fault" role="alert">
            {fault}
          </p>
        ) : null}
      </fieldset>
    </Place>
  );
}

export function Procedure(props: SectionProps): ReactNode {
  const { fields: say } = useWords(editorWords);
  return (
    <TextList
      path="/procedure"
      label={say.step}
      list={props.body.procedure}
      most={20}
      maxLength={300}
      onChange={(procedure) => props.set({ procedure })}
    />
  );
}
