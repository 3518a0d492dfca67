-- Who asked is forgotten half a year after the answer (个人信息保护法 19, 47).
alter table firstasked.question add column forgotten_at timestamptz;
create index question_remembered on firstasked.question (answered_at) where asker_name <> '' or asker_phone <> '';
comment on column firstasked.question.forgotten_at is 'When name and telephone of who asked were taken out of it; question, answer and times stay for the figures.';
