package dev.vmmadvisor.testkit.assertions;

import dev.vmmadvisor.api.advice.Recommendation;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

/**
 * Soft assertions: {@link #assertAll()} reports all failures. Includes the soft assertions of
 * AssertJ. Not safe to share between threads.
 *
 * {@snippet :
 * VmmSoftAssertions softly = new VmmSoftAssertions();
 * softly.assertThat(advice).recommends(Vmm.DOCKER_VMM).isCertain();
 * softly.assertAll();
 * }
 */
public class VmmSoftAssertions extends SoftAssertions {

  /** Makes soft assertions without any failure. */
  public VmmSoftAssertions() {}

  /**
   * {@return assertions about a recommendation}
   *
   * @param actual the recommendation
   */
  public RecommendationAssert assertThat(@Nullable Recommendation actual) {
    return proxy(RecommendationAssert.class, Recommendation.class, actual);
  }
}
