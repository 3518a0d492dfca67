-- A crash empties what is not in the write-ahead log and would begin its numbers anew: whoever had heard of higher ones would hear nothing.
alter sequence remotehelp.signal_id_seq set logged;
