/** What a list or page shows when it has nothing to show yet, at all, any more, or to this person. */
import './states.css';
import { FileSearchOutlined, InboxOutlined, LockOutlined, WarningOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { asProblem, type ProblemError } from '../client/problem-error.ts';
import { sayProblem } from '../client/say-problem.ts';
import { useMe } from '../client/session.tsx';
import { generalWords } from '../words/general.ts';
import { useLanguage, useWords } from '../words/language.ts';
import { useSurface } from './surface.tsx';

/** The common shape: an icon, a sentence, what to do, and a button. */
export function State(props: {
  icon: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  alert?: boolean;
}): ReactNode {
  return (
    <div className="yc-state" role={props.alert ? 'alert' : undefined}>
      <div className="yc-state-icon" aria-hidden="true">
        {props.icon}
      </div>
      <p className="yc-state-title">{props.title}</p>
      {props.children ? <div className="yc-muted">{props.children}</div> : null}
      {props.action ? <div className="yc-state-action">{props.action}</div> : null}
    </div>
  );
}

/** Nothing there. `filtered` when conditions were set: then the conditions are to blame. */
export function Empty(props: {
  title?: ReactNode;
  filtered?: boolean;
  children?: ReactNode;
  action?: ReactNode;
}): ReactNode {
  const { states } = useWords(generalWords);
  return (
    <State
      icon={props.filtered ? <FileSearchOutlined aria-hidden="true" /> : <InboxOutlined aria-hidden="true" />}
      title={props.title ?? (props.filtered ? states.emptyFound : states.empty)}
      action={props.action}
    >
      {props.children}
    </State>
  );
}

/** The outline of what is coming; as high as the content will be, so that nothing jumps. */
export function Loading(props: { rows?: number }): ReactNode {
  const { states } = useWords(generalWords);
  return (
    <div className="yc-loading" role="status" aria-label={states.loading}>
      <Skeleton title={false} paragraph={{ rows: props.rows ?? 6 }} />
    </div>
  );
}

/** It went wrong: what, what to do, and the number for asking. Signing in and missing rights have pages of their own. */
export function Failing(props: { error: unknown; onRetry?: (() => void) | undefined }): ReactNode {
  const say = useWords(generalWords);
  const language = useLanguage();
  const problem = asProblem(props.error);
  const { text, requestId } = sayProblem(problem, language);
  if (problem.status === 401) return <SignInFirst />;
  if (problem.status === 403) return <Forbidden />;
  // An address with a code in it that cannot be one leads nowhere, either.
  if (problem.status === 404) return <Missing what={problem.code === 'general.notFound' ? undefined : text} />;
  if (problem.code === 'general.invalid' && problem.facts.part === 'params') return <Missing />;
  return (
    <State
      alert
      icon={<WarningOutlined aria-hidden="true" />}
      title={say.states.failing}
      action={props.onRetry ? <Button onClick={props.onRetry}>{say.actions.retry}</Button> : null}
    >
      <p>{text}</p>
      {requestId ? <p className="yc-small">{say.states.requestId(requestId)}</p> : null}
      {problem.passes ? <p className="yc-small">{say.states.tryingAgain}</p> : null}
    </State>
  );
}

/** The person's post does not reach this; where nobody has a post, it belongs to somebody else. */
export function Forbidden(): ReactNode {
  const { states } = useWords(generalWords);
  const { open, home } = useSurface();
  const me = useMe();
  // A resident who came by a link has no department whose administrator could be asked, and no page here to go back to.
  const astray = !open && me?.posts.length === 0;
  return (
    <State
      icon={<LockOutlined aria-hidden="true" />}
      title={open || astray ? states.notYours : states.forbidden}
      action={
        astray ? (
          <a href="/" className="yc-button">
            {states.toPortal}
          </a>
        ) : (
          <Link to={home} className="yc-button">
            {states.back}
          </Link>
        )
      }
    >
      {open ? states.notYoursWhat : astray ? states.staffOnly : states.forbiddenWhat}
    </State>
  );
}

/** Only for people who are signed in; afterwards they are brought back here. */
export function SignInFirst(): ReactNode {
  const say = useWords(generalWords);
  const { signIn } = useSurface();
  const { href } = useLocation();
  return (
    <State
      icon={<LockOutlined aria-hidden="true" />}
      title={say.states.signIn}
      action={
        <Link to={signIn} search={{ next: href } as never} className="yc-button">
          {say.actions.signIn}
        </Link>
      }
    >
      {say.states.signInWhat}
    </State>
  );
}

/** There is no such page; `what` says what was looked for, and what to do. */
export function Missing(props: { what?: string | undefined }): ReactNode {
  const say = useWords(generalWords);
  const { home } = useSurface();
  return (
    <State
      icon={<FileSearchOutlined aria-hidden="true" />}
      title={say.states.notFound}
      action={
        <Link to={home} className="yc-button">
          {say.home}
        </Link>
      }
    >
      {props.what ?? say.states.notFoundWhat}
    </State>
  );
}

/**
 * Picks the state of a query: `<Query of={useOp(contract.get, ...)}>{(theCase) => ...}</Query>`. What was read before stays
 * on the screen when a later reading fails, with a line that says so.
 */
export function Query<T>(props: {
  of: UseQueryResult<T, ProblemError>;
  children: (data: NonNullable<T>) => ReactNode;
  /** Drawn while loading, in place of the general outline. */
  loading?: ReactNode;
  /** When true, `empty` is drawn. */
  isEmpty?: (data: NonNullable<T>) => boolean;
  empty?: ReactNode;
}): ReactNode {
  const { of: query, children, loading, isEmpty, empty } = props;
  const say = useWords(generalWords);
  if (query.data === undefined || query.data === null) {
    if (query.error) return <Failing error={query.error} onRetry={() => void query.refetch()} />;
    return loading ?? <Loading />;
  }
  const data = query.data as NonNullable<T>;
  return (
    <>
      {query.error ? (
        <p className="yc-stale" role="status">
          {say.states.stale}
        </p>
      ) : null}
      {isEmpty?.(data) ? (empty ?? <Empty />) : children(data)}
    </>
  );
}

/** A problem where it happened: above a form's button or in a dialog. Nothing when there is none. */
export function ProblemNote(props: { error: unknown }): ReactNode {
  const language = useLanguage();
  const say = useWords(generalWords);
  if (props.error === undefined || props.error === null) return null;
  const { text, requestId } = sayProblem(props.error, language);
  return (
    <div className="yc-problem" role="alert">
      <WarningOutlined aria-hidden="true" />
      <div>
        {text}
        {requestId ? <div className="yc-small">{say.states.requestId(requestId)}</div> : null}
      </div>
    </div>
  );
}
