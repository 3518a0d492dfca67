-- A window of another zone serves this one besides its own, whoever came first of both.
alter table tides.advice drop constraint advice_kind_known;
alter table tides.advice add constraint advice_kind_known check (kind in ('open', 'switch', 'lend'));
