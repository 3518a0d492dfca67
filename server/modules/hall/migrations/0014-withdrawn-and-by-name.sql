-- Staff take tickets back, with a reason; and a hall may give out tickets at its kiosks to people with a name only.

alter table hall.segment add column reason text,
  add constraint segment_reason_known check (reason in ('asked', 'left', 'duplicate', 'hoarded')),
  add constraint segment_reason_given check ((reason is not null) = (act = 'withdraw'));
comment on column hall.segment.reason is 'Why staff took the ticket back: one of a few words, nothing that is told of a person.';

alter table hall.place add column by_name boolean not null default false;
alter table hall.place alter column by_name drop default;
comment on column hall.place.by_name is 'Kiosks give tickets only to somebody who has signed in there (实名取号); the information desk gives them to everybody.';
