-- Who is called to another window is told again: the first message leads to the wrong one.

alter table hall.alert add column window_id uuid, drop constraint alert_pkey,
  add constraint alert_once unique nulls not distinct (ticket_id, what, round, window_id);
comment on column hall.alert.window_id is 'The window to which it was called; null for near.';
