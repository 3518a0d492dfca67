/** Who works here: accounts with their posts. The service office and administrators edit; a head sees the own department. */
import './staff.css';
import './staff-live.ts';
import { App, Button, Checkbox, Tag } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { useState, type ReactNode } from 'react';
import { peopleContract, postRoles, type StaffRow } from '#modules/people/contract';
import { readAgain } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { FilterSelect, FilterText } from '#web/ui/filters.tsx';
import { Key, useHotkeys } from '#web/ui/hotkeys.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { useWords } from '#web/words/language.ts';
import { sessionWords } from '#web/words/session.ts';
import { FirstPassword, type Shown } from './first-password.tsx';
import { usePlaces } from './post-fields.tsx';
import { StaffHead, useSayPost } from './staff-head.tsx';
import { StaffEditor } from './staff-editor.tsx';
import { staffReadings } from './staff-live.ts';
import { StaffNew } from './staff-new.tsx';
import { staffWords } from './staff-words.ts';

function Staff(): ReactNode {
  const say = useWords(staffWords);
  const { roles } = useWords(sessionWords);
  const sayPost = useSayPost();
  const me = useMe();
  const { message } = App.useApp();
  const [asked, ask] = useAsked();
  const places = usePlaces();
  const mayEdit = hasRole(me, ['office', 'admin']);
  const seesAll = hasRole(me, ['office', 'admin', 'auditor']);
  const own = [...new Set((me?.posts ?? []).filter(({ role }) => role === 'head').map((post) => post.departmentId))];
  const { q, role, departmentId = seesAll ? undefined : (own[0] ?? undefined), disabled } = asked;
  const rows = useRows(peopleContract.listStaff, {
    query: {
      ...(q ? { words: q } : {}),
      ...(postRoles.some((one) => one === role) ? { role: role as (typeof postRoles)[number] } : {}),
      ...(departmentId ? { departmentId } : {}),
      ...(disabled === 'true' ? { disabled: true } : {}),
    },
  });
  const [editing, setEditing] = useState<StaffRow | 'new'>();
  const [shown, setShown] = useState<Shown>();
  useHotkeys(mayEdit ? [{ key: 'n', say: say.add, run: () => setEditing('new') }] : []);
  const { columns: names } = say;
  const columns: Column<StaffRow>[] = [
    {
      key: 'name',
      title: names.name,
      width: 8,
      render: (row) => (
        <>
          <strong>{row.name}</strong> {row.disabledAt ? <Tag>{say.disabled}</Tag> : null}
        </>
      ),
    },
    { key: 'loginName', title: names.loginName, width: 7, render: ({ loginName }) => loginName },
    {
      key: 'posts',
      title: names.posts,
      width: 18,
      grow: 4,
      render: ({ posts }) =>
        posts.length === 0 ? <span className="yc-muted">{say.noPosts}</span> : posts.map(sayPost).join('；'),
    },
    { key: 'phone', title: names.phone, width: 8, render: ({ phone }) => phone ?? '–' },
    { key: 'email', title: names.email, width: 10, hidden: true, render: ({ email }) => email ?? '–' },
    {
      key: 'secondFactor',
      title: names.secondFactor,
      width: 6,
      grow: 0,
      hidden: true,
      render: ({ secondFactor }) => (secondFactor ? say.isSet : say.notSet),
    },
  ];
  const mine = places.departments.filter(({ value }) => seesAll || own.includes(value));
  return (
    <>
      <StaffHead />
      <DataTable
        name="staff"
        label={say.tabs.staff}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        height="calc(100dvh - 15rem)"
        {...(mayEdit ? { onOpen: setEditing } : {})}
        filtered={Boolean(q ?? role ?? asked.departmentId)}
        filters={
          <>
            <FilterText label={say.find} width={12} />
            <FilterSelect
              name="role"
              label={say.role}
              options={postRoles.map((value) => ({ value, label: roles[value] }))}
              width={9}
            />
            {mine.length > 1 ? (
              <FilterSelect
                name="departmentId"
                label={say.department}
                options={mine.map(({ value, short }) => ({ value, label: short }))}
                width={10}
              />
            ) : null}
            <Checkbox
              checked={disabled === 'true'}
              onChange={({ target }) => ask({ disabled: target.checked ? 'true' : undefined })}
            >
              {say.disabledToo}
            </Checkbox>
          </>
        }
        actions={
          mayEdit ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setEditing('new')}>
              {say.add} <Key name="n" />
            </Button>
          ) : null
        }
      />
      {editing === 'new' ? (
        <StaffNew
          onClose={() => setEditing(undefined)}
          onMade={(made) => {
            setShown(made);
            void readAgain(...staffReadings);
          }}
        />
      ) : editing ? (
        <StaffEditor
          key={editing.id}
          row={editing}
          onClose={() => setEditing(undefined)}
          onPassword={setShown}
          onChanged={(row, done) => {
            void readAgain(...staffReadings);
            if (done) void message.success(say.saved(row.name));
            else setEditing(row);
          }}
        />
      ) : null}
      <FirstPassword shown={shown} onClose={() => setShown(undefined)} />
    </>
  );
}

export const page = definePage({ roles: ['office', 'admin', 'head', 'auditor'], Component: Staff });
