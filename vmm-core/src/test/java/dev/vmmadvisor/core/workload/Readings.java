package dev.vmmadvisor.core.workload;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.host.Storage;
import java.util.List;
import java.util.Optional;

/** What the tests ask of readings. */
final class Readings {

  static final ComposeOptions MAC =
      ComposeOptions.none()
          .withFolder("/Users/mira/shop")
          .withHome("/Users/mira")
          .withArchitecture(Architecture.ARM64);

  static final Database MONGODB_ON_BIND = Database.of("mongodb", Storage.BIND_MOUNT);
  static final Database MONGODB_ON_VOLUME = Database.of("mongodb", Storage.NAMED_VOLUME);
  static final Database MONGODB = Database.builder().engine("mongodb").build();

  private Readings() {}

  static Reading read(String yaml) {
    return read(yaml, MAC);
  }

  static Reading read(String yaml, ComposeOptions options) {
    return ComposeFile.read(yaml, "compose.yml", options);
  }

  /** A file with one service, whose fields are given in flow style. */
  static Reading service(String fields) {
    return read("services:\n  db: {" + fields + "}\nvolumes:\n  data:\n");
  }

  /** The database of a file with MongoDB and one volume. */
  static Optional<Object> mongoWith(String volume) {
    return databases(service("image: mongo, volumes: [" + volume + "]"));
  }

  static Optional<Object> databases(Reading reading) {
    return value(reading, Fact.DATABASES);
  }

  static Optional<Object> architectures(Reading reading) {
    return value(reading, Fact.IMAGE_ARCHITECTURES);
  }

  static Optional<Object> mounts(Reading reading) {
    return value(reading, Fact.MOUNTS);
  }

  static Optional<Confidence> confidence(Reading reading, Fact fact) {
    return reading.evidence(fact).map(Evidence::confidence);
  }

  static List<String> codes(Reading reading) {
    return reading.notices().stream().map(Notice::code).toList();
  }

  static Notice notice(Reading reading, String code) {
    return reading.notices().stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError(code + " is not among " + codes(reading)));
  }

  private static Optional<Object> value(Reading reading, Fact fact) {
    return reading.evidence(fact).map(Evidence::value);
  }
}
