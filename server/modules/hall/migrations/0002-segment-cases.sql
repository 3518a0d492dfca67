-- What a service segment led to: the cases that were handed in, or taken up again, while somebody was served.

create table hall.segment_case (
  segment_id uuid not null,
  case_id uuid not null,
  ticket_id uuid not null,
  case_number text not null,
  item_name text not null,
  handed_in boolean not null,
  at timestamptz not null,
  account_id uuid,
  constraint segment_case_pkey primary key (ticket_id, case_id),
  constraint segment_case_segment_exists foreign key (segment_id) references hall.segment (id)
);
create index segment_case_case on hall.segment_case (case_id, at);
comment on table hall.segment_case is 'A case that was dealt with while a ticket was served. One ticket may lead to several, and a case to several visits.';
comment on column hall.segment_case.handed_in is 'The application was handed in there; false: the person came about a case that was there already.';
insert into platform.append_only_table values ('hall.segment_case');

create index segment_served_by on hall.segment (account_id, at) where state = 'serving';
