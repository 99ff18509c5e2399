/**
 * From the inventories of many Macs to hosts: what osquery, Fleet, Kolide and Jamf Pro export, and
 * tables in CSV. Nothing stops a batch: what cannot be read is a problem with its line, and the
 * rest is read.
 */
@NullMarked
package dev.vmmadvisor.core.inventory;

import org.jspecify.annotations.NullMarked;
