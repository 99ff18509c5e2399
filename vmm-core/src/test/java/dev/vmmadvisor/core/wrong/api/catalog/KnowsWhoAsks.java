package dev.vmmadvisor.core.wrong.api.catalog;

import dev.vmmadvisor.core.wrong.api.host.KnowsTheCatalog;
import java.nio.file.Path;
import java.util.List;

/** Knowledge that knows the host that knows it, and brings what the vocabulary does not. */
public record KnowsWhoAsks(List<KnowsTheCatalog> hosts, Path file) {}
