-- Who was told by message that their turn is near, or has come.

create table hall.alert (
  ticket_id uuid not null,
  what text not null,
  round int not null,
  at timestamptz not null,
  constraint alert_pkey primary key (ticket_id, what, round),
  constraint alert_what_known check (what in ('near', 'called'))
);
-- No foreign key: tickets are never deleted, and the rows are written by the thousand.
comment on table hall.alert is 'What the holder of a ticket was told by message: each once, by the key, whoever tries it again.';
comment on column hall.alert.round is 'How often the ticket had come back after a missed call; 0 for near, of which one is told once.';
insert into platform.append_only_table values ('hall.alert');
