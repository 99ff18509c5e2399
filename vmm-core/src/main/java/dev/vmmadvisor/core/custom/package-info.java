/**
 * Evaluates constraints in code and isolates their failures, which become {@code error} findings.
 */
@NullMarked
package dev.vmmadvisor.core.custom;

import org.jspecify.annotations.NullMarked;
