/** Records as JSON: one object in a list, or one on each line of an export. */
@NullMarked
package io.tapgate.audit.json;

import org.jspecify.annotations.NullMarked;
