-- Ticket printers of a hall, and what they are to print: kept here until it is on paper, whatever is restarted meanwhile.

create table hall.printer (
  id uuid not null,
  outlet_id uuid not null,
  name text not null,
  zone text not null,
  host text not null,
  port int not null,
  state text not null,
  state_at timestamptz,
  retired_at timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint printer_pkey primary key (id),
  constraint printer_place_exists foreign key (outlet_id) references hall.place (outlet_id),
  constraint printer_port_sane check (port between 1 and 65535),
  constraint printer_state_known check (state in ('unknown', 'ready', 'nearEnd', 'paperOut', 'coverOpen', 'fault', 'offline'))
);
create index printer_outlet on hall.printer (outlet_id) where retired_at is null;
comment on column hall.printer.host is 'ESC/POS over TCP, usually on port 9100.';
comment on column hall.printer.state is 'As it said itself when it was last asked; offline: it did not answer.';

create table hall.print_job (
  id uuid not null,
  printer_id uuid not null,
  ticket_id uuid not null,
  outlet_id uuid not null,
  state text not null,
  copy boolean not null,
  tries int not null,
  asked_at timestamptz not null,
  next_at timestamptz not null,
  begun_at timestamptz,
  ended_at timestamptz,
  constraint print_job_pkey primary key (id),
  constraint print_job_printer_exists foreign key (printer_id) references hall.printer (id),
  constraint print_job_ticket_exists foreign key (ticket_id) references hall.ticket (id),
  constraint print_job_state_known check (state in ('waiting', 'sending', 'unsure', 'printed', 'failed'))
);
create unique index print_job_sending on hall.print_job (printer_id) where state = 'sending';
create index print_job_open on hall.print_job (next_at) where state in ('waiting', 'sending', 'unsure');
create index print_job_ticket on hall.print_job (ticket_id);
comment on column hall.print_job.state is 'unsure: it was begun and nobody said that it came out; what comes out next says that it is a copy.';
comment on column hall.print_job.begun_at is 'When the first byte of a ticket may have gone out: from then on every further print of this ticket is a copy.';
