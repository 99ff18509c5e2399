/** Tests of the readers of inventories. */
@NullMarked
package dev.vmmadvisor.core.inventory;

import org.jspecify.annotations.NullMarked;
