-- Whoever is signed in on a device of many people may say that they are still there.
alter table people.session add column stayed_at timestamptz;
comment on column people.session.stayed_at is 'When somebody on a device of many people last said that they are still there; null: not yet, and for all other sessions.';
