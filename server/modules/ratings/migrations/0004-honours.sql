-- The wall of honour: who served a visit that was rated, and who agrees to be named for it.

alter table ratings.visit_rating add column account_id uuid;
alter table ratings.visit_rating add column clerk_name text;
create index visit_rating_clerk on ratings.visit_rating (outlet_id, on_day, account_id) where account_id is not null;
comment on column ratings.visit_rating.account_id is 'Who finished serving the ticket; null for ratings from before this was kept.';

create table ratings.honour_answer (
  id uuid not null,
  account_id uuid not null,
  agrees boolean not null,
  at timestamptz not null,
  constraint honour_answer_pkey primary key (id)
);
create index honour_answer_account on ratings.honour_answer (account_id, at desc, id desc);
comment on table ratings.honour_answer is 'Whether somebody agrees to be named on the wall of honour: the last answer counts, and none is no.';
insert into platform.append_only_table values ('ratings.honour_answer');
