package io.tapgate.audit;

import io.tapgate.settings.Bounded;
import io.tapgate.settings.Span;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long the audit is kept. It may be shorter than connections are: what the law lets one keep of
 * people is nobody's business but the admin's, and the record of a connection is then just shorter.
 */
@Validated
@ConfigurationProperties("tapgate.audit")
public record AuditSettings(@Bounded(atLeast = "1d") Span retention) {}
