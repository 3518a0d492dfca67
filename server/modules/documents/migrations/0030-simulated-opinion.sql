-- The opinion of a simulated approval beside the kinds that are there, whatever was added before this.
do $$ begin
  execute replace(pg_get_functiondef('documents.check_document()'::regprocedure),
    $a$'resultProof'$a$, $b$'resultProof', 'simulatedOpinion'$b$);
end $$;
