package dev.vmmadvisor.api.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/** A database that a workload runs, and where its files are stored. */
@Value.Immutable
@JsonSerialize(as = ImmutableDatabase.class)
@JsonDeserialize(as = ImmutableDatabase.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"engine", "storage"})
public abstract class Database {

  // Package-private: subclasses would break when facts are added.
  Database() {}

  /** {@return a builder; the engine must be set} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@return a database whose storage is known}
   *
   * @param engine a lower-case, hyphenated word, such as {@code mongodb}
   * @param storage where its files are stored
   * @throws IllegalArgumentException if the engine is not such a word
   */
  public static Database of(String engine, Storage storage) {
    return builder().engine(engine).storage(storage).build();
  }

  /**
   * {@return the engine, a lower-case, hyphenated word such as {@code mongodb} or {@code
   * cassandra}}
   */
  public abstract String engine();

  /** {@return where its files are stored, or empty if unknown} */
  public abstract Optional<Storage> storage();

  @Value.Check
  void check() {
    Fact.DATABASES.require(engine());
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableDatabase.Builder {
    Builder() {}
  }
}
