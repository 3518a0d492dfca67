-- One set of materials for several departments: a file belongs to one subject and may be given to others to read.
create table documents.file_share (
  file_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  constraint file_share_pkey primary key (file_id, subject_id),
  constraint file_share_file_fkey foreign key (file_id) references documents.file (id)
);
create index file_share_subject on documents.file_share (subject_id);
comment on table documents.file_share is
  'A file of a submitted matter that was given to something else as well: a case of it, a consulted department. Whoever may read that may read it.';

-- The kinds of joint handling beside those that are there, whatever was added before this.
do $$ begin
  execute replace(pg_get_functiondef('documents.check_document()'::regprocedure),
    $a$'resultProof'$a$, $b$'resultProof', 'consultation', 'consultationReply', 'jointOutcome'$b$);
end $$;
