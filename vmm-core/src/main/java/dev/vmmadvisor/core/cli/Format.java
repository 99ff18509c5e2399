package dev.vmmadvisor.core.cli;

/** The output format of answers. */
enum Format {
  TEXT("text"),
  MARKDOWN("markdown"),
  JSON("json"),
  NDJSON("ndjson");

  private final String id;

  Format(String id) {
    this.id = id;
  }

  /** The formats of answers that are not streamed. */
  static Format[] ofOne() {
    return new Format[] {TEXT, MARKDOWN, JSON};
  }

  @Override
  public String toString() {
    return id;
  }
}
