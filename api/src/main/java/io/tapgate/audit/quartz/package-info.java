/**
 * When the audit is looked after: sealing each second on every node, purging once an hour on one.
 */
@NullMarked
package io.tapgate.audit.quartz;

import org.jspecify.annotations.NullMarked;
