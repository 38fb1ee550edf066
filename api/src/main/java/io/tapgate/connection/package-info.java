/** One VPN session: asked, then confirmed, rejected, expired or banned, then ended. */
@NullMarked
package io.tapgate.connection;

import org.jspecify.annotations.NullMarked;
