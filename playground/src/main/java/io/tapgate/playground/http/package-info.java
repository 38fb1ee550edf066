/**
 * The one HTTP server of the playground, on the loopback address, a virtual thread for each
 * request. It knows neither Telegram nor the page, and must never listen on any other address.
 */
@NullMarked
package io.tapgate.playground.http;

import org.jspecify.annotations.NullMarked;
