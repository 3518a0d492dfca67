-- The sweep of each minute takes what is older than two: what was said here about its time was too short.
comment on table remotehelp.signal is 'What one browser says to the other over the server; taken away by the first sweep after two minutes, thus after three at most.';
