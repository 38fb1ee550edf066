package io.tapgate.connection;

import io.tapgate.client.ChatId;
import io.tapgate.client.Client;

/**
 * A router named a chat for a client that has another one. Nothing was changed; people are told.
 */
public record ForeignChatNamed(Client client, ChatId named) {}
