package io.tapgate.client.jpa;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Each "meet" creates the row or holds the one that is there: two first meetings make one client.
 */
interface ClientRows extends Repository<ClientRow, Long> {

  Optional<ClientRow> findById(long id);

  Optional<ClientRow> findByName(String name);

  @Query(
      nativeQuery = true,
      value =
          """
          insert into client (name, chat_id, seen_at)
          values (:name, cast(:chat as bigint), tapgate_now())
          on conflict (name) do update
          set seen_at = excluded.seen_at,
              chat_id = case when :trusted then coalesce(excluded.chat_id, client.chat_id)
                             else coalesce(client.chat_id, excluded.chat_id) end
          returning *
          """)
  ClientRow meet(String name, @Nullable Long chat, boolean trusted);

  @Query(
      nativeQuery = true,
      value =
          """
          insert into client (chat_id, seen_at) values (:chat, tapgate_now())
          on conflict (chat_id) where name is null do update set seen_at = excluded.seen_at
          returning *
          """)
  ClientRow meet(long chat);

  @Query(
      nativeQuery = true,
      value =
          """
          select * from client
          where chat_id = :chat
          order by name is not null, id limit 1
          for no key update
          """)
  Optional<ClientRow> holdByChat(long chat);

  @Query(nativeQuery = true, value = "select * from client where id = :id for no key update")
  Optional<ClientRow> hold(long id);

  /** Reports name it again and again; it is written once. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          update client set offered_chat = :chat, offered_at = tapgate_now()
          where id = :id and offered_chat is distinct from :chat
          """)
  int offer(long id, long chat);

  @Query(
      nativeQuery = true,
      value =
          """
          update client
          set chat_id = :chat, offered_chat = null, offered_at = null, version = version + 1
          where id = :id
          returning *
          """)
  ClientRow asksIn(long id, long chat);

  @Modifying
  @Query(
      nativeQuery = true,
      value =
          "update client set counted_from = tapgate_now(), version = version + 1 where id = :id")
  int countAnew(long id);

  @Query(
      nativeQuery = true,
      value =
          """
          insert into client (name, chat_id, note, seen_at)
          values (:name, cast(:chat as bigint), :note, '-infinity')
          on conflict do nothing
          returning id
          """)
  Optional<Long> enrol(@Nullable String name, @Nullable Long chat, @Nullable String note);

  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          update client
          set name = :name, chat_id = cast(:chat as bigint), note = :note, version = version + 1
          where id = :id and not exists (
            select from client o
            where o.id <> :id
              and (o.name = :name or (cast(:name as text) is null and o.name is null
                                      and o.chat_id = cast(:chat as bigint))))
          """)
  int amend(long id, @Nullable String name, @Nullable Long chat, @Nullable String note);
}
