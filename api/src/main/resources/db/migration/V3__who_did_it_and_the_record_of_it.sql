-- Who acted, what admins may change, and the record that answers later what happened.

-- Actors are written as 'tapgate' (a rule, a timer), 'router:3', 'person:123456789' (by Telegram's
-- number) or 'key:7' (whoever holds that key of the admin API).
create domain actor as text
  check (value ~ '^(tapgate|router:[0-9]{1,18}|person:-?[0-9]{1,18}|key:[0-9]{1,18})$');

alter table connection
  add column actor        actor not null default 'tapgate',
  add column reason       text,
  add column enforced_at  timestamptz,
  add column trouble      text;
alter table connection alter column actor drop default;
comment on column connection.actor is 'Who brought it into its state.';
comment on column connection.reason is 'Why, in that person''s words; an admin gives one.';
comment on column connection.enforced_at is 'When the router was last read back to match.';
comment on column connection.trouble is 'Why the last try at the router failed; null once it is read back.';
create index connection_of_client on connection (client_id, id);
create index connection_by_state on connection (state, id);
create index connection_by_tunnel on connection (tunnel, id);
create index connection_by_caller on connection (caller, id);
create index connection_of_router on connection (router_id, id);
create index connection_asked_at on connection (asked_at);
create index connection_live_of_client on connection (client_id) where state in ('ASKED', 'CONFIRMED');
create index question_of_chat on question (chat_id, connection_id);
create index question_refused_newest on question (connection_id) where refused is not null;

-- The chances a client has used: each a connection that counts now. In SQL and without side effects,
-- so PostgreSQL puts it into the query around it.
create function tapgate_chances(whose bigint) returns setof connection
  language sql stable as
$$
  select c.* from connection c
  where c.client_id = whose and c.counts and (c.state = 'ASKED' or c.taken_at is not null)
    and c.asked_at > (select greatest(
      (select counted_from from client k where k.id = whose),
      (select max(confirmed_at) from connection o where o.client_id = whose and o.confirmed_at is not null),
      (select max(least(lifted_at, until_at)) from ban b
       where b.client_id = whose and least(lifted_at, until_at) <= tapgate_now()),
      '-infinity'))
$$;

alter table ban
  add column actor        actor not null default 'tapgate',
  add column why          text,
  add column lifted_by    actor,
  add column lifted_why   text,
  drop constraint ban_reason_check,
  add constraint ban_reason_check check (reason in ('OVER_LIMIT', 'NOT_ME', 'ADMIN', 'LOCKED')),
  add check ((lifted_at is null) = (lifted_by is null));
alter table ban alter column actor drop default;
create index ban_in_force on ban (client_id) where lifted_at is null;
create index ban_lasting on ban ((coalesce(until_at, 'infinity'))) where lifted_at is null;
create index ban_by_reason on ban (reason, id);
comment on column ban.reason is 'LOCKED keeps the account out and no address.';
comment on column ban.why is 'In the words of whoever imposed it.';

alter table client
  add column note         text,
  add column chat_by      actor,
  add column offered_chat bigint,
  add column offered_at   timestamptz,
  add column version      int not null default 0;
comment on column client.chat_by is 'Who named the chat: a router, by its report, or an admin.';
create index client_offered on client (id) where offered_chat is not null;
comment on column client.offered_chat is 'Another chat that a router named: an admin may accept it.';
comment on column client.version is 'Grows with each change that an admin makes.';
create index client_by_name on client ((coalesce(lower(name), '') collate "C"), id);
create index client_by_sight on client (seen_at, id);

alter table router
  add column host         text,
  add column port         int check (port between 1 and 65535),
  add column username     text,
  add column password     bytea,
  add column tls          text check (tls in ('VERIFY', 'PINNED', 'OFF')),
  add column ca           text,
  add column fingerprint  text,
  add column deny_list    text,
  add column permit_list  text,
  add column ban_list     text,
  add column hook_digest  bytea unique,
  add column anywhere     boolean not null default false,
  add column removed_at   timestamptz,
  add column version      int not null default 0,
  add check (from_environment or (host is not null and port is not null and username is not null
    and password is not null and tls is not null and deny_list is not null
    and permit_list is not null and ban_list is not null and hook_digest is not null)),
  add check (tls <> 'PINNED' or fingerprint is not null),
  drop constraint router_name_key;
create unique index router_by_name on router (name) where removed_at is null;
comment on table router is 'The doors. Where the first one is and how to log in follows the environment and is not kept here.';
comment on column router.password is 'Locked with TAPGATE_KEY; never shown again.';
comment on column router.ca is 'The certificate that signs the router''s, as PEM; null: the machine''s own.';
comment on column router.hook_digest is 'SHA-256 of the token in its scripts.';
comment on column router.anywhere is 'An admin said that its address may be one Tapgate otherwise keeps away from.';
comment on column router.removed_at is 'Removed by an admin; its connections are still on record.';

-- An admin who removes a router may meet a report through it. Whichever is first, the other sees it:
-- the foreign key waits for the router's row, and only then is this asked.
create function tapgate_router_was_not_removed() returns trigger
  language plpgsql as
$$
begin
  if exists (select from router where id = new.router_id and removed_at is not null) then
    raise exception 'the router was removed' using errcode = 'operator_intervention';
  end if;
  return null;
end
$$;
create trigger connection_through_a_router after insert on connection
  for each row execute function tapgate_router_was_not_removed();

create table vault (
  only_one      boolean primary key default true check (only_one),
  proof         bytea not null
);
comment on table vault is 'Something known, locked with TAPGATE_KEY: a start with another key is told so at once.';

create table api_key (
  id            bigint generated always as identity primary key,
  name          text not null check (name <> ''),
  scope         text not null check (scope in ('READ', 'OPERATE', 'ADMIN')),
  digest        bytea unique,
  from_environment boolean not null default false,
  made_at       timestamptz not null default tapgate_now(),
  made_by       actor not null,
  expires_at    timestamptz,
  revoked_at    timestamptz,
  used_at       timestamptz,
  check ((digest is null) = from_environment)
);
comment on table api_key is 'Who may use the admin API, and how far.';
comment on column api_key.digest is 'SHA-256 of the key; the key itself is shown once and not kept.';
comment on column api_key.from_environment is 'ADMIN_TOKEN: follows the environment and cannot be revoked here.';
comment on column api_key.used_at is 'To the minute.';
create unique index api_key_from_environment on api_key (from_environment) where from_environment;
insert into api_key (name, scope, from_environment, made_by)
  values ('ADMIN_TOKEN', 'ADMIN', true, 'tapgate');

-- The audit. What happened is written with the change into audit_fresh, which costs a hook one small
-- row; within a second the sealer moves it into audit, where each record carries the hash of all
-- before it.
create table audit_fresh (
  id            bigint generated always as identity primary key,
  at            timestamptz not null default tapgate_now() check (isfinite(at)),
  actor         actor not null,
  verb          text collate "C" not null,
  connection_id bigint,
  client_id     bigint,
  router_id     bigint,
  ban_id        bigint,
  key_id        bigint,
  cause         text,
  tunnel        inet,
  caller        text,
  reason        text,
  detail        text
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);
comment on table audit_fresh is 'Records not sealed yet. Not to be trusted as evidence before they are.';

create table audit (
  place         bigint primary key,
  id            bigint not null unique,
  at            timestamptz not null check (isfinite(at)),
  actor         actor not null,
  verb          text collate "C" not null,
  connection_id bigint,
  client_id     bigint,
  router_id     bigint,
  ban_id        bigint,
  key_id        bigint,
  cause         text,
  tunnel        inet,
  caller        text,
  reason        text,
  detail        text,
  hash          bytea not null check (length(hash) = 32)
);
comment on table audit is 'What happened, chained by hash. Ids name what it was about and may outlive it.';
comment on column audit.place is 'Its place in the chain: one after the other, without a gap.';
comment on column audit.verb is 'What was done: connection.confirmed, ban.lifted, router.added.';
comment on column audit.detail is 'What else is known, as name=value lines: what was changed, from what, to what.';
comment on column audit.hash is 'SHA-256 of the hash before it and of this record.';
create index audit_of_connection on audit (connection_id, id) where connection_id is not null;
create index audit_of_client on audit (client_id, at, id) where client_id is not null;
create index audit_of_router on audit (router_id, at, id) where router_id is not null;
create index audit_by_actor on audit (actor, at, id);
create index audit_by_verb on audit (verb, at, id);
create index audit_by_time on audit (at, id);

create table audit_head (
  only_one      boolean primary key default true check (only_one),
  place         bigint not null,
  hash          bytea not null check (length(hash) = 32),
  sealed_at     timestamptz not null check (isfinite(sealed_at)),
  signature     bytea not null
);
comment on table audit_head is 'The last record sealed, signed with TAPGATE_KEY: a tail cut off is missed. At place 0 before the first.';

create table audit_checkpoint (
  place         bigint primary key,
  hash          bytea not null check (length(hash) = 32),
  made_at       timestamptz not null check (isfinite(made_at)),
  signature     bytea not null
);
comment on table audit_checkpoint is 'Where the chain begins since records were removed for their age, signed with TAPGATE_KEY.';
comment on column audit_checkpoint.place is 'The last one removed; places count from 1, so this is also how many were.';

-- Nobody can move a connection or impose a ban without its being on record: the database writes it
-- down itself, in the same statement.
create function tapgate_connection_on_record() returns trigger
  language plpgsql as
$$
begin
  insert into audit_fresh
    (at, actor, verb, connection_id, client_id, router_id, cause, tunnel, caller, reason)
  values (new.changed_at, new.actor, 'connection.' || lower(new.state), new.id, new.client_id,
          new.router_id, new.cause, new.tunnel, new.caller, new.reason);
  return null;
end
$$;
create trigger connection_opened after insert on connection
  for each row execute function tapgate_connection_on_record();
create trigger connection_moved after update of state on connection
  for each row when (old.state is distinct from new.state)
  execute function tapgate_connection_on_record();

-- Whom a router names is asked from then on. What admins write down is on record already.
create function tapgate_client_on_record() returns trigger
  language plpgsql as
$$
begin
  insert into audit_fresh (actor, verb, client_id, router_id, detail)
  values (new.chat_by, case when tg_op = 'INSERT' then 'client.met' else 'client.chat-named' end,
          new.id, split_part(new.chat_by, ':', 2)::bigint,
          case when tg_op = 'INSERT' then 'chat_id=' || new.chat_id
               else concat('chat_id=', old.chat_id, ' → ', new.chat_id) end);
  return null;
end
$$;
create trigger client_met after insert on client
  for each row when (starts_with(new.chat_by, 'router:'))
  execute function tapgate_client_on_record();
create trigger client_chat_named after update of chat_id on client
  for each row when (old.chat_id is distinct from new.chat_id and starts_with(new.chat_by, 'router:'))
  execute function tapgate_client_on_record();


create function tapgate_ban_on_record() returns trigger
  language plpgsql as
$$
begin
  insert into audit_fresh (actor, verb, client_id, ban_id, cause, reason, detail)
  values (coalesce(new.lifted_by, new.actor),
          case when tg_op = 'INSERT' then 'ban.began' else 'ban.lifted' end,
          new.client_id, new.id, new.reason,
          case when tg_op = 'INSERT' then new.why else new.lifted_why end,
          'until=' || coalesce(to_char(new.until_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'lifted'));
  return null;
end
$$;
create trigger ban_began after insert on ban
  for each row execute function tapgate_ban_on_record();
create trigger ban_lifted after update of lifted_at on ban
  for each row when (old.lifted_at is null and new.lifted_at is not null)
  execute function tapgate_ban_on_record();
