package dev.vmmadvisor.core.wrong.api.host;

import dev.vmmadvisor.core.wrong.api.catalog.KnowsWhoAsks;

/** A host that knows what is known. */
public record KnowsTheCatalog(KnowsWhoAsks knowledge) {}
