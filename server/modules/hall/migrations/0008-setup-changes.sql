-- Who set a hall up how: its rule and limits, what tickets are taken for, its printers.

create table hall.setup_change (
  id uuid not null,
  outlet_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  name text not null,
  before jsonb,
  after jsonb not null,
  at timestamptz not null,
  by text not null,
  constraint setup_change_pkey primary key (id),
  constraint setup_change_kind_known check (kind in ('place', 'errand', 'printer'))
);
create index setup_change_outlet on hall.setup_change (outlet_id, at desc);
comment on table hall.setup_change is 'What was set otherwise, with what it was before; what windows do has a trail of its own (duty_change).';
insert into platform.append_only_table values ('hall.setup_change');

-- Under which name somebody sat at a window, when a visit is rated.
create index shift_account on hall.shift (account_id, began_at desc);
