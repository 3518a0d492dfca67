-- Who complained is forgotten two years after the complaint was closed (个人信息保护法 19, 47).
alter table complaints.complaint add column forgotten_at timestamptz;
create index complaint_remembered on complaints.complaint (changed_at) where forgotten_at is null and state = 'closed';
comment on column complaints.complaint.forgotten_at is 'When name, telephone, person, account and ticket of who complained were taken out of it; what it was about, answer and judgement stay for the figures.';
