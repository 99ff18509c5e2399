package dev.vmmadvisor.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentExceptionTest {

  private static final Problem ONE = new Problem("$.memoryMiB", 1, "0 is not accepted");
  private static final Problem OTHER = new Problem("$.chip", 2, "5 is not accepted");

  @Test
  void serializedAndBackItStillHasItsProblems() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new DocumentException(List.of(ONE, OTHER)));
    }

    Object back;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      back = in.readObject();
    }

    assertThat(back)
        .isInstanceOfSatisfying(
            DocumentException.class,
            e -> {
              assertThat(e.problems()).containsExactly(ONE, OTHER);
              assertThat(e)
                  .hasMessage(
                      "line 1: $.memoryMiB: 0 is not accepted\nline 2: $.chip: 5 is not accepted");
            });
  }

  @Test
  void problemsAreThoseItWasMadeWithAndStaySo() {
    List<Problem> problems = new ArrayList<>(List.of(ONE));
    DocumentException e = new DocumentException(problems);
    problems.add(OTHER);

    assertThat(e.problems()).containsExactly(ONE);
    assertThatThrownBy(() -> e.problems().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
