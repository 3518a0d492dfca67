-- For the auditor who asks what was done on some days. Actions come in the order of their instants, so block ranges find them; they cost an
-- insert next to nothing, where a tree would cost as much as the primary key.
create index action_at on cases.action using brin (at) with (pages_per_range = 32, autosummarize = on);
