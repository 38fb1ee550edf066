/** Telegram is the post office: where its servers are, it says itself. */
@NullMarked
package io.tapgate.router.botapi;

import org.jspecify.annotations.NullMarked;
