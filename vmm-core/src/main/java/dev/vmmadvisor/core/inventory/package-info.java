/**
 * Reads inventories of many Macs: exports of osquery, Fleet, Kolide and Jamf Pro, and CSV tables. A
 * part that cannot be read becomes a problem with its line, and the rest is read.
 */
@NullMarked
package dev.vmmadvisor.core.inventory;

import org.jspecify.annotations.NullMarked;
