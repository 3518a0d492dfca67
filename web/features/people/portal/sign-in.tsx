/** Signing in, then on to where one wanted to go. */
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { peopleContract } from '#modules/people/contract';
import { call } from '#web/client/client.ts';
import { useMe } from '#web/client/session.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import { SignInForm, type SignedIn } from './sign-in-form.tsx';
import { peopleWords } from './words.ts';

/** Only to an address of this site: a link from elsewhere must not lead people away after they gave their password. */
export const safeNext = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/mine');

function SignIn(): ReactNode {
  const say = useWords(peopleWords);
  const navigate = useNavigate();
  const [asked] = useAsked();
  const me = useMe();
  const next = safeNext(asked.next);
  // Somebody who is signed in already, in another tab: nothing to be asked here.
  useEffect(() => {
    if (me) void navigate({ href: next, replace: true });
  }, [me === undefined]);

  const go = async ({ next: todo }: SignedIn): Promise<void> => {
    if (todo === 'changePassword') return void navigate({ to: '/mine/password', search: { next } as never });
    const { actor } = await call(peopleContract.me, {}).catch(() => ({ actor: null }));
    // Staff work elsewhere; another surface is another page.
    if (todo !== 'none' || (actor?.posts.length && asked.next === undefined)) return location.assign('/workbench');
    void navigate({ href: next, replace: true });
  };
  return (
    <div className="people-narrow">
      <PageHeader title={say.signIn} sub={say.signInLine} />
      {asked.recovered ? (
        <p className="people-said" role="status">
          {say.recovered}
        </p>
      ) : null}
      <SignInForm demo onDone={(signedIn) => void go(signedIn)} />
      <p className="yc-row">
        <Link to="/recover">{say.forgot}</Link>
        <span>
          {say.noAccount}{' '}
          <Link to="/register" search={(asked.next ? { next } : {}) as never}>
            {say.register}
          </Link>
        </span>
      </p>
    </div>
  );
}

export const page = definePage({ Component: SignIn });
