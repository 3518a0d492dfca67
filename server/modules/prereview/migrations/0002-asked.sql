-- Whom the machine decided about may ask a person to look: once for each case, whether it was drawn or not.

create table prereview.asked (
  case_id uuid not null,
  review_id uuid not null,
  department_id uuid not null,
  reason text not null,
  at timestamptz not null,
  account_id uuid not null,
  person_id uuid,
  constraint asked_pkey primary key (case_id),
  constraint asked_review_exists foreign key (review_id) references prereview.review (id)
);
create index asked_of_department on prereview.asked (department_id, at);
create unique index asked_of_review on prereview.asked (review_id);
comment on table prereview.asked is 'The applicant asks that a person looks at what the machine did (个人信息保护法 art. 24).';
comment on column prereview.asked.person_id is 'Who asked, to be told what was found.';
insert into platform.append_only_table values ('prereview.asked');

alter table prereview.recheck add column asked boolean not null default false;
alter table prereview.recheck drop constraint recheck_pkey;
alter table prereview.recheck add constraint recheck_pkey primary key (review_id, asked);
comment on column prereview.recheck.asked is
  'True: the answer to who asked. It counts for no error rate: people ask where they are not content, which is no random share.';
