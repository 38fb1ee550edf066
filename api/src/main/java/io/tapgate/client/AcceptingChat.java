package io.tapgate.client;

import io.tapgate.audit.By;
import io.tapgate.audit.Happening;
import io.tapgate.audit.Recording;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A router named another chat for a client, and an admin says that it is right. Whoever is asked
 * from then on decides who gets in: so the chat must be the very one that was offered.
 */
@Service
public class AcceptingChat {
  private final Clients clients;
  private final Roll roll;
  private final Recording recording;
  private final ApplicationEventPublisher announce;

  AcceptingChat(
      Clients clients, Roll roll, Recording recording, ApplicationEventPublisher announce) {
    this.clients = clients;
    this.roll = roll;
    this.recording = recording;
    this.announce = announce;
  }

  /** What became of it. */
  public sealed interface Outcome {
    record Accepted(Client client) implements Outcome {}

    /** Another one is on offer by now, or none. */
    record NotOffered(Optional<ChatId> offered) implements Outcome {}

    record Unknown() implements Outcome {}
  }

  @Transactional
  public Outcome accept(ClientId id, ChatId chat, By by) {
    Optional<Client> held = clients.hold(id);
    if (held.isEmpty()) {
      return new Outcome.Unknown();
    }
    Optional<ChatId> offered = roll.offered(id);
    if (!offered.equals(Optional.of(chat))) {
      return new Outcome.NotOffered(offered);
    }
    roll.asksIn(id, chat, by.actor());
    Client accepted = new Client(id, held.get().name(), Optional.of(chat));
    recording.note(
        Happening.of("client.chat-accepted", by)
            .client(id.value())
            .with(
                Map.of(
                    "from",
                    held.get().chat().map(ChatId::toString).orElse(""),
                    "to",
                    chat.toString())));
    announce.publishEvent(new ChatChanged(accepted, held.get().chat()));
    return new Outcome.Accepted(accepted);
  }
}
