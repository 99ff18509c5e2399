/**
 * The input of a recommendation: the facts of one Mac, its Docker Desktop and its workload.
 *
 * <p>Every fact may be absent, and absent means <em>unknown</em>: never "no", never a default. A
 * list that is present and empty is known to be empty. Values are immutable and safe to share
 * between threads.
 */
@NullMarked
package dev.vmmadvisor.api.host;

import org.jspecify.annotations.NullMarked;
