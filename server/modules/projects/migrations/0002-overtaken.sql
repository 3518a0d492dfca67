-- A formal case can end in another way than by the opinion: its simulated approval then no longer stands in the way of another one.

alter table projects.simulation drop constraint simulation_state_known;
alter table projects.simulation add constraint simulation_state_known
  check (state in ('begun', 'examined', 'formal', 'decided', 'overtaken', 'lapsed', 'withdrawn'));
alter table projects.simulation drop constraint simulation_formal_whole;
alter table projects.simulation add constraint simulation_formal_whole
  check ((case_id is null) = (state not in ('formal', 'decided', 'overtaken')));
create index simulation_case on projects.simulation (case_id) where state = 'formal';
create index simulation_waiting on projects.simulation (due_on, id) where state in ('begun', 'formal');
comment on column projects.simulation.state is 'overtaken: the formal case was decided or has ended in another way than by the opinion.';
