package io.tapgate.playground.router.console;

import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.device.Family;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.wire.Sentence;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/** Finds the menu, carries out the verb, and writes down what was asked and by whom. */
public final class Console {
  private static final System.Logger LOG = System.getLogger(Console.class.getName());

  private final Device device;
  private final Dialect dialect;
  private final Map<String, Menu> menus = new HashMap<>();
  private final Set<String> directories = new HashSet<>();

  public Console(Device device, Dialect dialect, String identity) {
    this.device = device;
    this.dialect = dialect;
    Stream.of(
            new AddressListMenu(Family.FOUR, "/ip/firewall/address-list", dialect),
            new AddressListMenu(Family.SIX, "/ipv6/firewall/address-list", dialect),
            new ConnectionMenu(Family.FOUR, "/ip/firewall/connection"),
            new ConnectionMenu(Family.SIX, "/ipv6/firewall/connection"),
            new PppActiveMenu(),
            new ResourceMenu(dialect.version()),
            new IdentityMenu(identity))
        .filter(menu -> dialect.ipv6() || !menu.path().startsWith("/ipv6/"))
        .forEach(this::open);
  }

  public boolean saysEmpty() {
    return dialect.saysEmpty();
  }

  private void open(Menu menu) {
    menus.put(menu.path(), menu);
    String path = menu.path();
    for (int slash = path.length(); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      directories.add(path.substring(0, slash));
    }
  }

  /** Carries out a command, wholly or not at all. */
  public Outcome carryOut(Cause.Api by, Sentence sentence) {
    return device.inside(
        by,
        inner -> {
          hear(by.user(), sentence, inner);
          try {
            return run(Command.of(sentence), inner);
          } catch (Trap trap) {
            return new Outcome.Refused(dialect.word(trap.refusal()));
          } catch (RuntimeException bug) {
            LOG.log(
                Level.ERROR, "the pretend router has a bug; it shows in " + words(sentence), bug);
            return new Outcome.Refused(new Refusal(Optional.of(4), "action failed (6)"));
          }
        });
  }

  /** Only writes the command down, and answers with these words. */
  public Outcome refuse(Cause.Api by, Sentence sentence, String words) {
    device.change(by, inner -> hear(by.user(), sentence, inner));
    return new Outcome.Refused(new Refusal(Optional.empty(), words));
  }

  /** Tells no more than so many items, and then these words. */
  public Outcome breakOff(Cause.Api by, Sentence sentence, String words, int most) {
    Refusal refusal = new Refusal(Optional.empty(), words);
    return carryOut(by, sentence) instanceof Outcome.Rows(var rows)
        ? new Outcome.Broken(rows.subList(0, Math.min(most, rows.size())), refusal)
        : new Outcome.Refused(refusal);
  }

  /** Writes a command down. Passwords are left out. */
  public static void hear(String user, Sentence sentence, Insides inner) {
    inner.announce(new Change.CommandHeard(inner.now(), user, words(sentence)));
  }

  private static List<String> words(Sentence sentence) {
    return sentence.words().stream()
        .filter(word -> !word.startsWith("=password=") && !word.startsWith("=response="))
        .toList();
  }

  private Outcome run(Command command, Insides inner) {
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
    return run(menu, verb, command, inner);
  }

  private Outcome run(Menu menu, Verb verb, Command command, Insides inner) {
    Arguments arguments = new Arguments(command.arguments());
    return switch (verb) {
      case PRINT -> Printing.print(command, menu.rows(inner));
      case LISTEN -> follow(menu, command);
      case ADD -> new Outcome.Value(menu.add(arguments, inner));
      case SET -> set(menu, arguments, arguments, inner);
      case ENABLE -> set(menu, arguments, disabled("no"), inner);
      case DISABLE -> set(menu, arguments, disabled("yes"), inner);
      case REMOVE -> {
        menu.remove(arguments.only(Set.of()).ids(), inner);
        yield new Outcome.Done();
      }
    };
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
    menu.set(which.ids(), what, inner);
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
