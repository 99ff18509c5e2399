/** Tests of the testkit that need an advisor. */
@NullMarked
package dev.vmmadvisor.core.testkit;

import org.jspecify.annotations.NullMarked;
