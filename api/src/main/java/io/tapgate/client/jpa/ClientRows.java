package io.tapgate.client.jpa;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
          returning id, name, chat_id
          """)
  ClientRow meet(String name, @Nullable Long chat, boolean trusted);

  @Query(
      nativeQuery = true,
      value =
          """
          insert into client (chat_id, seen_at) values (:chat, tapgate_now())
          on conflict (chat_id) where name is null do update set seen_at = excluded.seen_at
          returning id, name, chat_id
          """)
  ClientRow meet(long chat);

  @Query(
      nativeQuery = true,
      value =
          """
          select id, name, chat_id from client
          where chat_id = :chat
          order by name is not null, id limit 1
          for no key update
          """)
  Optional<ClientRow> holdByChat(long chat);
}
