alter table router
  add column earlier_hook  bytea,
  add column earlier_until timestamptz,
  add column disabled      boolean not null default false,
  add column unconfirmed_timeout text,
  add column max_unconfirmed     integer check (max_unconfirmed between 1 and 1000),
  add column ban_timeout         text,
  add check ((earlier_hook is null) = (earlier_until is null));
comment on column router.earlier_hook is 'SHA-256 of the token before: it opens until the scripts carry the new one.';
comment on column router.disabled is 'Nobody speaks to it, and its tokens open nothing.';
comment on column router.unconfirmed_timeout is 'How long a client has to answer here, as a setting is written; null: as the settings say.';
comment on column router.max_unconfirmed is 'After how many in a row comes the ban; null: as the settings say.';
comment on column router.ban_timeout is 'How long that lasts, as a setting is written; null: as the settings say.';
comment on column router.earlier_until is 'Until when it does.';

alter table drive
  add column driver text not null default '';
comment on column drive.driver is 'Which of the owner''s drivers: a router that was changed gets another one, with a later epoch.';

create table contact (
  router_id        bigint primary key references router,
  met_at           timestamptz,
  silent_since     timestamptz,
  answers_since    timestamptz,
  silence_told     boolean not null default false,
  last_report_at   timestamptz,
  unreported_since timestamptz,
  unreported_told  boolean not null default false,
  check (silent_since is not null or (answers_since is null and not silence_told)),
  check (unreported_since is not null or not unreported_told)
);
comment on table contact is 'How a router and Tapgate reach each other. Apart from the router''s row, which admins lock.';
comment on column contact.met_at is 'When it first answered as it is described now; before that its silence is nobody''s news.';
comment on column contact.silent_since is 'Since when it does not answer; null while it does.';
comment on column contact.answers_since is 'It answers again since then, though its silence was told and is not said to be over yet.';
comment on column contact.silence_told is 'Whether the admins were told of that silence.';
comment on column contact.last_report_at is 'When a report of it was last taken, to the minute.';
comment on column contact.unreported_since is 'Since when its sessions are found though no report told of them, and none was taken.';
comment on column contact.unreported_told is 'Whether the admins were told of that.';
