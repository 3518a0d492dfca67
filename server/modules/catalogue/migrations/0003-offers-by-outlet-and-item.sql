-- What is offered on a day is asked by outlet and by item, with offers that end some day among them: indexes of the open ones alone
-- are of no use for that.
drop index catalogue.offer_outlet;
create index offer_outlet on catalogue.offer (outlet_id);
create index offer_item on catalogue.offer (item_id);
