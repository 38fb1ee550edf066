/** The figures that tell whether the audit is sealed in time. */
@NullMarked
package io.tapgate.audit.metrics;

import org.jspecify.annotations.NullMarked;
