-- Who still waited when a hall closed comes again and goes ahead, once.

create table hall.carried (
  ticket_id uuid not null,
  next_id uuid not null,
  at timestamptz not null,
  constraint carried_pkey primary key (ticket_id),
  constraint carried_ticket_exists foreign key (ticket_id) references hall.ticket (id),
  constraint carried_next_exists foreign key (next_id) references hall.ticket (id)
);
comment on table hall.carried is 'A ticket that lapsed because the hall closed, and the one that its holder was given for it later: once, by the key.';
insert into platform.append_only_table values ('hall.carried');
