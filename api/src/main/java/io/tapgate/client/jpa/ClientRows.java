package io.tapgate.client.jpa;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ClientRows extends Repository<ClientRow, Long> {

  Optional<ClientRow> findById(long id);

  Optional<ClientRow> findByName(String name);

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
