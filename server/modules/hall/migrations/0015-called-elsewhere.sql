-- Who is called to another window is told again: the first message leads to the wrong one. The key stays as it is: rows are sealed by it.

alter table hall.alert add column window_id uuid;
comment on column hall.alert.window_id is 'The window to which it was called; null for near.';
comment on column hall.alert.round is
  'How often the ticket had come back after a missed call, and a hundred more for each window that had called it before in the same round; 0 for near, of which one is told once.';
