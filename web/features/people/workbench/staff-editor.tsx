/** The side panel of a member of staff: name and numbers, posts, and what can be done with the account. */
import { PlusOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { peopleContract, type StaffRow } from '#modules/people/contract';
import { call } from '#web/client/client.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Day } from '#web/ui/due.tsx';
import { EditDrawer } from '#web/ui/edit/edit-drawer.tsx';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { editWords } from '#web/ui/edit/edit-words.ts';
import { textOf, useEdit, type Faults } from '#web/ui/edit/use-edit.ts';
import { useWords } from '#web/words/language.ts';
import type { Shown } from './first-password.tsx';
import { bodyOfPost, emptyPost, faultOfPost, PostFields, type PostDraft } from './post-fields.tsx';
import { useSayPost } from './staff-head.tsx';
import { faultOfEmail, faultOfPhone } from './staff-fields.ts';
import { staffWords } from './staff-words.ts';

interface Draft {
  name: string;
  phone: string;
  email: string;
}

export function StaffEditor(props: {
  row: StaffRow;
  onClose: () => void;
  onPassword: (shown: Shown) => void;
  /** `done`: the panel closes. */
  onChanged: (row: StaffRow, done: boolean) => void;
}): ReactNode {
  const { row } = props;
  const say = useWords(staffWords);
  const general = useWords(editWords);
  const { fields, faults, hints } = say;
  const edit = useEdit<StaffRow, Draft>({
    row,
    read: (from) => ({ name: from?.name ?? '', phone: from?.phone ?? '', email: from?.email ?? '' }),
    check: (draft) => {
      const wrong: Faults<Draft> = {};
      if (draft.name.trim() === '') wrong.name = general.required(fields.name);
      if (faultOfPhone(draft.phone)) wrong.phone = faults.phone;
      if (faultOfEmail(draft.email)) wrong.email = faults.email;
      return wrong;
    },
  });
  const text = textOf(edit, fields);
  return (
    <EditDrawer
      open
      title={`${say.edit} · ${row.loginName}`}
      edit={edit}
      names={fields}
      onClose={props.onClose}
      onSave={async (now, version) => {
        const body = {
          name: now.name.trim(),
          phone: now.phone || null,
          email: now.email || null,
          version: version ?? row.version,
        };
        props.onChanged(await call(peopleContract.updateStaff, { params: { id: row.id }, body }), true);
      }}
    >
      <EditText {...text('name')} maxLength={60} />
      <EditText {...text('phone')} optional kind="tel" maxLength={21} />
      <EditText {...text('email')} optional wide kind="email" maxLength={120} />
      <h3>{fields.posts}</h3>
      <Posts row={row} hint={hints.posts} onChanged={(now) => props.onChanged(now, false)} />
      <h3>{say.account}</h3>
      <Account row={row} onChanged={(now) => props.onChanged(now, false)} onPassword={props.onPassword} />
    </EditDrawer>
  );
}

function Posts(props: { row: StaffRow; hint: string; onChanged: (row: StaffRow) => void }): ReactNode {
  const { row } = props;
  const say = useWords(staffWords);
  const sayPost = useSayPost();
  const [ending, setEnding] = useState<StaffRow['posts'][number]>();
  const [untilOn, setUntilOn] = useState('');
  const [giving, setGiving] = useState<PostDraft>();
  const [tried, setTried] = useState(false);
  return (
    <div className="wide staff-posts">
      {row.posts.length === 0 ? <p className="yc-muted">{props.hint}</p> : null}
      <ul className="yc-plain">
        {row.posts.map((post) => (
          <li key={post.id}>
            <span>
              {sayPost(post)}
              <span className="yc-muted yc-small staff-span">
                {say.from} <Day on={post.fromOn} />
                {post.untilOn ? (
                  <>
                    {' '}
                    {say.until} <Day on={post.untilOn} />
                  </>
                ) : (
                  ` · ${say.lasting}`
                )}
              </span>
            </span>
            <Button
              size="small"
              onClick={() => {
                setUntilOn('');
                setEnding(post);
              }}
              aria-label={`${say.endPost} ${sayPost(post)}`}
            >
              {say.endPost}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button
          icon={<PlusOutlined />}
          onClick={() => {
            setTried(false);
            setGiving(emptyPost);
          }}
        >
          {say.givePost}
        </Button>
      </div>
      <ConfirmDialog
        open={ending !== undefined}
        title={say.endPost}
        verb={say.endPost}
        danger
        onClose={() => setEnding(undefined)}
        onConfirm={async () => {
          const body = untilOn ? { untilOn } : {};
          props.onChanged(await call(peopleContract.endPost, { params: { id: ending?.id ?? '' }, body }));
        }}
      >
        {ending ? <p>{say.endPostWhat(sayPost(ending))}</p> : null}
        <EditText label={say.endOn} hint={say.endNow} optional kind="date" value={untilOn} onChange={setUntilOn} />
      </ConfirmDialog>
      <ConfirmDialog
        open={giving !== undefined}
        title={`${say.givePost} · ${row.name}`}
        verb={say.givePost}
        width={560}
        onClose={() => setGiving(undefined)}
        onConfirm={async () => {
          setTried(true);
          if (!giving || faultOfPost(giving)) return false;
          props.onChanged(await call(peopleContract.givePost, { params: { id: row.id }, body: bodyOfPost(giving) }));
          return true;
        }}
      >
        {giving ? (
          <PostFields
            value={giving}
            fault={tried ? faultOfPost(giving) : undefined}
            onChange={(change) => setGiving({ ...giving, ...change })}
          />
        ) : null}
      </ConfirmDialog>
    </div>
  );
}

type Ask = 'disable' | 'enable' | 'resetPassword' | 'resetFactor';

function Account(props: {
  row: StaffRow;
  onChanged: (row: StaffRow) => void;
  onPassword: (shown: Shown) => void;
}): ReactNode {
  const { row } = props;
  const say = useWords(staffWords);
  const me = useMe();
  const [asking, setAsking] = useState<Ask>();
  const params = { id: row.id };
  const act = async (reason: string): Promise<void> => {
    if (asking === 'disable' || asking === 'enable') {
      const body = { disabled: asking === 'disable', reason };
      props.onChanged(await call(peopleContract.disableStaff, { params, body }));
    } else if (asking === 'resetPassword') {
      const { password } = await call(peopleContract.resetPassword, { params, body: { reason } });
      props.onPassword({ name: row.name, loginName: row.loginName, password });
    } else {
      await call(peopleContract.resetSecondFactor, { params, body: { reason } });
      props.onChanged({ ...row, secondFactor: false });
    }
  };
  const myself = row.id === me?.accountId;
  return (
    <div className="wide staff-account">
      <p>
        {row.disabledAt ? (
          <>
            <Tag>{say.disabled}</Tag> {row.disabledReason}
          </>
        ) : (
          say.active
        )}
        <span className="yc-muted">
          {' '}
          · {say.columns.secondFactor} {row.secondFactor ? say.isSet : say.notSet}
        </span>
      </p>
      {myself ? null : (
        <div className="yc-row">
          <Button onClick={() => setAsking('resetPassword')}>{say.resetPassword}</Button>
          {row.secondFactor && hasRole(me, ['admin']) ? (
            <Button onClick={() => setAsking('resetFactor')}>{say.resetFactor}</Button>
          ) : null}
          <Button danger={!row.disabledAt} onClick={() => setAsking(row.disabledAt ? 'enable' : 'disable')}>
            {row.disabledAt ? say.enable : say.disable}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={asking !== undefined}
        title={asking ? say[asking] : ''}
        verb={asking ? say[asking] : ''}
        danger={asking === 'disable'}
        reason="needed"
        onClose={() => setAsking(undefined)}
        onConfirm={act}
      >
        {asking ? <p>{say[`${asking}What`](row.name)}</p> : null}
      </ConfirmDialog>
    </div>
  );
}
