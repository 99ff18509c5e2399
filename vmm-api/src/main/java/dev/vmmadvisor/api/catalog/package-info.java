/**
 * What is known about the virtual machine managers: a catalog of rules, lifecycles and performance
 * claims, each with its releases, its sources and its confidence.
 *
 * <p>A catalog is data; nothing in this package decides anything. Values are immutable and safe to
 * share between threads.
 */
@NullMarked
package dev.vmmadvisor.api.catalog;

import org.jspecify.annotations.NullMarked;
