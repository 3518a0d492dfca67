-- Kiosks: machines at which people serve themselves at any hour, who uses one now, and what came out of their printers.

create table kiosks.kiosk (
  id uuid not null,
  outlet_id uuid not null,
  name text not null,
  name_en text not null,
  place text not null,
  idle_seconds int not null,
  sheets_left int not null,
  printer text not null,
  printer_id uuid,
  in_service boolean not null,
  service_since timestamptz not null,
  service_reason text not null,
  code_hash text,
  code_until timestamptz,
  staff_code_hash text,
  wrong_codes int not null,
  locked_until timestamptz,
  device_hash text,
  registered_at timestamptz,
  last_seen_at timestamptz,
  version text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint kiosk_pkey primary key (id),
  constraint kiosk_idle_sane check (idle_seconds between 30 and 600),
  constraint kiosk_sheets_sane check (sheets_left between 0 and 5000),
  constraint kiosk_printer_known check (printer in ('none', 'ready', 'noPaper', 'fault'))
);
create unique index kiosk_device on kiosks.kiosk (device_hash) where device_hash is not null;
create unique index kiosk_code on kiosks.kiosk (code_hash) where code_hash is not null;
create index kiosk_outlet on kiosks.kiosk (outlet_id, name);
comment on table kiosks.kiosk is 'A self-service machine (自助机). Its browser is known by a secret of which only the hash is here.';
comment on column kiosks.kiosk.place is 'Where it stands in the outlet, for people and for whoever brings paper.';
comment on column kiosks.kiosk.sheets_left is 'Counted: what was filled in less what was printed. A browser cannot ask its printer.';
comment on column kiosks.kiosk.printer_id is 'The printer of tickets of the hall that stands in it; null: numbers are shown and not printed.';
comment on column kiosks.kiosk.code_hash is 'Of the code with which its browser is registered, once, until code_until.';
comment on column kiosks.kiosk.staff_code_hash is 'Of the code that opens the page for staff on the machine itself.';

create table kiosks.sitting (
  id uuid not null,
  kiosk_id uuid not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  ended_how text,
  signed_in boolean not null,
  session_id uuid,
  account_id uuid,
  tickets int not null,
  constraint sitting_pkey primary key (id),
  constraint sitting_kiosk_exists foreign key (kiosk_id) references kiosks.kiosk (id),
  constraint sitting_ended_known check (ended_how in ('person', 'idle', 'restart', 'lost', 'staff')),
  constraint sitting_ended_whole check ((ended_at is null) = (ended_how is null)),
  constraint sitting_leaves_nobody check (ended_at is null or (session_id is null and account_id is null)),
  constraint sitting_tickets_few check (tickets between 0 and 3)
);
create unique index sitting_open on kiosks.sitting (kiosk_id) where ended_at is null;
create index sitting_of_kiosk on kiosks.sitting (kiosk_id, began_at);
comment on table kiosks.sitting is 'One person before a kiosk (一次使用), from the first touch to the end. Once it has ended, nothing here says who it was.';

create table kiosks.sign_in (
  id uuid not null,
  code text not null,
  kiosk_id uuid not null,
  sitting_id uuid not null,
  number int not null,
  choices int[] not null,
  state text not null,
  account_id uuid,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  constraint sign_in_pkey primary key (id),
  constraint sign_in_code_unique unique (code),
  constraint sign_in_sitting_exists foreign key (sitting_id) references kiosks.sitting (id) on delete cascade,
  constraint sign_in_state_known check (state in ('waiting', 'approved', 'refused', 'collected')),
  constraint sign_in_account_whole check ((account_id is not null) = (state = 'approved'))
);
create index sign_in_over on kiosks.sign_in (expires_at);
create index sign_in_sitting on kiosks.sign_in (sitting_id);
comment on table kiosks.sign_in is 'A sign-in that a kiosk asks for and a phone approves. Deleted when it is over.';
comment on column kiosks.sign_in.number is 'Shown by the kiosk; the phone offers three and the person picks the one they see.';

create table kiosks.print (
  id uuid not null,
  kiosk_id uuid not null,
  sitting_id uuid not null,
  document_id uuid,
  title text not null,
  title_en text not null,
  pages int not null,
  copies int not null,
  state text not null,
  at timestamptz not null,
  ended_at timestamptz,
  cleared_by text,
  constraint print_pkey primary key (id),
  constraint print_kiosk_exists foreign key (kiosk_id) references kiosks.kiosk (id),
  constraint print_state_known check (state in ('printing', 'taken', 'failed', 'leftBehind', 'cleared')),
  constraint print_size_sane check (pages between 1 and 100 and copies between 1 and 5),
  constraint print_leaves_nobody check (state = 'printing' or document_id is null)
);
create index print_open on kiosks.print (sitting_id) where state = 'printing';
create index print_left on kiosks.print (at) where state = 'leftBehind';
create index print_of_kiosk on kiosks.print (kiosk_id, at);
comment on table kiosks.print is 'A paper that came out of a kiosk: how many sheets, and whether it was taken. Whose it was is forgotten with the sitting.';
