/** Made to fail: a root that knows technologies. */
@NullMarked
package io.tapgate.architecture.wrong.chat;

import org.jspecify.annotations.NullMarked;
