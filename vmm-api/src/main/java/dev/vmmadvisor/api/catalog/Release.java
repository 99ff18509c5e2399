package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Version;

/**
 * A release of Docker Desktop for Mac.
 *
 * @param version the version
 * @param date the day it came out, as {@code yyyy-mm-dd}
 */
public record Release(Version version, String date) {}
