/** Whether a document is genuine: by the code on it, or straight from its QR code. */
import './documents.css';
import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { documentsContract, type Verified } from '#modules/documents/contract';
import { useOp } from '#web/client/query.ts';
import { Day } from '#web/ui/due.tsx';
import { FieldInput } from '#web/ui/item-form/field-input.tsx';
import { definePage } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Query } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { sayDay } from '#web/words/dates.ts';
import { oneByOne, pick, useLanguage, useWords } from '#web/words/language.ts';
import { documentWords } from './words.ts';

function Verify(): ReactNode {
  const { code } = useParams({ strict: false }) as { code?: string };
  return code ? <Verdict code={code} /> : <Ask />;
}

function Ask(): ReactNode {
  const say = useWords(documentWords);
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [checked, setChecked] = useState(false);
  return (
    <form
      className="documents-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        const plain = code.replace(/[\s-]/g, '');
        if (!plain) return focusFault();
        void navigate({ to: '/verify/$code', params: { code: plain } as never });
      }}
    >
      <PageHeader title={say.verifyTitle} sub={say.verifyLine} />
      <FieldInput
        name="code"
        field={{ type: 'string', title: say.code, description: say.codeHint, maxLength: 60 }}
        value={code}
        onChange={(value) => setCode(typeof value === 'string' ? value : '')}
        required
        fault={checked && code.trim() === '' ? say.need : undefined}
      />
      <div>
        <Button type="primary" size="large" htmlType="submit" className="yc-wizard-go">
          {say.verify}
        </Button>
      </div>
    </form>
  );
}

function Verdict(props: { code: string }): ReactNode {
  const say = useWords(documentWords);
  const found = useOp(documentsContract.verifyDocument, { params: { code: props.code } });
  useEffect(() => {
    document.title = say.verifyTitle;
  }, [say]);
  const again = (
    <p>
      <Link to="/verify">{say.again}</Link>
    </p>
  );
  if (found.error?.code === 'documents.notGenuine' || found.error?.code === 'general.invalid') {
    return (
      <div className="yc-stack">
        <div className="documents-verdict bad" role="alert">
          <h1 tabIndex={-1}>
            <CloseCircleFilled aria-hidden="true" /> {say.notGenuine}
          </h1>
          <p>{say.notGenuineLine}</p>
        </div>
        {again}
      </div>
    );
  }
  return (
    <Query of={found}>
      {(verified) => (
        <div className="yc-stack">
          <div className={`documents-verdict${holds(verified) ? '' : ' bad'}`} role="status">
            <h1 tabIndex={-1}>
              {holds(verified) ? <CheckCircleFilled aria-hidden="true" /> : <CloseCircleFilled aria-hidden="true" />}{' '}
              {!verified.intact ? say.broken : verified.revokedBy ? say.revoked : say.genuine}
            </h1>
            <p>{!verified.intact ? say.brokenLine : verified.revokedBy ? say.revokedLine : say.genuineLine}</p>
          </div>
          <Facts verified={verified} />
          {again}
        </div>
      )}
    </Query>
  );
}

/** Whether one can rely on it: as it was made out, and not taken back since. */
const holds = ({ intact, revokedBy }: Verified): boolean => intact && revokedBy === null;

function Facts(props: { verified: Verified }): ReactNode {
  const { verified } = props;
  const say = useWords(documentWords);
  const language = useLanguage();
  return (
    <dl className="documents-facts">
      <dt>{say.kind}</dt>
      <dd>{pick(language, verified.title, verified.titleEn)}</dd>
      <dt>{say.number}</dt>
      <dd className="yc-numbers" lang="zh-CN">
        {verified.number}
      </dd>
      <dt>{say.department}</dt>
      <dd lang="zh-CN">{verified.departmentName}</dd>
      <dt>{say.issuedOn}</dt>
      <dd>
        <Day on={verified.issuedOn} />
      </dd>
      <dt>{say.recipient}</dt>
      <dd lang="zh-CN">{verified.recipientName}</dd>
      <dt>{say.item}</dt>
      <dd lang="zh-CN">{verified.itemName}</dd>
      <dt>{say.caseNumber}</dt>
      <dd className="yc-numbers">{verified.caseNumber}</dd>
      {verified.correctedBy.length > 0 ? (
        <>
          <dt>{say.corrected}</dt>
          <dd>{say.correctedBy(oneByOne(verified.correctedBy))}</dd>
        </>
      ) : null}
      {verified.revokedBy ? (
        <>
          <dt>{say.revoked}</dt>
          <dd>
            <strong>{say.revokedBy(verified.revokedBy.number, sayDay(verified.revokedBy.on, language))}</strong>
          </dd>
        </>
      ) : null}
      <dt>{say.hash}</dt>
      <dd className="yc-small yc-muted">{verified.hash}</dd>
    </dl>
  );
}

export const page = definePage({ Component: Verify });
