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
 * The changes that each release of Docker Desktop after that of a host would bring for it, up to
 * the newest release of the catalog.
 *
 * <p>{@link Advisor#timeline} returns it.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTimeline.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"releases", "notices", "catalog"})
public abstract non-sealed class Timeline implements Answer {

  // Package-private: subclasses would break when attributes are added.
  Timeline() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the host before any upgrade} */
  @JsonIgnore
  public abstract Host host();

  /**
   * {@return the releases that change something for the host, oldest first, each compared with the
   * release before it}
   */
  public abstract List<LookAhead> releases();

  /**
   * {@return the notices of the host, and a notice for each constraint in code that failed for the
   * host or one of the releases}
   */
  public abstract List<Notice> notices();

  /** {@return the catalog on which this is based} */
  public abstract CatalogReference catalog();

  /** {@return the renderer of the texts} */
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
