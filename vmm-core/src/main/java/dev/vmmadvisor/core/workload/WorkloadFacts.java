package dev.vmmadvisor.core.workload;

import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.List;

/** Derives the facts of a workload from the containers that run. */
final class WorkloadFacts {

  private static final int KEYS = 3; // containers that an origin names

  private WorkloadFacts() {}

  /** The facts and all notices of the containers. */
  static Reading of(ContainerSet project, ComposeOptions options, ComposeNotices notices) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.addAll(ImageArchitectureDetector.of(project, options, notices));
    DatabaseDetector.of(project, notices).ifPresent(evidence::add);
    if (project.mounts()) {
      MountClassifier.of(project, options, notices).ifPresent(evidence::add);
    }
    return new Reading(evidence, notices.all());
  }

  /**
   * Evidence of a fact.
   *
   * @param keys the places that determine it
   */
  static Evidence evidence(
      Fact fact, Object value, ContainerSet project, List<String> keys, Confidence confidence) {
    List<String> shown = new ArrayList<>(keys.stream().distinct().limit(KEYS).toList());
    if (keys.stream().distinct().count() > KEYS) {
      shown.add("...");
    }
    return new Evidence(
        fact,
        value,
        new Origin(Origin.Kind.WORKLOAD, project.place(), String.join(", ", shown)),
        confidence);
  }

  /** The lower of two confidences. */
  static Confidence weaker(Confidence one, Confidence other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
