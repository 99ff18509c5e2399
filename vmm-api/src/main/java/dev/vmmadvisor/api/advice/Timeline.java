package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.List;
import org.immutables.value.Value;

/**
 * What each release of Docker Desktop after that of a host would change for it, up to the newest
 * that is known.
 *
 * <p>{@link Advisor#timeline} makes one.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTimeline.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"releases", "notices", "catalog"})
public abstract non-sealed class Timeline implements Answer {

  // Not for extension: new attributes must not break anyone.
  Timeline() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the host as it is now} */
  @JsonIgnore
  public abstract Host host();

  /**
   * {@return the releases that change something for the host, oldest first, each compared with the
   * release just before it}
   */
  public abstract List<LookAhead> releases();

  /**
   * {@return the notices of the host, and a notice for each constraint in code that failed for it
   * or with a release}
   */
  public abstract List<Notice> notices();

  /** {@return the catalog this was made from} */
  public abstract CatalogReference catalog();

  /** {@return the words of this answer} */
  @JsonIgnore
  @Value.Auxiliary
  abstract AnswerRenderer wording();

  @Override
  public String text() {
    return wording().text(this);
  }

  @Override
  public String headline() {
    return wording().headline(this);
  }

  @Override
  public String markdown() {
    return wording().markdown(this);
  }

  /** {@return the {@link #text()}} */
  @Override
  public String toString() {
    return text();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableTimeline.Builder {
    Builder() {}
  }
}
