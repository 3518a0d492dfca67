-- Fees: what is asked, and every movement of money. All amounts in fen.

create table payments.fee_order (
  id uuid not null,
  subject_id uuid not null,
  department_id uuid,
  payer_id uuid,
  items jsonb not null,
  facts jsonb not null,
  total_fen bigint not null,
  paid_fen bigint not null default 0,
  refunded_fen bigint not null default 0,
  state text not null default 'asked',
  provider text,
  provider_ref text,
  receipt_id uuid,
  created_at timestamptz not null,
  settled_at timestamptz,
  constraint fee_order_pkey primary key (id),
  constraint fee_order_provider_ref_key unique (provider, provider_ref),
  constraint fee_order_state_known check (state in ('asked', 'paid', 'waived', 'refunded', 'partlyRefunded', 'cancelled')),
  constraint fee_order_total_positive check (total_fen > 0),
  constraint fee_order_sums check (
    case state
      when 'asked' then paid_fen = 0 and refunded_fen = 0
      when 'waived' then paid_fen = 0 and refunded_fen = 0
      when 'cancelled' then paid_fen = 0 and refunded_fen = 0
      when 'paid' then paid_fen = total_fen and refunded_fen = 0
      when 'partlyRefunded' then paid_fen = total_fen and refunded_fen > 0 and refunded_fen < total_fen
      when 'refunded' then paid_fen = total_fen and refunded_fen = total_fen
    end)
);
create index fee_order_subject on payments.fee_order (subject_id);
create index fee_order_asked on payments.fee_order (created_at) where state = 'asked';
comment on table payments.fee_order is 'A fee that was asked for (缴费单). Its state follows from its movements; the database refuses sums that do not fit.';
comment on column payments.fee_order.facts is 'What the receipt says: department, case number, item, payer''s name, frozen when the fee was asked.';

create table payments.movement (
  id uuid not null,
  order_id uuid not null,
  kind text not null,
  amount_fen bigint not null,
  method text,
  provider_ref text,
  account_id uuid,
  reason text,
  at timestamptz not null,
  constraint movement_pkey primary key (id),
  constraint movement_order_fkey foreign key (order_id) references payments.fee_order (id),
  constraint movement_kind_known check (kind in ('asked', 'paid', 'waived', 'cancelled', 'refunded')),
  constraint movement_amount_positive check (amount_fen > 0)
);
create index movement_order on payments.movement (order_id);
create unique index movement_provider_ref on payments.movement (provider_ref, kind) where provider_ref is not null;
insert into platform.append_only_table values ('payments.movement');
comment on table payments.movement is 'Trail of every change of a fee. Insert-only.';
