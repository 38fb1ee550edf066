/**
 * Time. A sweep runs each second on every node: the deadlines themselves are rows, so nothing is
 * lost with a node. Its clustered store keeps the rare jobs that must run once.
 */
@NullMarked
package io.tapgate.connection.quartz;

import org.jspecify.annotations.NullMarked;
