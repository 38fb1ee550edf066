/** What a person types, what the api is then asked, and what is read on the screen. */
@NullMarked
package io.tapgate.cli;

import org.jspecify.annotations.NullMarked;
