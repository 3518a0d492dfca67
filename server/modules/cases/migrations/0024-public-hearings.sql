-- What is announced to everybody (行政许可法 art. 46, 48): hearings that are set, by their time. A few at any moment.
create index case_hearing_set on cases."case" ((hearing ->> 'at')) where hearing ->> 'state' = 'set';
