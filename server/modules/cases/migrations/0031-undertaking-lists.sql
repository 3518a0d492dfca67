-- The lists of what applicants undertook, each in its own order, for a department and for the district. Promises that were not drawn for the
-- check pile up for years and are a list of their own: they must not stand in the way of what is to be done.
drop index cases.undertaking_open;
create index undertaking_open on cases.undertaking (department_id, due_on, id)
  where ended_at is null and not (kind = 'promise' and state = 'open' and not sampled);
create index undertaking_open_anywhere on cases.undertaking (due_on, id)
  where ended_at is null and not (kind = 'promise' and state = 'open' and not sampled);
create index undertaking_undrawn on cases.undertaking (department_id, due_on, id)
  where ended_at is null and kind = 'promise' and state = 'open' and not sampled;
create index undertaking_undrawn_anywhere on cases.undertaking (due_on, id)
  where ended_at is null and kind = 'promise' and state = 'open' and not sampled;
-- What lapsed and what was broken, among all that is open.
create index undertaking_failed on cases.undertaking (department_id, state, due_on, id) where ended_at is null and state in ('lapsed', 'broken');
create index undertaking_failed_anywhere on cases.undertaking (state, due_on, id) where ended_at is null and state in ('lapsed', 'broken');
