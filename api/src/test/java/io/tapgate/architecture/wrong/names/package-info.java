/** Made to fail: names that are nobody's word. */
@NullMarked
package io.tapgate.architecture.wrong.names;

import org.jspecify.annotations.NullMarked;
