-- jsonb sorts the keys of an object by their length: a form would ask its questions in another order than its editor gave them.
-- json keeps the text as it came. Nothing else of a published version changes.
alter table catalogue.item_version alter column body type json using body::json;
alter table catalogue.draft alter column body type json using body::json;
comment on column catalogue.item_version.body is 'json, not jsonb: the fields of the form are asked in the order of their keys.';
