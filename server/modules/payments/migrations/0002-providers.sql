-- Money that came when none was due, refunds that the provider has carried out, and the demo's payment service.

alter table payments.movement drop constraint movement_kind_known;
alter table payments.movement add constraint movement_kind_known
  check (kind in ('asked', 'paid', 'waived', 'cancelled', 'refunded', 'surplus', 'returned'));
comment on column payments.movement.kind is
  'surplus: money that came although nothing was due (paid twice, or after the fee was waived); it is returned at once, and neither changes what the fee comes to.';

create table payments.begun_payment (
  ref text not null,
  provider text not null,
  order_id uuid not null,
  begun_at timestamptz not null,
  heard_at timestamptz,
  constraint begun_payment_pkey primary key (ref),
  constraint begun_payment_order_fkey foreign key (order_id) references payments.fee_order (id)
);
create index begun_payment_unheard on payments.begun_payment (begun_at) where heard_at is null;
comment on table payments.begun_payment is
  'Each time somebody went to the payment service. If nothing is heard we ask it, also about the first of two tabs.';
alter table payments.fee_order drop column provider;
alter table payments.fee_order drop column provider_ref;
create index movement_back on payments.movement (at) where kind in ('refunded', 'returned');

create table payments.refund_done (
  movement_id uuid not null,
  provider_id text not null,
  at timestamptz not null,
  constraint refund_done_pkey primary key (movement_id),
  constraint refund_done_movement_fkey foreign key (movement_id) references payments.movement (id)
);
insert into platform.append_only_table values ('payments.refund_done');
comment on table payments.refund_done is
  'Refunds that the payment service has confirmed. One without a row is tried again; its movement is the idempotency key.';

create table payments.simulated_payment (
  ref text not null,
  order_id uuid not null,
  amount_fen bigint not null,
  state text not null default 'begun',
  refunded_fen bigint not null default 0,
  at timestamptz not null,
  constraint simulated_payment_pkey primary key (ref),
  constraint simulated_payment_state_known check (state in ('begun', 'paid', 'failed')),
  constraint simulated_payment_refund_fits check (refunded_fen <= amount_fen)
);
create table payments.simulated_refund (
  key uuid not null,
  ref text not null,
  amount_fen bigint not null,
  constraint simulated_refund_pkey primary key (key)
);
comment on table payments.simulated_payment is 'Demo only: what a bank would know. Nobody but the simulator looks in here.';
