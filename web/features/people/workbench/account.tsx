/** One's own account: who I am, my posts, password, sessions, and how the workbench looks. */
import './staff.css';
import './sign-in.css';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { peopleContract } from '#modules/people/contract';
import { call } from '#web/client/client.ts';
import { useSession } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage } from '#web/ui/page.tsx';
import { usePreference } from '#web/ui/preferences.ts';
import { setLanguage, useLanguage, useWords } from '#web/words/language.ts';
import { sessionWords } from '#web/words/session.ts';
import type { Language } from '#web/words/words.ts';
import { accountWords } from './account-words.ts';
import { ChangePassword } from './sign-in.tsx';
import { useSayPost } from './staff-head.tsx';

function Account(): ReactNode {
  const say = useWords(accountWords);
  const sayPost = useSayPost();
  const { me, changed } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState(false);
  const [turn, setTurn] = useState(0);
  if (!me) return null;
  const facts: [string, string | null][] = [
    [say.fields.loginName, me.loginName],
    [say.fields.phone, me.phone],
    [say.fields.email, me.email],
    [say.fields.secondFactor, me.secondFactor ? say.isSet : say.notNeeded],
  ];
  return (
    <>
      <PageHeader title={say.title} sub={me.name} />
      <div className="account">
        <section className="yc-panel" aria-labelledby="account-who">
          <h2 id="account-who">{say.who}</h2>
          <dl>
            {facts
              .filter(([, value]) => value !== null && value !== '')
              .map(([title, value]) => (
                <div key={title}>
                  <dt>{title}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
          <h2>{say.posts}</h2>
          {me.posts.length === 0 ? <p className="yc-muted">{say.noPosts}</p> : null}
          <ul className="yc-plain">
            {me.posts.map((post, at) => (
              <li key={at}>
                {sayPost(post)}
                {post.standsInFor ? <strong> · {say.standsIn(post.standsInFor.name)}</strong> : null}
              </li>
            ))}
          </ul>
          <p className="yc-muted yc-small">{say.postsHint}</p>
        </section>
        <section className="yc-panel" aria-labelledby="account-password">
          <h2 id="account-password">{say.password}</h2>
          <ChangePassword
            key={turn}
            plain
            hint={say.passwordHint}
            names={[me.loginName, me.phone]}
            onDone={() => {
              setTurn(turn + 1);
              void message.success(say.changed);
            }}
          />
        </section>
        <Display />
        <section className="yc-panel" aria-labelledby="account-sessions">
          <h2 id="account-sessions">{say.sessions}</h2>
          <p className="yc-muted">{say.sessionsHint}</p>
          <div>
            <Button danger onClick={() => setLeaving(true)}>
              {say.everywhere}
            </Button>
          </div>
          <ConfirmDialog
            open={leaving}
            title={say.everywhere}
            verb={say.everywhere}
            danger
            onClose={() => setLeaving(false)}
            onConfirm={async () => {
              await call(peopleContract.signOutEverywhere, {});
              await changed();
              void navigate({ to: '/sign-in' });
            }}
          >
            <p>{say.everywhereWhat}</p>
          </ConfirmDialog>
        </section>
      </div>
    </>
  );
}

/** Language, size of type, light or dark: kept in this browser. */
function Display(): ReactNode {
  const say = useWords(accountWords);
  const session = useWords(sessionWords);
  const language = useLanguage();
  const [large, setLarge] = usePreference('large', 'off');
  const [appearance, setAppearance] = usePreference('appearance', 'system');
  return (
    <section className="yc-panel" aria-labelledby="account-look">
      <h2 id="account-look">{say.look}</h2>
      <dl>
        <div>
          <dt>{say.language}</dt>
          <dd>
            <Segmented<Language>
              aria-label={say.language}
              value={language}
              options={[
                { value: 'zh-CN', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
              onChange={setLanguage}
            />
          </dd>
        </div>
        <div>
          <dt>{say.size}</dt>
          <dd>
            <Segmented
              aria-label={say.size}
              value={large}
              options={[
                { value: 'off', label: say.normal },
                { value: 'on', label: say.larger },
              ]}
              onChange={setLarge}
            />
          </dd>
        </div>
        <div>
          <dt>{say.appearance}</dt>
          <dd>
            <Segmented
              aria-label={say.appearance}
              value={appearance}
              options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: session[value] }))}
              onChange={setAppearance}
            />
          </dd>
        </div>
      </dl>
    </section>
  );
}

export const page = definePage({ roles: ['resident'], Component: Account });
