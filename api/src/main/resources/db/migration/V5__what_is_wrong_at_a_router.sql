alter table router add column checked_at timestamptz;
comment on column router.checked_at is 'When somebody looked at its gate last.';

create table router_finding (
  router_id bigint not null references router (id),
  place     integer not null,
  code      text not null,
  weight    text not null check (weight in ('problem', 'warning')),
  what      text not null,
  means     text not null,
  todo      text not null,
  primary key (router_id, place)
);
comment on table router_finding is 'What was wrong there then. Whichever node looked wrote it; every node tells it.';
