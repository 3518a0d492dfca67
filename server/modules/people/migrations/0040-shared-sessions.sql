-- Sessions on devices of many people, such as kiosks: they end after minutes, and no post counts in them.

alter table people.session add column shared boolean not null default false;
comment on column people.session.shared is 'Opened on a device of many people: ends after minutes without a sign of life, and no post counts in it.';
