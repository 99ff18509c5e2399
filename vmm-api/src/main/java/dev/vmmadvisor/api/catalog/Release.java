package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Version;
import java.time.LocalDate;

/**
 * A release of Docker Desktop for Mac.
 *
 * @param version the version
 * @param date the day it came out
 */
public record Release(Version version, LocalDate date) {}
