-- For figures, which ask whose counter took a case in.
create schema if not exists published;
create view published.outlet with (security_invoker = true) as
  select id, kind, parent_id, department_id from offices.outlet;
comment on view published.outlet is 'Which places there are, of what kind, and below which other one they stand; the retired ones too.';
