-- The truth. Everything else (routers, Telegram) is made to match what stands here.

-- Every deadline is set and judged by this one clock. Tests replace the function.
create function tapgate_now() returns timestamptz
  language sql stable parallel safe
  return statement_timestamp();

create table installation (
  only_one   boolean primary key default true check (only_one),
  kind       text not null check (kind in ('real', 'playground')),
  made_at    timestamptz not null default tapgate_now()
);
comment on table installation is 'What this database was made for. A playground never runs on a real one, nor the other way round.';

create table router (
  id         bigint generated always as identity primary key,
  name       text not null unique check (name <> ''),
  from_environment boolean not null default false,
  made_at    timestamptz not null default tapgate_now()
);
comment on table router is 'The doors. Where the first one is and how to log in follows the environment and is not kept here.';
comment on column router.from_environment is 'The first one: it stays this row, whatever the environment calls it.';
create unique index router_from_environment on router (from_environment) where from_environment;
insert into router (name, from_environment) values ('router', true);

create table client (
  id            bigint generated always as identity primary key,
  name          text unique check (name <> ''),
  chat_id       bigint check (chat_id > 0 or name is not null),
  counted_from  timestamptz,
  seen_at       timestamptz not null,
  made_at       timestamptz not null default tapgate_now(),
  check (name is not null or chat_id is not null)
);
comment on table client is 'A person with a VPN account and a Telegram chat.';
comment on column client.name is 'The account, letter for letter as the router writes it; null where routers report only a chat.';
comment on column client.counted_from is 'An admin started the count of unconfirmed connections anew here.';
create unique index client_without_name on client (chat_id) where name is null;
create index client_by_chat on client (chat_id);

create table connection (
  id            bigint generated always as identity primary key,
  router_id     bigint not null references router,
  client_id     bigint not null references client,
  tunnel        inet not null,
  caller        text not null,
  destination   text,
  session       text,
  service       text,
  state         text not null check (state in ('ASKED', 'CONFIRMED', 'REJECTED', 'EXPIRED', 'BANNED', 'ENDED')),
  cause         text not null,
  enforced      text check (enforced in ('ASKED', 'CONFIRMED', 'REJECTED', 'EXPIRED', 'BANNED', 'ENDED')),
  counts        boolean not null,
  asked_at      timestamptz not null,
  taken_at      timestamptz,
  deadline_at   timestamptz not null,
  changed_at    timestamptz not null,
  confirmed_at  timestamptz,
  let_in_at     timestamptz,
  owed_since    timestamptz,
  overdue_at    timestamptz,
  drive_at      timestamptz,
  attempts      int not null default 0,
  doubted       boolean not null default false,
  version       int not null default 0,
  check (deadline_at >= asked_at),
  check (state <> 'CONFIRMED' or confirmed_at is not null),
  check (taken_at is null or state <> 'BANNED')
);
comment on table connection is 'One VPN session, from up to down.';
comment on column connection.id is 'Drawn while the tunnel address is held, one after the other for all nodes: the newest on an address has the highest.';
comment on column connection.tunnel is 'The address inside the VPN: deny and permit lists.';
comment on column connection.caller is 'Where the client calls from: an address, or a MAC address (PPPoE).';
comment on column connection.session is 'The name the router itself gives this session; null until it was read.';
comment on column connection.enforced is 'The state the router has been read back to match.';
comment on column connection.counts is 'Whether it may count as unconfirmed: false for one that was banned, or is asked about a second time.';
comment on column connection.taken_at is 'When Telegram took the question: from then runs the time to answer.';
comment on column connection.let_in_at is 'When the router was first read back to let it through.';
comment on column connection.owed_since is 'Since when the router has owed us the state; null once enforced.';
comment on column connection.overdue_at is 'When people were first owed the word that the router does not answer.';
comment on column connection.drive_at is 'When the router''s driver looks at it next; null when nothing is to be done.';
comment on column connection.doubted is 'One reading of the router spoke against it; a second one decides.';
comment on column connection.version is 'Grows with each change a driver must see; results of an older reading are not written.';
create unique index connection_live on connection (router_id, tunnel) where state in ('ASKED', 'CONFIRMED');
create index connection_newest on connection (router_id, tunnel, id desc);
create index connection_due on connection (deadline_at) where state = 'ASKED';
create index connection_to_drive on connection (router_id, drive_at) where drive_at is not null;
create index connection_owed on connection (owed_since) where owed_since is not null;
create index connection_count on connection (client_id, asked_at) where counts;
create index connection_last_confirmed on connection (client_id, confirmed_at) where confirmed_at is not null;
create index connection_old on connection (changed_at) where state not in ('ASKED', 'CONFIRMED');

create table question (
  connection_id bigint primary key references connection on delete cascade,
  chat_id       bigint not null,
  token         text not null unique check (length(token) >= 22),
  message_id    bigint,
  shown         text,
  refused       text,
  tell_at       timestamptz,
  attempts      int not null default 0
);
comment on table question is 'One message in one chat, kept in step with its connection.';
comment on column question.token is 'What its buttons carry: random, of this question alone.';
comment on column question.shown is 'What the message was last made to show.';
comment on column question.refused is 'Why Telegram will not take it, until its chat takes messages again.';
comment on column question.tell_at is 'When it is looked at next; null when nothing is to be told.';
create index question_to_tell on question (tell_at) where tell_at is not null;
create index question_refused on question (chat_id) where refused is not null;

create table notice (
  id            bigint generated always as identity primary key,
  chat_id       bigint not null,
  kind          text not null,
  once          text not null,
  connection_id bigint references connection on delete cascade,
  message_id    bigint,
  detail        text,
  made_at       timestamptz not null default tapgate_now(),
  told_at       timestamptz,
  refused       text,
  tell_at       timestamptz default tapgate_now(),
  attempts      int not null default 0,
  unique (chat_id, kind, once)
);
comment on table notice is 'A message of its own, told once: what needs a person''s attention.';
comment on column notice.once is 'What it is about: the same thing is never told twice to one chat.';
comment on column notice.message_id is 'For a stray message: the one that must lose its buttons.';
create index notice_to_tell on notice (tell_at) where tell_at is not null;
create index notice_old on notice (made_at);
create index notice_of_connection on notice (connection_id);

create table chat (
  id            bigint primary key,
  language      text,
  blocked_at    timestamptz,
  heard_at      timestamptz not null default tapgate_now()
);
comment on table chat is 'What we know of a chat beyond its number.';
comment on column chat.language is 'As the person''s Telegram says it.';
comment on column chat.blocked_at is 'Since when nothing gets through: the person keeps the bot out, or Telegram knows no such chat.';
comment on column chat.heard_at is 'When somebody last wrote or pressed there; the beginning of time if nobody ever did.';
create index chat_refusing on chat (id) where blocked_at is not null;

create table ban (
  id            bigint generated always as identity primary key,
  client_id     bigint not null references client,
  reason        text not null check (reason in ('OVER_LIMIT', 'NOT_ME')),
  from_at       timestamptz not null,
  until_at      timestamptz,
  lifted_at     timestamptz,
  check (until_at > from_at)
);
comment on table ban is 'A client kept out. Bans are kept here because timed entries on a router do not outlive its reboot.';
comment on column ban.until_at is 'Null: until somebody lifts it.';
create index ban_of_client on ban (client_id, from_at);

create table ban_entry (
  ban_id        bigint not null references ban on delete cascade,
  router_id     bigint not null references router,
  caller        inet not null,
  enforced      boolean not null default false,
  drive_at      timestamptz default tapgate_now(),
  attempts      int not null default 0,
  primary key (ban_id, router_id, caller)
);
comment on table ban_entry is 'A caller address that a router keeps out because of a ban.';
comment on column ban_entry.enforced is 'Whether the router was read back to hold it.';
create index ban_entry_to_drive on ban_entry (router_id, drive_at) where drive_at is not null;
create index ban_entry_by_caller on ban_entry (caller, router_id);

-- A node keeps a connection of its own open and holds a lock in its name on it. PostgreSQL lets go
-- of the lock when that connection ends, however it ends. Shared: a node whose old connection ended
-- unheard need not wait for PostgreSQL to find out.
create function tapgate_node(name text) returns bigint
  language sql immutable strict parallel safe
  return hashtextextended(name, 0);

create function tapgate_alive(node text) returns void
  language sql
  return pg_advisory_lock_shared(tapgate_node(node));

create function tapgate_is_alive(node text) returns boolean
  language sql stable
  return exists (
    select from pg_locks l join pg_database d on d.oid = l.database
    where l.locktype = 'advisory' and l.objsubid = 1 and l.granted
      and d.datname = current_database()
      and (l.classid::bigint << 32 | l.objid::bigint) = tapgate_node(node));

create table drive (
  thing         text primary key,
  owner         text not null,
  lifeline      boolean not null,
  epoch         bigint not null,
  until_at      timestamptz not null
);
comment on table drive is 'Who speaks to a router, to Telegram, or reads it, and until when. A higher epoch is a later driver.';
comment on column drive.lifeline is 'The owner is a node: when it is not alive any more, nobody waits until the end.';

create table watcher (
  only_one      boolean primary key default true check (only_one),
  trouble       text
);
comment on table watcher is 'The watcher that reads Telegram, as it sees itself: what it said when it last got its lease.';
comment on column watcher.trouble is 'Why it gets nothing from Telegram; null while it does.';
