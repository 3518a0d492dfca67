/** A new member of staff: account and first posts together. */
import { PlusOutlined, CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { peopleContract, type StaffRow } from '#modules/people/contract';
import { call } from '#web/client/client.ts';
import { EditDrawer } from '#web/ui/edit/edit-drawer.tsx';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { editWords } from '#web/ui/edit/edit-words.ts';
import { textOf, useEdit, type Faults } from '#web/ui/edit/use-edit.ts';
import { useWords } from '#web/words/language.ts';
import { sessionWords } from '#web/words/session.ts';
import type { Shown } from './first-password.tsx';
import { bodyOfPost, emptyPost, faultOfPost, PostFields, type PostDraft } from './post-fields.tsx';
import { faultOfEmail, faultOfPhone } from './staff-fields.ts';
import { staffWords } from './staff-words.ts';

interface Draft {
  name: string;
  loginName: string;
  phone: string;
  email: string;
  posts: PostDraft[];
}

export function StaffNew(props: { onClose: () => void; onMade: (made: Shown) => void }): ReactNode {
  const say = useWords(staffWords);
  const general = useWords(editWords);
  const { roles } = useWords(sessionWords);
  const { fields, hints, faults } = say;
  const edit = useEdit<StaffRow, Draft>({
    row: undefined,
    read: () => ({ name: '', loginName: '', phone: '', email: '', posts: [emptyPost] }),
    check: (draft) => {
      const wrong: Faults<Draft> = {};
      if (draft.name.trim() === '') wrong.name = general.required(fields.name);
      if (!/^[A-Za-z][A-Za-z0-9._-]{2,39}$/.test(draft.loginName)) wrong.loginName = faults.loginName;
      if (faultOfPhone(draft.phone)) wrong.phone = faults.phone;
      if (faultOfEmail(draft.email)) wrong.email = faults.email;
      const post = draft.posts.map(faultOfPost).find((fault) => fault !== undefined);
      if (post) wrong.posts = faults[post];
      return wrong;
    },
  });
  const { draft, set, fault } = edit;
  const text = textOf(edit, fields);
  return (
    <EditDrawer
      open
      title={say.add}
      edit={edit}
      names={fields}
      onClose={props.onClose}
      onSave={async ({ name, loginName, phone, email, posts }) => {
        const { password } = await call(peopleContract.createStaff, {
          body: {
            name: name.trim(),
            loginName,
            ...(phone ? { phone } : {}),
            ...(email ? { email } : {}),
            posts: posts.map(bodyOfPost),
          },
        });
        props.onMade({ name, loginName, password });
      }}
    >
      <EditText {...text('name')} focus maxLength={60} />
      <EditText {...text('phone')} hint={hints.phone} optional kind="tel" maxLength={21} />
      <EditText {...text('loginName')} hint={hints.loginName} maxLength={40} />
      <EditText {...text('email')} optional kind="email" maxLength={120} />
      <h3>{fields.posts}</h3>
      <p className="yc-muted yc-small wide">{hints.posts}</p>
      {draft.posts.map((post, at) => (
        <fieldset key={at} className="staff-post">
          <legend className="yc-hidden">{roles[post.role]}</legend>
          <PostFields
            value={post}
            fault={fault('posts') ? faultOfPost(post) : undefined}
            onChange={(change) =>
              set({ posts: draft.posts.map((one, index) => (index === at ? { ...one, ...change } : one)) })
            }
          />
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={say.removePost(roles[post.role])}
            onClick={() => set({ posts: draft.posts.filter((_, index) => index !== at) })}
          />
        </fieldset>
      ))}
      {draft.posts.length < 10 ? (
        <div className="wide">
          <Button icon={<PlusOutlined />} onClick={() => set({ posts: [...draft.posts, emptyPost] })}>
            {say.givePost}
          </Button>
        </div>
      ) : null}
    </EditDrawer>
  );
}
