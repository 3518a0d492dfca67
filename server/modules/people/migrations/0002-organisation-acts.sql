-- Who registered, declared or verified an organisation; and codes of items as they are really stored.

create table people.organisation_act (
  id uuid not null,
  organisation_id uuid not null,
  act text not null,
  at timestamptz not null,
  account_id uuid,
  reason text not null default '',
  fields text[] not null default '{}',
  constraint organisation_act_pkey primary key (id),
  constraint organisation_act_known check (act in ('register', 'declare', 'verify'))
);
create index organisation_act_organisation on people.organisation_act (organisation_id, at);
comment on table people.organisation_act is
  'Who put an organisation on record: register at a window from its licence, declare by its representative, verify against the licence later (fields: which changed, not the values).';
insert into platform.append_only_table values ('people.organisation_act');

comment on column people.authority.item_codes is
  'Codes of the items, base codes or those of one department''s item; null means all (civil code art. 165: the authority says its matters).';
