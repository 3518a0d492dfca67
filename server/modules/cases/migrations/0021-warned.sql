-- Whether the clock that runs now was warned of, for the filter of work lists; written by warnings, no act of the case.
alter table cases."case" add column warned text;
comment on column cases."case".warned is 'Rule and first day of the clock of which somebody was last warned: of the one that runs now if they are the same.';
