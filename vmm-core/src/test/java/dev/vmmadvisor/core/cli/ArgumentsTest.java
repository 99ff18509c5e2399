package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void optionTakesTheNextArgumentOrWhatFollowsTheEqualsSign() throws UsageException {
    Arguments arguments = parse("--one", "1", "--two=2=2", "file");

    assertThat(arguments.value("--one")).contains("1");
    assertThat(arguments.value("--two")).contains("2=2");
    assertThat(arguments.files()).containsExactly("file");
  }

  @Test
  void optionThatIsNotThereHasNoValue() throws UsageException {
    Arguments arguments = parse("file");

    assertThat(arguments.has("--one")).isFalse();
    assertThat(arguments.value("--one")).isEmpty();
    assertThat(arguments.constant("--one", Architecture.values())).isEmpty();
    assertThat(arguments.parsed("--one", Version::parse)).isEmpty();
  }

  @Test
  void valueMayLookLikeAnOption() throws UsageException {
    assertThat(parse("--one", "--two").value("--one")).contains("--two");
    assertThat(parse("--one", "--").value("--one")).contains("--");
  }

  @Test
  void filesStandAnywhereAndKeepTheirOrder() throws UsageException {
    assertThat(parse("b", "--one", "1", "-", "a").files()).containsExactly("b", "-", "a");
  }

  @Test
  void twoHyphensEndTheOptions() throws UsageException {
    Arguments arguments = parse("--one", "1", "--", "--two", "--", "-x");

    assertThat(arguments.has("--two")).isFalse();
    assertThat(arguments.files()).containsExactly("--two", "--", "-x");
  }

  @Test
  void emptyArgumentIsAFile() throws UsageException {
    assertThat(parse("").files()).containsExactly("");
  }

  @Test
  void unknownOptionIsNamedWithoutItsValue() {
    assertWrong("unknown option --three; accepted: --one, --two", "--three=secret");
    assertWrong("unknown option -o; accepted: --one, --two", "-o", "1");
  }

  @Test
  void optionWithoutValueIsWrong() {
    assertWrong("--two lacks its value", "--one", "1", "--two");
  }

  @Test
  void optionThatStandsTwiceIsWrong() {
    assertWrong("--one is given twice", "--one", "1", "--one=1");
  }

  @Test
  void constantIsNamedByItsId() throws UsageException {
    assertThat(parse("--one", "x86_64").constant("--one", Architecture.values()))
        .contains(Architecture.X86_64);
  }

  @Test
  void otherConstantIsWrong() throws UsageException {
    Arguments arguments = parse("--one", "ARM64");

    assertThatThrownBy(() -> arguments.constant("--one", Architecture.values()))
        .isInstanceOf(UsageException.class)
        .hasMessage("--one: \"ARM64\" is not accepted; accepted: arm64, x86_64");
  }

  @Test
  void parsedValueThatIsNoneIsWrong() throws UsageException {
    Arguments arguments = parse("--one", "latest");

    assertThatThrownBy(() -> arguments.parsed("--one", Version::parse))
        .isInstanceOf(UsageException.class)
        .hasMessage("--one: not a version: \"latest\"; accepted: " + Version.accepted());
  }

  private static Arguments parse(String... commandLine) throws UsageException {
    return Arguments.parse(List.of(commandLine), List.of("--one", "--two"));
  }

  private static void assertWrong(String message, String... commandLine) {
    assertThatThrownBy(() -> parse(commandLine))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }
}
