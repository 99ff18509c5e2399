package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.List;

/**
 * The changes that each release of Docker Desktop after that of a host would bring for it, up to
 * the newest release of the catalog.
 *
 * <p>{@link Advisor#timeline} returns it.
 */
@JsonSerialize(as = Timeline.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"releases", "notices", "catalog"})
public non-sealed interface Timeline extends Answer {

  /** {@return the host before any upgrade} */
  Host host();

  /**
   * {@return the releases that change something for the host, oldest first, each compared with the
   * release before it}
   */
  @JsonProperty("releases")
  List<LookAhead> releases();

  /**
   * {@return the notices of the host, and a notice for each constraint in code that failed for the
   * host or one of the releases}
   */
  @JsonProperty("notices")
  List<Notice> notices();

  /** {@return the catalog on which this is based} */
  @JsonProperty("catalog")
  CatalogReference catalog();
}
