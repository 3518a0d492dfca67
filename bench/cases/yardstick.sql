create schema if not exists yardstick;
create table yardstick."case" (
  id uuid primary key, number text not null unique, state text not null, applicant_name text not null, answers jsonb not null,
  seq int not null default 1, submitted_at timestamptz not null, changed_at timestamptz
);
create index on yardstick."case" (state, submitted_at);
create table yardstick.action (
  case_id uuid not null references yardstick."case" (id), seq int not null, id uuid not null unique, kind text not null,
  facts jsonb not null, at timestamptz not null default now(), primary key (case_id, seq)
);
create table yardstick.event (
  id bigint generated always as identity primary key, name text not null, subject uuid not null, facts jsonb not null,
  at timestamptz not null default now()
);
