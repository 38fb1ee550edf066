package io.tapgate.playground.router.console;

import io.tapgate.playground.router.config.Configuration;
import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.device.Family;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.fetch.Fetch;
import io.tapgate.playground.router.wire.Sentence;
import io.tapgate.playground.time.Time;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds the menu, carries out the verb, and writes down what was asked and by whom. */
public final class Console {
  private static final System.Logger LOG = System.getLogger(Console.class.getName());

  private static final List<String> SECRET =
      List.of("=password=", "=response=", "=http-header-field=", "=http-data=");

  private final Device device;
  private final Dialect dialect;
  private final Map<String, Menu> menus = new HashMap<>();
  private final Set<String> directories = new HashSet<>();

  public Console(Device device, Dialect dialect, String identity, String address, Time time) {
    this.device = device;
    this.dialect = dialect;
    Stream.of(
            new AddressListMenu(Family.FOUR, "/ip/firewall/address-list", dialect),
            new AddressListMenu(Family.SIX, "/ipv6/firewall/address-list", dialect),
            new ConnectionMenu(Family.FOUR, "/ip/firewall/connection"),
            new ConnectionMenu(Family.SIX, "/ipv6/firewall/connection"),
            new PppActiveMenu(),
            new ResourceMenu(dialect.version()),
            new IdentityMenu(identity),
            new AddressMenu(address),
            new RouterboardMenu(),
            new FetchMenu(dialect))
        .forEach(this::open);
    Configuration.shapes().map(ShelfMenu::new).forEach(this::open);
    Stream.of(
            new InterfaceMenu(shelf("/interface")),
            new MemberMenu(shelf("/interface/list/member")),
            new CertificateMenu(shelf("/certificate"), device, dialect),
            new ServiceMenu(shelf("/ip/service"), dialect),
            new NtpMenu(shelf("/system/ntp/client")),
            new ClockMenu(shelf("/system/clock"), dialect),
            new DeviceModeMenu(shelf("/system/device-mode"), device, dialect, time))
        .forEach(this::open);
  }

  private static ShelfMenu shelf(String path) {
    return Configuration.shapes()
        .filter(shape -> shape.path().equals(path))
        .map(ShelfMenu::new)
        .findFirst()
        .orElseThrow();
  }

  public boolean saysEmpty() {
    return dialect.saysEmpty();
  }

  /** Version 6 may run without its IPv6 package, and is allowed everything. */
  private void open(Menu menu) {
    boolean missing =
        (!dialect.ipv6() && menu.path().startsWith("/ipv6/"))
            || (!dialect.seven() && menu.path().equals("/system/device-mode"));
    if (missing) {
      menus.remove(menu.path());
      return;
    }
    menus.put(menu.path(), menu);
    String path = menu.path();
    for (int slash = path.length(); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      directories.add(path.substring(0, slash));
    }
  }

  /** Carries out a command, wholly or not at all. */
  public Outcome carryOut(Cause.Api by, Rights rights, Sentence sentence) {
    return device.inside(
        by,
        inner -> {
          hear(by.user(), sentence, inner);
          try {
            return guarded(run(by, rights, Command.of(sentence), inner), sentence);
          } catch (Trap trap) {
            return new Outcome.Refused(dialect.word(trap.refusal()));
          } catch (RuntimeException bug) {
            return broken(sentence, bug);
          }
        });
  }

  /** What goes on outside of the device comes to an end as properly as what is done inside. */
  private Outcome guarded(Outcome outcome, Sentence sentence) {
    if (!(outcome instanceof Outcome.Underway(Outcome.Task task))) {
      return outcome;
    }
    return new Outcome.Underway(progress -> {
      try {
        return task.carryOut(progress);
      } catch (Trap trap) {
        return new Outcome.Refused(dialect.word(trap.refusal()));
      } catch (RuntimeException bug) {
        return broken(sentence, bug);
      }
    });
  }

  private static Outcome broken(Sentence sentence, RuntimeException bug) {
    LOG.log(Level.ERROR, "the pretend router has a bug; it shows in " + words(sentence), bug);
    return new Outcome.Refused(new Refusal(Optional.of(4), "action failed (6)"));
  }

  /** What one of the router's own scripts does: nobody is written down as having asked. */
  public Outcome carryOut(Cause by, String path, Map<String, String> arguments) {
    Command command = new Command(path, arguments, Map.of(), List.of(), List.of());
    return device.inside(by, inner -> trapped(() -> run(by, Rights.all(), command, inner)));
  }

  /** The items of a menu for a script: the ids, and at least these of their properties. */
  public Outcome look(String path, Set<String> properties) {
    return device.inside(
        inner -> trapped(() -> new Outcome.Rows(menu(path).rows(inner, properties))));
  }

  /**
   * What one of them fetches, ready to be sent; {@link IllegalArgumentException} says why it is
   * not.
   */
  public Fetch fetching(Map<String, String> arguments) {
    try {
      return device.inside(inner -> new FetchMenu(dialect).fetch(new Arguments(arguments), inner));
    } catch (Trap trap) {
      throw new IllegalArgumentException(dialect.word(trap.refusal()).message(), trap);
    }
  }

  private Outcome trapped(Supplier<Outcome> work) {
    try {
      return work.get();
    } catch (Trap trap) {
      return new Outcome.Refused(dialect.word(trap.refusal()));
    }
  }

  /** Only writes the command down, and answers with these words. */
  public Outcome refuse(Cause.Api by, Sentence sentence, String words) {
    device.change(by, inner -> hear(by.user(), sentence, inner));
    return new Outcome.Refused(new Refusal(Optional.empty(), words));
  }

  /** Tells no more than so many items, and then these words. */
  public Outcome breakOff(Cause.Api by, Rights rights, Sentence sentence, String words, int most) {
    Refusal refusal = new Refusal(Optional.empty(), words);
    return carryOut(by, rights, sentence) instanceof Outcome.Rows(var rows)
        ? new Outcome.Broken(rows.subList(0, Math.min(most, rows.size())), refusal)
        : new Outcome.Refused(refusal);
  }

  /** Writes a command down. Passwords are left out, and what a fetch is sent with. */
  public static void hear(String user, Sentence sentence, Insides inner) {
    inner.announce(new Change.CommandHeard(inner.now(), user, words(sentence)));
  }

  private static List<String> words(Sentence sentence) {
    return sentence.words().stream()
        .filter(word -> SECRET.stream().noneMatch(word::startsWith))
        .toList();
  }

  private Outcome run(Cause by, Rights rights, Command command, Insides inner) {
    int slash = command.path().lastIndexOf('/');
    String directory = slash < 0 ? "" : command.path().substring(0, slash);
    Menu menu = menu(directory);
    Verb verb =
        Verb.named(command.path().substring(slash + 1))
            .filter(menu.verbs()::contains)
            .orElseThrow(Trap::noSuchCommand);
    command.strays().stream()
        .findFirst()
        .ifPresent(stray -> {
          throw Trap.unknownParameter(stray);
        });
    Arguments arguments = new Arguments(command.arguments());
    rights.need(menu.needs(verb, arguments));
    return switch (verb) {
      case PRINT -> Printing.print(command, shown(menu, rights, inner));
      case SIGN, FETCH, UPDATE -> menu.run(new Asked(by, verb, arguments, inner));
      default -> run(menu, verb, command, inner);
    };
  }

  private Outcome run(Menu menu, Verb verb, Command command, Insides inner) {
    Arguments arguments = new Arguments(command.arguments());
    return switch (verb) {
      case LISTEN -> follow(menu, command);
      case ADD -> new Outcome.Value(menu.add(arguments, inner));
      case SET -> set(menu, arguments, arguments, inner);
      case ENABLE -> set(menu, arguments, disabled("no"), inner);
      case DISABLE -> set(menu, arguments, disabled("yes"), inner);
      case MOVE -> {
        arguments.only(Set.of("destination"));
        menu.move(arguments.ids(), arguments.text("destination").map(Arguments::id), inner);
        yield new Outcome.Done();
      }
      case REMOVE -> {
        menu.remove(arguments.only(Set.of()).ids(), inner);
        yield new Outcome.Done();
      }
      case PRINT, SIGN, FETCH, UPDATE -> throw new IllegalStateException("done before");
    };
  }

  /** What may not be seen cannot be asked for in a query, either. */
  private static List<Map<String, String>> shown(Menu menu, Rights rights, Insides inner) {
    List<Map<String, String>> rows = menu.rows(inner);
    if (rights.may("sensitive") || menu.sensitive().isEmpty()) {
      return rows;
    }
    return rows.stream()
        .map(row -> {
          Map<String, String> rest = new LinkedHashMap<>(row);
          rest.keySet().removeAll(menu.sensitive());
          return rest;
        })
        .<Map<String, String>>map(row -> row)
        .toList();
  }

  private Outcome follow(Menu menu, Command command) {
    // A query that makes no sense is refused now, not at the first change.
    boolean _ = new Query(command.queries()).passes(Map.of());
    LinkedBlockingQueue<Map<String, String>> rows = new LinkedBlockingQueue<>();
    return new Outcome.Following(
        rows,
        device.listen(change ->
            menu.heard(change)
                .flatMap(row -> Printing.heard(command, row))
                .map(dialect::heard)
                .ifPresent(rows::add)));
  }

  private static Outcome set(Menu menu, Arguments which, Arguments what, Insides inner) {
    if (menu.isSingle()) {
      menu.setSingle(what, inner);
    } else {
      menu.set(which.ids(), what, inner);
    }
    return new Outcome.Done();
  }

  private static Arguments disabled(String yesOrNo) {
    return new Arguments(Map.of("disabled", yesOrNo));
  }

  private Menu menu(String directory) {
    Menu menu = menus.get(directory);
    if (menu != null) {
      return menu;
    }
    String[] names = directory.split("/", -1);
    String walked = "";
    for (int i = 1; i < names.length; i++) {
      walked += "/" + names[i];
      if (!directories.contains(walked)) {
        throw Trap.noSuchDirectory(names[i]);
      }
    }
    throw Trap.noSuchCommand();
  }
}
