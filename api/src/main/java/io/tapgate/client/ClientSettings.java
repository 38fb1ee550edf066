package io.tapgate.client;

import io.tapgate.settings.Span;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How many chances a client has, and what comes after the last.
 *
 * @param maxUnconfirmed unconfirmed connections in a row that are asked about; the next is banned
 * @param ban how long a ban lasts; for ever means until lifted
 * @param trustRouterChatId whether a chat named by the router replaces the one we know
 */
@Validated
@ConfigurationProperties("tapgate.client")
public record ClientSettings(
    @Min(value = 1, message = "write a whole number from 1 to 1000")
        @Max(value = 1000, message = "write a whole number from 1 to 1000")
        int maxUnconfirmed,
    Span ban,
    boolean trustRouterChatId) {}
