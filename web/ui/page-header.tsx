/** The head of a page: its title (also of the browser's tab), a line below it, and the page's actions. */
import './page-header.css';
import { ArrowLeftOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { generalWords } from '../words/general.ts';
import { useWords } from '../words/language.ts';

/** One for each page. `back` is an address of this surface, with what was chosen there. */
export function PageHeader(props: {
  title: string;
  /** The legal name beside the plain one, or what the page is about. */
  sub?: ReactNode;
  back?: { to: string; search?: Readonly<Record<string, string | undefined>>; say: string };
  /** Tags beside the title: state, light. */
  tags?: ReactNode;
  actions?: ReactNode;
}): ReactNode {
  const { brand } = useWords(generalWords);
  useEffect(() => {
    document.title = `${props.title} · ${brand}`;
  }, [props.title, brand]);
  return (
    <div className="yc-page-header">
      {props.back ? (
        <Link to={props.back.to} search={(props.back.search ?? {}) as never} className="yc-page-back">
          <ArrowLeftOutlined aria-hidden="true" /> {props.back.say}
        </Link>
      ) : null}
      <div className="yc-page-line">
        <div className="yc-page-title">
          <div className="yc-row">
            <h1 tabIndex={-1}>{props.title}</h1>
            {props.tags}
          </div>
          {props.sub ? <div className="yc-muted">{props.sub}</div> : null}
        </div>
        {props.actions ? <div className="yc-row">{props.actions}</div> : null}
      </div>
    </div>
  );
}
