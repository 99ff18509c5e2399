/**
 * The catalog of virtual machine managers: rules, lifecycles and performance claims, each with its
 * releases, its sources and its confidence.
 *
 * <p>A catalog is data; this package does not evaluate it. Values are immutable and safe to share
 * between threads.
 */
@NullMarked
package dev.vmmadvisor.api.catalog;

import org.jspecify.annotations.NullMarked;
