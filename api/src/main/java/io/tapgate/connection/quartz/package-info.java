/**
 * Time. Quartz fires the sweeps on every node, from memory: the deadlines themselves are rows, so
 * nothing is lost with a node. Its clustered store keeps the rare jobs that must run once.
 */
@NullMarked
package io.tapgate.connection.quartz;

import org.jspecify.annotations.NullMarked;
