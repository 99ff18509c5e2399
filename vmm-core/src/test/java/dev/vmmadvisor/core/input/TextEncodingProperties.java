package dev.vmmadvisor.core.input;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** A text is read alike in each of the accepted encodings. */
class TextEncodingProperties {

  private static byte[] bytes(String text, Charset charset, int... mark) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int each : mark) {
      bytes.write(each);
    }
    bytes.writeBytes(text.getBytes(charset));
    return bytes.toByteArray();
  }

  @Property(tries = 300)
  void everyEncodingGivesTheSame(@ForAll @StringLength(max = 40) String any) {
    String text = new String(("a" + any).getBytes(UTF_8), UTF_8); // without lone surrogates

    assertThat(TextEncoding.decode(bytes(text, UTF_8))).isEqualTo(text);
    assertThat(TextEncoding.decode(bytes(text, UTF_8, 0xEF, 0xBB, 0xBF))).isEqualTo(text);
    assertThat(TextEncoding.decode(bytes(text, UTF_16BE, 0xFE, 0xFF))).isEqualTo(text);
    assertThat(TextEncoding.decode(bytes(text, UTF_16LE, 0xFF, 0xFE))).isEqualTo(text);
  }

  @Example
  void aPairOfSurrogatesAcrossTheBufferStaysOneCharacter() throws IOException {
    for (int length = 8188; length < 8196; length++) {
      String text = "x".repeat(length) + "\uD83D\uDC33 end";
      try (InputStream stream =
          TextEncoding.utf8(new ByteArrayInputStream(bytes(text, UTF_16LE, 0xFF, 0xFE)))) {
        assertThat(new String(stream.readAllBytes(), UTF_8)).isEqualTo(text);
      }
    }
  }

  @Example
  void shortAndCutTextsAreRead() {
    assertThat(TextEncoding.decode(new byte[0])).isEmpty();
    assertThat(TextEncoding.decode(new byte[] {'a'})).isEqualTo("a");
    assertThat(TextEncoding.decode(new byte[] {(byte) 0xFF, (byte) 0xFE})).isEmpty();
    assertThat(TextEncoding.decode(bytes("\uD83D", UTF_16LE, 0xFF, 0xFE, 0x3D, 0xD8)))
        .hasSizeBetween(1, 2);
  }
}
