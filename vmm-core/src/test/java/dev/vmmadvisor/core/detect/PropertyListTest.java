package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dd.plist.BinaryPropertyListWriter;
import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSString;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.detect.CommandOutput;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.DocumentException;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyListTest {

  @TempDir Path folder;

  // ---- XML

  @Test
  void theTextsAtTheTopAreRead() {
    String xml =
        MacTree.xml(
            "<key>a</key><string>1</string><key>n</key><integer>2</integer>"
                + "<key>inner</key><dict><key>a</key><string>no</string></dict>"
                + "<key>list</key><array><string>no</string></array>"
                + "<key>b</key><string>x &amp; <![CDATA[<y>]]></string><!-- end -->");

    assertThat(PropertyList.read(bytes(xml))).isEqualTo(Map.of("a", "1", "b", "x & <y>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no xml",
        "<plist/>",
        "<plist><array/></plist>",
        "<dict><key>a</key><string>b</string></dict>",
        "<plist><dict><key>a</key><string>b</dict></plist>",
        "<plist><dict><key>a<b/></key></dict></plist>",
        "<!DOCTYPE plist PUBLIC",
        "<!DOCTYPE plist [",
        "<!DOCTYPE plist []><plist><dict/></plist>",
        "<!DOCTYPE a><!DOCTYPE b><plist><dict/></plist>",
        "bplist",
        "bplist00"
      })
  void whatIsNoPropertyListIsOneError(String text) {
    assertThatThrownBy(() -> PropertyList.read(bytes(text)))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("not a property list");
  }

  @Test
  void bytesThatAreNoTextAreAnErrorAndPrintedNowhere() {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      for (byte[] bad :
          new byte[][] {{(byte) 0xff}, {(byte) 0xc3, '('}, {(byte) 0xed, (byte) 0xa0}}) {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        xml.writeBytes(bytes("<plist><dict><key>a</key><string>"));
        xml.writeBytes(bad);
        xml.writeBytes(bytes("</string></dict></plist>"));
        assertThatThrownBy(() -> PropertyList.read(xml.toByteArray()))
            .isInstanceOf(DocumentException.class)
            .hasMessageContaining("not a property list: its text is not UTF-8");
      }
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aByteOrderMarkIsPassedOver() {
    assertThat(PropertyList.read(bytes("\uFEFF" + MacTree.xml("<key>a</key><string>1</string>"))))
        .isEqualTo(Map.of("a", "1"));
  }

  @Test
  void anEntityThatNamesAFileReadsNothing() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "TREASURE");
    for (String type :
        List.of(
            "<!ENTITY e SYSTEM \"" + secret.toUri() + "\">",
            "<!ENTITY e PUBLIC \"x\" \"" + secret.toUri() + "\">",
            "<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p; <!ENTITY e \"%p;\">")) {
      assertNothingIsExpanded(type, "TREASURE");
    }
  }

  @Test
  void aDocumentTypeInAFileIsNotOpened() throws IOException {
    Path type = Files.writeString(folder.resolve("x.dtd"), "<!ENTITY e \"TREASURE\">");
    String xml =
        "<!DOCTYPE plist SYSTEM \""
            + type.toUri()
            + "\"><plist><dict><key>a</key><string>&e;</string></dict></plist>";

    assertThat(readOrNothing(xml)).doesNotContain("TREASURE");
  }

  @Test
  void aDocumentTypeThatIsNotThereHarmsNothing() {
    String xml =
        "<!DOCTYPE plist SYSTEM \""
            + folder.resolve("nothing.dtd").toUri()
            + "\"><plist><dict><key>a</key><string>b</string></dict></plist>";

    assertThat(PropertyList.read(bytes(xml))).isEqualTo(Map.of("a", "b"));
  }

  @Test
  void entitiesOfEntitiesAreNotExpanded() {
    StringBuilder type = new StringBuilder("<!ENTITY e0 \"LAUGH\">");
    for (int i = 1; i <= 12; i++) {
      type.append("<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">");
    }
    assertNothingIsExpanded(type + "<!ENTITY e \"&e12;\">", "LAUGH");
  }

  @Test
  void parameterEntitiesAreNotExpanded() {
    assertNothingIsExpanded(
        "<!ENTITY % a \"LAUGH\"><!ENTITY % b \"%a;%a;\"><!ENTITY e \"%b;\">", "LAUGH");
  }

  private static void assertNothingIsExpanded(String type, String secret) {
    String xml =
        "<!DOCTYPE plist ["
            + type
            + "]><plist><dict><key>a</key><string>&e;</string><key>&e;</key>"
            + "<string>b</string></dict></plist>";
    assertThat(readOrNothing(xml)).as(type).doesNotContain(secret);
  }

  private static String readOrNothing(String xml) {
    try {
      return PropertyList.read(bytes(xml)).toString();
    } catch (DocumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  // ---- the binary form

  @Test
  void theBinaryFormTellsTheSameAsXml() throws IOException {
    NSDictionary info = new NSDictionary();
    info.put("CFBundleIdentifier", "com.docker.docker");
    info.put("CFBundleShortVersionString", "4.44.0");
    info.put("LSMinimumSystemVersion", "13.3");
    info.put("NSHighResolutionCapable", new NSNumber(true));
    info.put("CFBundleURLTypes", new NSArray(new NSString("docker-desktop"), new NSDictionary()));
    NSDictionary system = new NSDictionary();
    system.put("ProductName", "macOS");
    system.put("ProductVersion", "15.2");

    assertThat(AppBundle.read(binary(info)))
        .isEqualTo(AppBundle.read(bytes(MacTree.info("4.44.0"))));
    assertThat(SystemVersionFile.read(binary(system)))
        .isEqualTo(SystemVersionFile.read(bytes(MacTree.systemVersion("15.2"))));
    assertThat(AppBundle.read(binary(info)).evidence(Fact.DOCKER_DESKTOP_VERSION)).isPresent();
  }

  @Test
  void textsOutsideOfAsciiAreRead() throws IOException {
    NSDictionary texts = new NSDictionary();
    texts.put("a", "\u7801\ud83d\udc0b");

    assertThat(PropertyList.read(binary(texts))).isEqualTo(Map.of("a", "\u7801\ud83d\udc0b"));
  }

  @Test
  void aBinaryFileIsReadByTheLibraryIfThereIsNoPlutil() throws IOException {
    MacTree mac = new MacTree(folder).with(MacTree.INFO, binary(app("4.44.0")));

    assertThat(mac.detection().host().dockerDesktop().version()).contains(Version.parse("4.44.0"));
    assertThat(MacTree.codes(mac.detection())).doesNotContain("unreadable-file");
  }

  @Test
  void plutilIsAskedFirstAndWithThePathOfTheMac() throws IOException {
    new MacTree(folder).with(MacTree.INFO, binary(app("4.44.0")));
    List<List<String>> asked = new ArrayList<>();
    Detection detection =
        HostDetector.of(
                folder,
                command -> {
                  asked.add(command);
                  if (command.get(0).equals("/usr/bin/plutil")) {
                    return new CommandOutput(0, MacTree.info("4.45.0"));
                  }
                  throw new FileNotFoundException(command.get(0));
                })
            .detection();

    assertThat(asked)
        .contains(List.of("/usr/bin/plutil", "-convert", "xml1", "-o", "-", MacTree.INFO));
    assertThat(detection.host().dockerDesktop().version()).contains(Version.parse("4.45.0"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aPlutilThatAnswersNothingLeavesItToTheLibrary(int status) throws IOException {
    MacTree mac =
        new MacTree(folder)
            .with(MacTree.INFO, binary(app("4.44.0")))
            .answering("/usr/bin/plutil", status, "");

    assertThat(mac.detection().host().dockerDesktop().version()).contains(Version.parse("4.44.0"));
  }

  @Test
  void plutilIsNotAskedAboutXml() {
    MacTree mac =
        new MacTree(folder)
            .withApp("4.44.0")
            .answering("/usr/bin/plutil", 0, MacTree.info("4.45.0"));

    assertThat(mac.detection().host().dockerDesktop().version()).contains(Version.parse("4.44.0"));
  }

  @Test
  void withoutTheLibraryThereIsOneClearError() throws Exception {
    try (WithoutLibrary loader = new WithoutLibrary()) {
      Method read = loader.loadClass(AppBundle.class.getName()).getMethod("read", byte[].class);
      byte[] binary = binary(app("4.44.0"));
      byte[] xml = bytes(MacTree.info("4.44.0"));

      assertThatThrownBy(() -> read.invoke(null, (Object) binary))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .isInstanceOf(DocumentException.class)
          .hasMessageContaining("com.googlecode.plist:dd-plist is not on the class path");
      Reading reading = (Reading) read.invoke(null, (Object) xml);
      assertThat(reading.evidence(Fact.DOCKER_DESKTOP_VERSION)).isPresent();
    }
  }

  @Test
  void withoutTheLibraryThatIsOneNotice() throws Exception {
    new MacTree(folder).with(MacTree.INFO, binary(app("4.44.0")));
    try (WithoutLibrary loader = new WithoutLibrary()) {
      Method detect =
          loader.loadClass(HostDetector.class.getName()).getMethod("detect", Path.class);
      Detection detection = (Detection) detect.invoke(null, folder);

      assertThat(detection.host()).isEqualTo(Host.builder().build());
      assertThat(detection.notices())
          .filteredOn(notice -> notice.code().equals("unreadable-file"))
          .singleElement()
          .satisfies(
              notice ->
                  assertThat(notice.parameters())
                      .containsEntry("reason", "content")
                      .containsEntry("file", MacTree.INFO)
                      .extractingByKey("detail")
                      .asString()
                      .contains("dd-plist is not on the class path"));
    }
  }

  // ---- binary files that were made to do harm

  @Test
  void aCountThatDoesNotFitIsRefused() {
    for (int kind : new int[] {0x4, 0x5, 0x6, 0x7, 0xa, 0xd}) {
      for (int count : new int[] {0x7fffffff, 0x10000000, 0x100}) {
        byte[] object =
            ByteBuffer.allocate(6)
                .put((byte) (kind << 4 | 0xf))
                .put((byte) 0x12)
                .putInt(count)
                .array();
        assertRefused(file(object));
      }
    }
    byte[] tooMany = file(new byte[] {(byte) 0xd0});
    ByteBuffer.wrap(tooMany).putLong(tooMany.length - 24, Integer.MAX_VALUE);
    assertRefused(tooMany);
    byte[] negative = file(new byte[] {(byte) 0xd0});
    ByteBuffer.wrap(negative).putLong(negative.length - 8, -1L);
    assertRefused(negative);
  }

  @Test
  void manyListsInTheSameBytesAreRefused() {
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    list.writeBytes(new byte[] {(byte) 0xaf, 0x12, 0, 0, 0x10, 0});
    list.writeBytes(new byte[2 * 0x1000]);
    byte[][] objects = new byte[20_000][];
    objects[0] = new byte[] {0x50};
    objects[1] = list.toByteArray();
    assertRefused(file(objects)); // without content: at the same offset as the one before
  }

  @Test
  void aSetOfListsOfListsIsRefused() {
    byte[][] objects = new byte[62][];
    objects[0] = new byte[] {(byte) 0xc1, 0, 1};
    for (int i = 1; i <= 60; i++) {
      objects[i] = new byte[] {(byte) 0xa2, 0, (byte) (i + 1), 0, (byte) (i + 1)};
    }
    objects[61] = new byte[] {0x50};
    assertRefused(file(objects));
  }

  @Test
  void aListThatHoldsItselfIsRefused() {
    assertRefused(file(new byte[] {(byte) 0xa1, 0, 0}));
  }

  @Test
  void deepNestingIsRefused() {
    byte[][] objects = new byte[3_000][];
    for (int i = 0; i < objects.length - 1; i++) {
      objects[i] = new byte[] {(byte) 0xa1, (byte) ((i + 1) >> 8), (byte) (i + 1)};
    }
    objects[objects.length - 1] = new byte[] {0x50};
    assertRefused(file(objects));
  }

  private static void assertRefused(byte[] content) {
    assertThatThrownBy(() -> PropertyList.read(content))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("not a property list");
  }

  /** A binary file of raw objects; null stands for the object before, at the same offset. */
  private static byte[] file(byte[]... objects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes("bplist00"));
    int[] offsets = new int[objects.length];
    for (int i = 0; i < objects.length; i++) {
      offsets[i] = objects[i] == null ? offsets[i - 1] : out.size();
      if (objects[i] != null) {
        out.writeBytes(objects[i]);
      }
    }
    int table = out.size();
    for (int offset : offsets) {
      out.writeBytes(ByteBuffer.allocate(4).putInt(offset).array());
    }
    ByteBuffer trailer = ByteBuffer.allocate(32);
    trailer.put(6, (byte) 4).put(7, (byte) 2);
    trailer.putLong(8, objects.length).putLong(24, table);
    out.writeBytes(trailer.array());
    return out.toByteArray();
  }

  private static NSDictionary app(String version) {
    NSDictionary info = new NSDictionary();
    info.put("CFBundleIdentifier", "com.docker.docker");
    info.put("CFBundleShortVersionString", version);
    return info;
  }

  private static byte[] binary(NSDictionary root) throws IOException {
    return BinaryPropertyListWriter.writeToArray(root);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Loads this library anew, and does not find the one for binary property lists. */
  private static final class WithoutLibrary extends ClassLoader implements AutoCloseable {

    private static final String ROOM = "dev.vmmadvisor.core.";

    WithoutLibrary() {
      super(PropertyListTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.dd.plist.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith(ROOM)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] content = Objects.requireNonNull(file, name).readAllBytes();
        return defineClass(name, content, 0, content.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    @Override
    public void close() {}
  }
}
