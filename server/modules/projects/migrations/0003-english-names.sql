-- The English name of a step's item, where it has one: kept with the step, as the Chinese one is.

alter table projects.step add column item_name_en text;
