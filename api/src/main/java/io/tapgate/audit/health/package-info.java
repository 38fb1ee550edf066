/** What the health page says of the audit: how much of it waits to be sealed. */
@NullMarked
package io.tapgate.audit.health;

import org.jspecify.annotations.NullMarked;
