-- A clock that was set back: the segment begins no earlier than the one before it ended, and the call is said when it was made.
alter table hall.segment add column said_at timestamptz;
comment on column hall.segment.said_at is 'When the act was done by the clock of then, where that is earlier than `at`; else null.';
create index segment_said on hall.segment (outlet_id, said_at) where said_at is not null;
