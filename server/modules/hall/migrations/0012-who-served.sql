-- Who sat at a window when somebody was served there, read with each rating and complaint.
create index shift_window on hall.shift (window_id, began_at desc);
