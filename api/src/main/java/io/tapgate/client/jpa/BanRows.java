package io.tapgate.client.jpa;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BanRows extends Repository<BanRow, Long> {
  String IN_FORCE =
      """
       client_id = :client and lifted_at is null
         and (until_at is null or until_at > tapgate_now())
      """;

  BanRow save(BanRow row);

  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          delete from ban b
          where least(lifted_at, until_at) < tapgate_now() - make_interval(secs => :age)
            and not exists (select from ban_entry e where e.ban_id = b.id and e.drive_at is not null)
          """)
  int forgetOver(double age);

  @Query(
      nativeQuery = true,
      value =
          "update ban set lifted_at = tapgate_now(), lifted_by = :by, lifted_why = :why where reason in :reasons and"
              + IN_FORCE
              + " returning id")
  List<Long> lift(long client, Collection<String> reasons, String by, @Nullable String why);

  @Query(
      nativeQuery = true,
      value =
          """
          update ban set lifted_at = tapgate_now(), lifted_by = :by, lifted_why = :why
          where id = :id and lifted_at is null and (until_at is null or until_at > tapgate_now())
          returning *
          """)
  Optional<BanRow> lift(long id, String by, @Nullable String why);

  @Query(nativeQuery = true, value = "select tapgate_now()")
  Instant now();

  @Query(
      nativeQuery = true,
      value = "select * from ban where" + IN_FORCE + "order by until_at desc nulls first")
  List<BanRow> inForce(long client);
}
