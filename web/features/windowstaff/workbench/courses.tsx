/** Courses of the hall, and who attended. */
import '../live.ts';
import '../windowstaff.css';
import { App, Button, Checkbox, InputNumber, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { windowStaffContract as ops, type CourseLine } from '#modules/windowstaff/contract';
import { newKey } from '#web/client/client.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day } from '#web/ui/due.tsx';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty, Loading, ProblemNote } from '#web/ui/states.tsx';
import { today } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { examWords } from '../exam-words.ts';
import { StaffTabs, usePlace } from '../place.tsx';
import { staffWords } from '../words.ts';

/** What shows the hours of people: they follow from their courses. */
const showHours = [ops.listMembers, ops.getMember, ops.myFile];

function Courses(): ReactNode {
  const say = useWords(examWords);
  const staff = useWords(staffWords);
  const language = useLanguage();
  const runs = hasRole(useMe(), ['office']);
  const { outletId, chooser } = usePlace();
  const [editing, setEditing] = useState<CourseLine | { outletId: string }>();
  const [noting, setNoting] = useState<CourseLine>();
  const rows = useRows(ops.listCourses, { query: { outletId: outletId ?? '' } }, { enabled: outletId !== undefined });
  const columns: Column<CourseLine>[] = [
    { key: 'title', title: say.course.title, width: 14, grow: 2, render: (row) => pick(language, row.title, row.titleEn) }, // prettier-ignore
    { key: 'onDay', title: say.course.onDay, width: 12, render: (row) => <><Day short on={row.onDay} /> {row.fromTime}</> }, // prettier-ignore
    { key: 'minutes', title: staff.columns.training, width: 7, render: ({ minutes }) => staff.hours(minutes) },
    { key: 'place', title: say.course.place, width: 10, grow: 1, render: ({ place }) => place },
    { key: 'teacher', title: say.course.teacher, width: 8, render: ({ teacher }) => teacher || '–' },
    { key: 'required', title: say.course.required, width: 6, render: (row) => (row.cancelled ? say.course.cancelled : row.required ? say.yes : say.no) }, // prettier-ignore
    {
      key: 'attended',
      title: say.course.attended,
      width: 10,
      render: (row) => (
        <span className="yc-row">
          {say.people(row.attended)}
          {row.cancelled || row.onDay > today() ? null : (
            <Button size="small" onClick={(event) => (event.stopPropagation(), setNoting(row))}>
              {say.attendance}
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <div className="staff-page">
      <PageHeader
        title={say.courses}
        sub={say.coursesLine}
        actions={
          runs && outletId ? (
            <Button type="primary" onClick={() => setEditing({ outletId })}>
              {say.newCourse}
            </Button>
          ) : null
        }
      />
      <StaffTabs />
      <DataTable
        name="window-staff-courses"
        label={say.courses}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        {...(runs ? { onOpen: setEditing } : {})}
        filters={chooser}
        empty={<Empty title={say.noCourses} />}
      />
      {editing ? (
        <CourseForm
          course={'id' in editing ? editing : undefined}
          outletId={editing.outletId}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
      {noting ? <Attendance course={noting} writes={runs} onClose={() => setNoting(undefined)} /> : null}
    </div>
  );
}

function CourseForm(props: { course: CourseLine | undefined; outletId: string; onClose: () => void }): ReactNode {
  const say = useWords(examWords);
  const [id] = useState(() => props.course?.id ?? newKey());
  const [draft, setDraft] = useState({
    title: props.course?.title ?? '',
    titleEn: props.course?.titleEn ?? '',
    onDay: props.course?.onDay ?? today(),
    fromTime: props.course?.fromTime ?? '09:00',
    minutes: String(props.course?.minutes ?? 120),
    place: props.course?.place ?? '',
    teacher: props.course?.teacher ?? '',
    required: props.course?.required ?? true,
    cancelled: props.course?.cancelled ?? false,
  });
  const [checked, setChecked] = useState(false);
  const act = useAct(ops.saveCourse, { changes: [ops.listCourses, ops.myCourses, ...showHours] });
  const set = (change: Partial<typeof draft>): void => setDraft({ ...draft, ...change });
  const need = (name: 'title' | 'onDay' | 'fromTime' | 'minutes' | 'place') =>
    checked && draft[name].trim() === '' ? { fault: say.need(say.course[name]) } : {};
  const text = (name: 'title' | 'place', max: number) => (
    <EditText
      label={say.course[name]}
      maxLength={max}
      value={draft[name]}
      onChange={(value) => set({ [name]: value })}
      {...need(name)}
    />
  );
  return (
    <ConfirmDialog
      open
      title={props.course?.title ?? say.newCourse}
      verb={say.done}
      width={560}
      onClose={props.onClose}
      onConfirm={async () => {
        setChecked(true);
        const minutes = Number(draft.minutes);
        if ([draft.title, draft.place, draft.onDay, draft.fromTime].some((value) => value.trim() === '') || !Number.isInteger(minutes)) return false; // prettier-ignore
        await act.send({ params: { id }, body: { ...draft, minutes, outletId: props.outletId } });
        return true;
      }}
    >
      {text('title', 60)}
      <EditText
        label={say.course.titleEn}
        optional
        maxLength={120}
        value={draft.titleEn}
        onChange={(titleEn) => set({ titleEn })}
      />
      <div className="yc-row">
        <EditText
          label={say.course.onDay}
          kind="date"
          value={draft.onDay}
          onChange={(onDay) => set({ onDay })}
          {...need('onDay')}
        />
        <EditText
          label={say.course.fromTime}
          kind="time"
          value={draft.fromTime}
          onChange={(fromTime) => set({ fromTime })}
          {...need('fromTime')}
        />
        <EditText
          label={say.course.minutes}
          kind="number"
          value={draft.minutes}
          onChange={(minutes) => set({ minutes })}
          {...need('minutes')}
        />
      </div>
      {text('place', 60)}
      <EditText
        label={say.course.teacher}
        optional
        maxLength={60}
        value={draft.teacher}
        onChange={(teacher) => set({ teacher })}
      />
      <div className="yc-row">
        <Checkbox checked={draft.required} onChange={({ target }) => set({ required: target.checked })}>
          {say.course.required}
        </Checkbox>
        <Checkbox checked={draft.cancelled} onChange={({ target }) => set({ cancelled: target.checked })}>
          {say.course.cancelled}
        </Checkbox>
      </div>
    </ConfirmDialog>
  );
}

function Attendance(props: { course: CourseLine; writes: boolean; onClose: () => void }): ReactNode {
  const say = useWords(examWords);
  const { message } = App.useApp();
  const { course } = props;
  const params = { id: course.id };
  const { departmentName } = usePlace().names;
  const found = useOp(ops.listAttendance, { params }, { staleTime: 0 });
  const [minutes, setMinutes] = useState<Record<string, number>>({});
  const act = useAct(ops.noteAttendance, { changes: [ops.listCourses, ops.listAttendance, ...showHours] });
  const rows = found.data ?? [];
  const save = async (): Promise<void> => {
    const changed = Object.entries(minutes).map(([memberId, value]) => ({ memberId, minutes: value }));
    if (changed.length > 0 && !(await act.send({ params, body: { rows: changed } }).catch(() => undefined))) return;
    void message.success(say.done);
    props.onClose();
  };
  return (
    <Modal
      open
      title={say.attendanceOf(course.title)}
      width={640}
      onCancel={props.onClose}
      footer={
        props.writes
          ? [
              <Button
                key="all"
                onClick={() => setMinutes(Object.fromEntries(rows.map(({ memberId }) => [memberId, course.minutes])))}
              >
                {say.everybody}
              </Button>,
              <Button key="save" type="primary" loading={act.sending} onClick={() => void save()}>
                {say.done}
              </Button>,
            ]
          : null
      }
    >
      {found.data === undefined ? <Loading /> : null}
      <ProblemNote error={found.error ?? act.error} />
      <ul className="yc-plain staff-lines staff-scroll">
        {rows.map((row) => (
          <li key={row.memberId}>
            <span>
              {row.name} <span className="yc-muted">{departmentName(row.departmentId)}</span>
            </span>
            <InputNumber
              aria-label={`${row.name} ${say.course.minutes}`}
              min={0}
              max={course.minutes}
              disabled={!props.writes}
              value={minutes[row.memberId] ?? row.minutes}
              onChange={(value) => setMinutes({ ...minutes, [row.memberId]: Number(value ?? 0) })}
            />
          </li>
        ))}
      </ul>
    </Modal>
  );
}

export const page = definePage({ roles: ['office', 'auditor'], Component: Courses });
