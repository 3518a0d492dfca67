-- What came back to a department is in its list, also when whoever was asked first is away.
create index question_returned on firstasked.question (first_department_id, asked_on desc, id desc) where state = 'returned';
