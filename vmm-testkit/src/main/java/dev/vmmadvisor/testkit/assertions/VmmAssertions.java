package dev.vmmadvisor.testkit.assertions;

import dev.vmmadvisor.api.advice.Recommendation;
import org.jspecify.annotations.Nullable;

/**
 * The entry point for assertions about recommendations, for a static import next to that of
 * AssertJ.
 *
 * {@snippet :
 * assertThat(advisor.recommend(SampleHosts.appleSiliconWithMongoDbOnBindMount()))
 *     .recommends(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)
 *     .becauseOf("harm")
 *     .isCertain()
 *     .ruledOut(Vmm.QEMU)
 *     .hasNoErrors();
 * }
 *
 * @see VmmSoftAssertions
 */
public final class VmmAssertions {

  private VmmAssertions() {}

  /**
   * {@return assertions about a recommendation}
   *
   * @param actual the recommendation
   */
  public static RecommendationAssert assertThat(@Nullable Recommendation actual) {
    return new RecommendationAssert(actual);
  }
}
