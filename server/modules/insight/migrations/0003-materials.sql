-- How many materials an application needed and how many of them nobody had to bring. Of cases that were counted before, `yichuang insight
-- rebuild` makes the numbers again from their histories; until then they count as if no material had been needed.
alter table insight.case_day
  add column required_materials int not null default 0,
  add column spared_materials int not null default 0,
  add constraint case_day_spared_fit check (spared_materials between 0 and required_materials);
comment on column insight.case_day.required_materials is 'Materials that the application needed as it was handed in; without optional ones and without the form.';
comment on column insight.case_day.spared_materials is 'Of these, what came from other offices or out of the applicant''s locker.';

alter table insight.day_count
  add column with_materials bigint not null default 0,
  add column required_materials bigint not null default 0,
  add column spared_materials bigint not null default 0;
comment on column insight.day_count.with_materials is 'Cases handed in on the day that needed at least one material.';
