package io.tapgate.playground.page;

import io.tapgate.playground.page.Wish.Declined;
import io.tapgate.playground.telegram.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who takes part. */
public final class Cast {
  private final List<Role> roles;

  public Cast(List<Role> roles) {
    this.roles = new CopyOnWriteArrayList<>(roles);
  }

  /**
   * Three clients, one of them with a Russian phone, and the admins.
   *
   * @param adminChats their chats; groups are left out
   */
  public static Cast usual(List<Long> adminChats) {
    List<Role> roles = new ArrayList<>();
    roles.add(Role.client("alice", new Person(7001, "Alice", "en"), "198.51.100.23"));
    roles.add(Role.client("boris", new Person(7002, "Борис", "ru"), "203.0.113.80"));
    roles.add(Role.client("chen", new Person(7003, "Chen", "en"), "192.0.2.145"));
    List<Long> admins = adminChats.stream().filter(chat -> chat > 0).toList();
    for (int i = 0; i < admins.size(); i++) {
      String number = i == 0 ? "" : Integer.toString(i + 1);
      roles.add(Role.onlooker("admin" + number, new Person(admins.get(i), "Admin" + number, "en")));
    }
    return new Cast(roles);
  }

  public List<Role> roles() {
    return List.copyOf(roles);
  }

  public List<Person> people() {
    return roles.stream().map(Role::person).toList();
  }

  Optional<Role> find(String key) {
    return roles.stream().filter(role -> role.key().equals(key)).findFirst();
  }

  Role named(String key) throws Declined {
    return find(key)
        .orElseThrow(() -> new Declined(404, "Nobody", "There is no person " + key + "."));
  }

  /** False when the name or the chat is somebody's already. */
  synchronized boolean join(Role role) {
    boolean taken =
        roles.stream()
            .anyMatch(
                one -> one.key().equals(role.key()) || one.person().id() == role.person().id());
    return !taken && roles.add(role);
  }
}
